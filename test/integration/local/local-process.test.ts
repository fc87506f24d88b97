import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { awsJson } from '#infra/local/services/aws-json.ts';
import { synthesiseLocalApp } from '#test/support/local-app/app.ts';
import { engineOf, type LocalProcess, lives, startLocalProcess } from '#test/support/local-app/local-process.ts';
import { eventually, recorded } from '#test/support/local-app/recorded.ts';

const root = mkdtempSync(join(tmpdir(), 'ringfence-process-'));
const record = join(root, 'record');
const assembly = join(root, 'assembly');
const dataFolder = join(root, 'data');
const started: LocalProcess[] = [];

function start(environment: Record<string, string> = {}): LocalProcess {
  const run = startLocalProcess({
    RINGFENCE_DATA: dataFolder,
    RINGFENCE_LOCAL_ASSEMBLY: assembly,
    PORT: '0',
    ...environment,
  });
  started.push(run);
  return run;
}

beforeAll(() => synthesiseLocalApp({ outdir: assembly, record }));

afterAll(() => {
  for (const { child } of started) {
    child.kill('SIGKILL');
  }
  rmSync(root, { recursive: true, force: true });
});

const localSchema = z.object({
  directory: z.object({ table: z.string(), secretArn: z.string(), queues: z.object({ plainDead: z.string() }) }),
  endpoints: z.object({ dynamodb: z.string(), sqs: z.string(), secretsmanager: z.string() }),
});

async function about(url: string): Promise<z.infer<typeof localSchema>> {
  return localSchema.parse(await (await fetch(`${url}/_local`)).json());
}

const secretOf = async ({ directory, endpoints }: z.infer<typeof localSchema>) =>
  z.object({ SecretString: z.string() }).parse(
    await awsJson({ endpoint: endpoints.secretsmanager, target: 'secretsmanager' })('GetSecretValue', {
      SecretId: directory.secretArn,
    }),
  );

const put = ({ directory, endpoints }: z.infer<typeof localSchema>, name: string) =>
  awsJson({ endpoint: endpoints.dynamodb, target: 'DynamoDB_20120810' })('PutItem', {
    TableName: directory.table,
    Item: { pk: { S: name } },
  });

const timesSeen = (name: string) =>
  recorded(record).filter(({ kind, names }) => kind === 'reporting' && String(names).includes(`INSERT:${name}`)).length;

describe('a local run', () => {
  test('keeps its data, keys, secrets and places in the streams through kill -9, and cleans up after itself', async () => {
    const first = start({ RINGFENCE_LOCAL_TWILIO_TOKEN: 'a-token-of-the-tests' });
    const before = await about(await first.ready);
    expect(first.output()).toMatch(/^regulator key: \S{16,}$/m);
    expect(first.output()).toMatch(/^twilio token: a-token-of-the-tests$/m);
    expect(first.output().trim().split('\n').at(-1)).toMatch(/\bready\b/);
    const key = /regulator key: (\S+)/.exec(first.output())?.[1];
    const secret = await secretOf(before);
    await put(before, 'seen-before');
    await eventually(() => (timesSeen('seen-before') === 1 ? true : undefined));
    const sqs = awsJson({ endpoint: before.endpoints.sqs, target: 'AmazonSQS' });
    await sqs('SendMessage', { QueueUrl: before.directory.queues.plainDead, MessageBody: 'kept' });

    const orphan = engineOf(dataFolder);
    first.child.kill('SIGKILL');
    expect(await first.ended).toBe('SIGKILL');
    expect(lives(orphan)).toBe(true);

    // Written while nobody reads the stream: the next run must find it.
    await put(before, 'written-in-between');
    const second = start();
    const after = await about(await second.ready);
    expect(lives(orphan)).toBe(false);
    expect(/regulator key: (\S+)/.exec(second.output())?.[1]).toBe(key);
    expect(after).toEqual(before);
    expect(await secretOf(after)).toEqual(secret);
    const received = await awsJson({ endpoint: after.endpoints.sqs, target: 'AmazonSQS' })('ReceiveMessage', {
      QueueUrl: after.directory.queues.plainDead,
    });
    expect(JSON.stringify(received)).toContain('"kept"');
    await eventually(() => (timesSeen('written-in-between') === 1 ? true : undefined));
    expect(timesSeen('seen-before')).toBe(1);

    // Another run on the same folder stands back; the one that holds it goes on.
    const third = start();
    expect(await third.ended).toBe(1);
    expect(third.output()).toMatch(
      new RegExp(`^Another local run \\(process ${second.child.pid}\\) is using ${dataFolder}\\. .*\\n$`),
    );
    expect((await fetch(`${await second.ready}/shape/text`)).status).toBe(200);

    // Ctrl-C in a terminal reaches a process twice: from the terminal and from npm.
    const engine = engineOf(dataFolder);
    second.child.kill('SIGINT');
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
    expect(lives(engine)).toBe(false);
  });

  test('answers the requests under way before it stops', async () => {
    const run = start();
    const url = await run.ready;
    const slow = fetch(`${url}/shape/slow`).then((response) => response.text());
    await new Promise((resolve) => setTimeout(resolve, 100));
    run.child.kill('SIGTERM');
    expect(await slow).toBe('slow');
    expect(await run.ended).toBe(0);
  });
});

describe('a start that cannot be says why in one line and exits with 1', () => {
  async function refused(environment: Record<string, string>, message: RegExp): Promise<void> {
    const run = start({ RINGFENCE_DATA: join(root, `refused-${started.length}`), ...environment });
    expect(await run.ended).toBe(1);
    expect(run.output()).toMatch(message);
    expect(run.output().trim().split('\n')).toHaveLength(1);
  }

  test('a busy port', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await refused({ PORT: String(port) }, new RegExp(`^Port ${port} is in use\\. .*PORT=`));
    server.close();
  });

  test('a port that is none', () => refused({ PORT: 'eighty' }, /^PORT must be a port number, not "eighty"\./));

  test('no Java', () =>
    refused({ PATH: '/nonexistent', JAVA_HOME: '/nonexistent' }, /^Java 17 or newer is needed .*apt-get install/));

  test.each(['state.json', 'secrets.json', 'run.json', 'dynamodb/shared-local-instance.db', 'messages/fauxqs.db'])(
    'a damaged %s',
    async (file) => {
      const damaged = join(root, 'damaged');
      rmSync(damaged, { recursive: true, force: true });
      cpSync(dataFolder, damaged, { recursive: true });
      writeFileSync(join(damaged, file), 'overwritten by something else, long enough to look like a file of its own');
      const message = new RegExp(
        `^The data folder is damaged: ${join(damaged, file)} .*mv '${damaged}' '${damaged}\\.damaged'`,
      );
      await refused({ RINGFENCE_DATA: damaged }, message);
    },
  );

  test('a resource type it does not know, by name and id', async () => {
    const strange = join(root, 'strange');
    synthesiseLocalApp({ outdir: strange, record, withUnknown: true });
    await refused(
      { RINGFENCE_LOCAL_ASSEMBLY: strange },
      /^The local run does not know the resource type AWS::Kinesis::Stream \(Pipe in stack tiny-service\)\./,
    );
  });
});
