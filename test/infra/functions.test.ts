import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { functionSpecs } from '#infra/functions.ts';
import { at, fullSettings, ofType, type Resource, synthesise } from './synthesised.ts';

const resources = synthesise(fullSettings);
const built = (name: string, type: string, suffix: string): Resource | undefined =>
  ofType(resources, type).find(({ id }) => id.startsWith(`${name.replaceAll('-', '')}${suffix}`));
const names = functionSpecs.map(({ name }) => name);

/** What the house sets for the runtime and Powertools, which read it themselves. */
const houseVariables = ['NODE_OPTIONS', 'POWERTOOLS_SERVICE_NAME', 'POWERTOOLS_METRICS_NAMESPACE'];

/** Commands of the SDK and of the document client, by the IAM actions that they need. */
const actionsOf: Readonly<Record<string, readonly string[]>> = {
  GetCommand: ['dynamodb:GetItem'],
  BatchGetCommand: ['dynamodb:BatchGetItem'],
  QueryCommand: ['dynamodb:Query'],
  ScanCommand: ['dynamodb:Scan'],
  PutCommand: ['dynamodb:PutItem'],
  UpdateCommand: ['dynamodb:UpdateItem'],
  DeleteCommand: ['dynamodb:DeleteItem'],
  BatchWriteCommand: ['dynamodb:BatchWriteItem'],
  // Authorised by the actions of its parts, which the stores' own tests show.
  TransactWriteCommand: ['dynamodb:PutItem', 'dynamodb:UpdateItem'],
  GetSecretValueCommand: ['secretsmanager:GetSecretValue'],
  GetObjectCommand: ['s3:GetObject'],
  HeadObjectCommand: ['s3:GetObject'],
  PutObjectCommand: ['s3:PutObject'],
  CreateMultipartUploadCommand: ['s3:PutObject'],
  UploadPartCommand: ['s3:PutObject'],
  CompleteMultipartUploadCommand: ['s3:PutObject'],
  AbortMultipartUploadCommand: ['s3:AbortMultipartUpload'],
  ListObjectsV2Command: ['s3:ListBucket'],
  DeleteObjectCommand: ['s3:DeleteObject'],
  DeleteObjectsCommand: ['s3:DeleteObject'],
  SendMessageCommand: ['sqs:SendMessage'],
  SendMessageBatchCommand: ['sqs:SendMessage'],
  SendTextMessageCommand: ['sms-voice:SendTextMessage'],
  SendEmailCommand: ['ses:SendEmail'],
};

/**
 * Stores reach a bundle whole. These actions stand in a function's bundle in methods that the function does not call, so
 * it may not do them. Before adding to the list look who calls the method.
 */
const storeMethods = {
  intake: ['dynamodb:BatchWriteItem', 'dynamodb:DeleteItem', 'dynamodb:Scan', 'dynamodb:UpdateItem'],
  // As intake's, but for conversations, which are updated.
  texts: ['dynamodb:BatchWriteItem', 'dynamodb:DeleteItem', 'dynamodb:Scan'],
  keys: ['dynamodb:UpdateItem'],
};
const neverCalled: Readonly<Record<string, readonly string[]>> = {
  'take-report': storeMethods.texts,
  'follow-report': storeMethods.intake,
  // As intake's, but for tallies, which are updated.
  'serve-pages': storeMethods.texts,
  // Deciding is done at the command line.
  'serve-contest': ['dynamodb:UpdateItem'],
  'serve-own-pages': storeMethods.intake,
  'serve-complaint-pages': storeMethods.texts,
  'serve-verdict': ['dynamodb:DeleteItem', 'dynamodb:PutItem', 'dynamodb:Scan', 'dynamodb:UpdateItem'],
  'take-call-log-upload': ['s3:DeleteObject'],
  'serve-log-upload': ['s3:DeleteObject'],
  'serve-log-pages': ['s3:PutObject'],
  'serve-log-reports': storeMethods.texts,
  'take-sms': storeMethods.texts,
  'take-queued-sms': storeMethods.texts,
  'flush-sms-parts': storeMethods.texts,
  // A report's store puts; only this function's reading of it is used.
  'mail-contact-proof': ['dynamodb:PutItem'],
  'serve-offenders': ['dynamodb:DeleteItem', ...storeMethods.keys],
  'serve-exports': storeMethods.keys,
  'serve-complaints': [...storeMethods.keys, 's3:DeleteObject', 's3:PutObject'],
  'count-facts': ['dynamodb:Scan'],
  'decide-complaints': ['s3:GetObject'],
  'publish-export': ['dynamodb:DeleteItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
};

/** Only the name of a topic is held to a form. */
const knownOnceDeployed = 'arn:aws:sns:us-east-1:111122223333:deployed';

/** A value of the template with one name in place of all that only a deployment knows. */
function resolved(value: unknown): string {
  const joined = at(value, 'Fn::Join', 1);
  if (Array.isArray(joined)) {
    return joined.map(resolved).join('');
  }
  return typeof value === 'string' ? value : knownOnceDeployed;
}

/** Loads the function's own reading of its environment, which fails on what it cannot take. */
async function variablesReadBy(name: string, given: Readonly<Record<string, string>>): Promise<string[]> {
  const read = new Set<string>();
  const before = process.env;
  process.env = new Proxy(given, {
    get: (target, variable) => {
      read.add(String(variable));
      return Reflect.get(target, variable);
    },
  });
  try {
    await import(pathToFileURL(`functions/${name}/env.ts`).href);
  } finally {
    process.env = before;
  }
  return [...read].toSorted();
}

/** The commands in those of our files that reach the bundle. */
async function commandsOf(name: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [`functions/${name}/index.ts`],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    minifySyntax: true,
    packages: 'external',
    outdir: 'out',
  });
  const files = Object.values(metafile.outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => path);
  const commands = files.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/new (\w+Command)\(/g)].map(([, command]) => command ?? ''),
  );
  return [...new Set(commands)];
}

describe('the list of functions', () => {
  it('names the folders that there are', () => {
    expect(names.toSorted()).toEqual(readdirSync('functions').toSorted());
  });

  it.each(names)('%s has its handler, its environment and its README with the four sections', (name) => {
    expect(existsSync(`functions/${name}/handler.ts`)).toBe(true);
    expect(existsSync(`functions/${name}/env.ts`)).toBe(true);
    const readme = readFileSync(`functions/${name}/README.md`, 'utf8');
    for (const section of ['Purpose', 'Flow', 'Integration', 'Peculiarities']) {
      expect(readme).toContain(`## ${section}`);
    }
  });

  it.each(names)('%s is given the variables that it reads, and no other', async (name) => {
    const variables = at(built(name, 'AWS::Lambda::Function', 'Function')?.properties, 'Environment', 'Variables');
    const given = Object.entries(z.record(z.string(), z.unknown()).parse(variables ?? {}))
      .filter(([variable]) => !houseVariables.includes(variable))
      .map(([variable, value]) => [variable, resolved(value)]);
    expect(await variablesReadBy(name, Object.fromEntries(given))).toEqual(
      given.map(([variable]) => variable).toSorted(),
    );
  });

  it.each(names)('%s may do what its code does', async (name) => {
    const policy = JSON.stringify(built(name, 'AWS::IAM::Policy', 'RoleDefaultPolicy')?.properties);
    const commands = await commandsOf(name);
    expect(commands.filter((command) => actionsOf[command] === undefined)).toEqual([]);
    const missing = commands
      .flatMap((command) => actionsOf[command] ?? [])
      .filter((action) => !policy.includes(`"${action}"`));
    expect([...new Set(missing)].toSorted()).toEqual(neverCalled[name] ?? []);
  });
});
