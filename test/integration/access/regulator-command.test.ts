import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { regulatorCommand } from '#infra/cli/commands/regulator.ts';
import { keyHash } from '#shared/access/regulator-key.ts';
import { createKeyStore } from '#shared/storage/access-store.ts';
import { createTables, engineClient } from '#test/support/tables.ts';

async function commandLine() {
  const client = engineClient();
  const { Access } = await createTables(client, 'Access');
  const documents = DynamoDBDocumentClient.from(client);
  const deployment = { documentClient: documents, directory: { tables: { Access }, queues: { 'us-ftc': {} } } };
  const run = async (...args: string[]) => {
    const out: string[] = [];
    const err: string[] = [];
    const status = await regulatorCommand(args, deployment, {
      out: (line) => out.push(line),
      err: (line) => err.push(line),
    });
    return { status, out, err: err.join('\n') };
  };
  return { run, store: createKeyStore(documents, Access) };
}

test('add prints the key alone on standard output, once, and keeps its hash', async () => {
  const { run, store } = await commandLine();
  const { status, out } = await run('add', 'us-ftc');
  expect(status).toBe(0);
  expect(out).toHaveLength(1);
  expect(out[0]).toMatch(/^rfk_[A-Za-z0-9_-]{43}$/);
  const kept = await store.find(keyHash(out[0] ?? ''));
  expect(kept).toMatchObject({ regulators: ['us-ftc'], scopes: ['offenders', 'exports', 'complaints', 'audit'] });
  const listed = await run('keys', 'us-ftc');
  expect(listed.out).toEqual([expect.stringContaining(`${kept?.keyId}  …${out[0]?.slice(-4)}`)]);
  expect(listed.out.join()).not.toContain(out[0]);
});

test('a third key is refused until one is revoked', async () => {
  const { run } = await commandLine();
  await run('add', 'us-ftc');
  await run('add', 'us-ftc', '--scopes', 'exports', '--expires', new Date(Date.now() + 9e8).toISOString().slice(0, 10));
  const third = await run('add', 'us-ftc');
  expect([third.status, third.out]).toEqual([1, []]);
  const keyId = third.err.match(/us-ftc-[0-9a-f]{8}/)?.[0] ?? '';
  expect((await run('revoke', 'us-ftc', keyId)).status).toBe(0);
  expect((await run('revoke', 'us-ftc', keyId)).status).toBe(1);
  expect((await run('add', 'us-ftc')).status).toBe(0);
});

test('a regulator that gets no complaints here still gets a key, and the operator is told', async () => {
  const { run } = await commandLine();
  const { status, err } = await run('add', 'gb-ico');
  expect(status).toBe(0);
  expect(err).toContain('no complaints are drafted for gb-ico');
});

test.each([
  [[]],
  [['add']],
  [['add', 'US FTC']],
  [['add', '../x']],
  [['add', 'us-ftc', 'more']],
  [['revoke', 'us-ftc']],
  [['remove', 'us-ftc']],
  [['add', 'us-ftc', '--scopes', 'everything']],
  [['add', 'us-ftc', '--expires', '2001-01-01']],
  [['add', 'us-ftc', '--expires', 'never']],
  [['add', 'us-ftc', '--forever']],
])('regulator %j is a wrong call', async (args) => {
  const { run } = await commandLine();
  const { status, out, err } = await run(...args);
  expect([status, out]).toEqual([2, []]);
  expect(err).not.toBe('');
});
