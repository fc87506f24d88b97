import { LambdaClient } from '@aws-sdk/client-lambda';
import { expect, test } from 'vitest';
import { exportCommand } from '#infra/cli/commands/export.ts';
import { publishExport } from '#shared/export/publish-export.ts';
import { fakeArchive } from '#test/support/export/fake-archive.ts';
import { aSubject, fakeSource } from '#test/support/export/offender-builders.ts';
import { testNow } from '#test/support/export/regulator-calls.ts';

/** A client whose function answers this. */
function invoking(answer: { FunctionError?: string; Payload: string }): LambdaClient {
  const client = new LambdaClient({ region: 'us-east-1' });
  client.middlewareStack.add(
    () => async () => ({ output: { ...answer, Payload: Buffer.from(answer.Payload), $metadata: {} }, response: {} }),
    { step: 'initialize' },
  );
  return client;
}

async function run(
  args: string[],
  lambdaClient: LambdaClient,
  functions: Record<string, string> = { 'publish-export': 'p' },
) {
  const lines: string[] = [];
  const io = { out: (line: string) => lines.push(line), err: () => {} };
  const directory = { functions, buckets: { complaints: 'c', exports: 'e' } };
  return { status: await exportCommand(args, { lambdaClient, directory }, io), out: lines.join('\n') };
}

test('export now says what was written', async () => {
  const manifest = await publishExport({ now: testNow, source: fakeSource([aSubject()]), files: fakeArchive() });
  const { status, out } = await run(['now'], invoking({ Payload: JSON.stringify(manifest) }));
  expect(status).toBe(0);
  expect(out).toContain('Export 20261121T120000000Z: 1 offenders with at least 3 reporters.');
  for (const { name, sha256 } of manifest.files) {
    expect(out).toContain(`${name}  1 rows`);
    expect(out).toContain(sha256);
  }
});

test('a run that failed is an error', async () => {
  expect(await run(['now'], invoking({ FunctionError: 'Unhandled', Payload: '{}' }))).toEqual({ status: 1, out: '' });
  expect((await run(['now'], invoking({ Payload: '{}' }), {})).status).toBe(1);
});

test.each([[[]], [['later']], [['now', 'please']]])('export %j is a wrong call', async (args) => {
  expect(await run(args, invoking({ Payload: '{}' }))).toEqual({ status: 2, out: '' });
});
