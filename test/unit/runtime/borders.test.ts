import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const refused: readonly (readonly [string, string])[] = [
  ['shared/sender', '@aws-sdk/client-dynamodb'],
  ['shared/sender', '#shared/report/report.ts'],
  ['shared/runtime', '#shared/http/message.ts'],
  ['shared/registry', '#shared/law/finding.ts'],
  ['shared/law', '#shared/report/report.ts'],
  ['shared/law', 'libphonenumber-js/max'],
  ['shared/report', '#shared/storage/report-store.ts'],
  ['shared/report', '#shared/subject/figures.ts'],
  ['shared/complaint', '#shared/http/message.ts'],
  ['shared/subject', '@aws-sdk/lib-dynamodb'],
  ['shared/intake', '@aws-sdk/client-sqs'],
  ['shared/access', '#shared/storage/keys.ts'],
  ['shared/export', '#functions/take-report/handler.ts'],
  ['shared/storage', '#infra/settings.ts'],
  ['shared/http', '#shared/storage/keys.ts'],
  ['shared/pages', '#shared/storage/keys.ts'],
  ['shared/pages', '#shared/complaint/complaint.ts'],
  ['functions/take-report', '#infra/settings.ts'],
  ['functions/take-report', '#test/support/tables.ts'],
];

const allowed: readonly (readonly [string, string])[] = [
  ['shared/law', '#shared/sender/sender.ts'],
  ['shared/report', '#shared/law/finding.ts'],
  ['shared/storage', '#shared/report/report.ts'],
  ['functions/take-report', '#shared/report/report.ts'],
];

const folder = mkdtempSync(join(tmpdir(), 'ringfence-borders-'));
let complaints = '';

const probe = (place: string, imported: string) =>
  `${place}/probe-${[...refused, ...allowed].findIndex(([room, name]) => room === place && name === imported)}.ts`;

// One run of the linter, with our own configuration, over probes outside the checkout.
beforeAll(() => {
  const { vcs: _vcs, $schema: _schema, ...configuration } = JSON.parse(readFileSync('biome.json', 'utf8'));
  writeFileSync(join(folder, 'biome.json'), JSON.stringify(configuration));
  for (const [place, imported] of [...refused, ...allowed]) {
    const path = join(folder, probe(place, imported));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `import { x } from '${imported}';\n\nexport const y = x;\n`);
  }
  const run = spawnSync(
    resolve('node_modules/.bin/biome'),
    ['lint', '--only=style/noRestrictedImports', '--max-diagnostics=none', '--reporter=github', '.'],
    { cwd: folder, encoding: 'utf8' },
  );
  complaints = run.stdout + run.stderr;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

// The linter keeps the borders between rooms; this keeps the linter.
test.each(refused)('%s may not import %s', (place, imported) => {
  expect(complaints).toContain(probe(place, imported));
});

test.each(allowed)('%s may import %s', (place, imported) => {
  expect(complaints).not.toContain(probe(place, imported));
});
