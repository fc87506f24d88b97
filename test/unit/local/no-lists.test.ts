import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { functionSpecs } from '#infra/functions.ts';
import { KNOWN_TYPES, MEANINGLESS } from '#infra/local/resources/known-resources.ts';
import { localSettings } from '#infra/settings.ts';

const folder = fileURLToPath(new URL('../../../infra/local', import.meta.url));
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);

const paths = functionSpecs.flatMap(({ routes }) => routes ?? []).map(({ route }) => route.split(' ')[1] ?? '');
// Queues and buckets are named after regulators and functions.
const names = [
  ...functionSpecs.map(({ name }) => name),
  // As written in quotes or after a method; `/data` is also within the names of files.
  ...paths.filter((path) => path.length > 1).flatMap((path) => ["'", '"', '`', ' '].map((before) => before + path)),
  ...Object.keys(localSettings.regulators),
  ...['Reports', 'Subjects', 'Facts', 'Complaints', 'Registrations', 'Conversations', 'Disputes'].map(
    (table) => `'${table}'`,
  ),
];

test.each(sources)('infra/local/%s has no list of routes, functions, tables or queues of its own', (_name, content) => {
  expect(names.filter((name) => content.includes(name))).toEqual([]);
});

test('a resource type is either made or has a reason why it means nothing', () => {
  expect(Object.entries(MEANINGLESS).filter(([, why]) => why.length < 10)).toEqual([]);
  expect([...KNOWN_TYPES]).toEqual(
    expect.arrayContaining(['AWS::DynamoDB::Table', 'AWS::Lambda::Function', 'AWS::IAM::Role']),
  );
});
