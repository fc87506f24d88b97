import type { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { registryCommand } from '#infra/cli/commands/registry.ts';
import { startBucket } from '#test/support/export/bucket.ts';
import { syntheticLines, temporaryFolder, toE164 } from '#test/support/flat-list-files.ts';
import { createTables, engineClient } from '#test/support/tables.ts';

const folder = temporaryFolder();
const client = engineClient();
const buckets: Awaited<ReturnType<typeof startBucket>>[] = [];
beforeAll(async () => {
  buckets.push(await startBucket(), await startBucket());
});
afterAll(async () => {
  folder.remove();
  await Promise.all(buckets.map((bucket) => bucket.stop()));
});

class Killed extends Error {
  override readonly name = 'Killed';
}

interface Place {
  readonly Registrations: string;
  readonly bucket: (typeof buckets)[number];
}

/** The command line as one process that is killed at its nth request to AWS; the request itself still arrives. */
async function run(place: Place, args: readonly string[], killedAt = Number.POSITIVE_INFINITY) {
  let requests = 0;
  const mortal = <T extends Pick<S3Client, 'send'> | Pick<DynamoDBDocumentClient, 'send'>>(real: T): T =>
    new Proxy(real, {
      get(target, name, receiver) {
        const member: unknown = Reflect.get(target, name, receiver);
        return name !== 'send' || typeof member !== 'function'
          ? member
          : async (...sent: unknown[]) => {
              const request = requests;
              requests += 1;
              if (request > killedAt) {
                throw new Killed();
              }
              const answer: unknown = await Reflect.apply(member, target, sent);
              if (request === killedAt) {
                throw new Killed();
              }
              return answer;
            };
      },
    });
  const said: string[] = [];
  const io = { out: (line: string) => void said.push(line), err: (line: string) => void said.push(line) };
  const deployment = {
    documentClient: mortal(DynamoDBDocumentClient.from(client)),
    s3Client: mortal(place.bucket.client),
    local: true,
    directory: { tables: { Registrations: place.Registrations }, buckets: { registries: place.bucket.bucketName } },
  };
  const status = await registryCommand(args, deployment, io).catch((error: unknown) => {
    if (!(error instanceof Killed)) {
      throw error;
    }
    return 'killed' as const;
  });
  return { status, said: said.join('\n') };
}

/** Every page and directory as it is stored. How changes are numbered depends on how often the pointer moved before. */
async function stored({ Registrations }: Place) {
  const { Items = [] } = await DynamoDBDocumentClient.from(client).send(new ScanCommand({ TableName: Registrations }));
  return Items.filter(({ pk }) => /^(page|area)#/.test(String(pk)))
    .map(({ change: _, was: __, ...item }) =>
      JSON.stringify(item, (_, value: unknown) => (value instanceof Uint8Array ? [...value].join() : value)),
    )
    .sort();
}

it('registry import, killed again and again a little further on, ends with the bytes of one that was not', async () => {
  const lines = syntheticLines(400, ['413', '617']);
  const [first = '', second = ''] = lines;
  const hash = '0123456789abcdef0123456789abcdef';
  const file = (name: string, content: readonly string[]) => folder.write(name, `${content.join('\n')}\n`);
  const lists = [
    { file: file(`2026-3-1_all_${hash}.txt`, lines), answer: 'registered, since 2026-03-01' },
    { file: file(`2026-3-2_all_${hash}.txt`, [`${first},2026-03-02,D`]), answer: 'not registered' },
    {
      file: file(
        `2026-3-3_413_${hash}.txt`,
        lines.filter((line) => line.startsWith('413')),
      ),
      answer: 'registered',
    },
  ];
  const [killed, whole] = await Promise.all(
    buckets.map(async (bucket) => ({ bucket, ...(await createTables(client, 'Registrations')) })),
  );
  if (killed === undefined || whole === undefined) {
    throw new Error('there are two places');
  }
  const check = async (line: string) => (await run(killed, ['check', toE164(line)])).said;
  for (const list of lists) {
    const before = await check(first);
    const args = ['import', 'us-national', list.file];
    let deaths = 0;
    for (let at = 0; ; at += 2) {
      const { status, said } = await run(killed, args, at);
      if (status !== 'killed') {
        expect(status, said).toBe(0);
        break;
      }
      deaths += 1;
      const now = await check(first);
      expect(now === before || now.includes(list.answer), now).toBe(true);
    }
    expect(deaths).toBeGreaterThan(5);
    expect(await check(first)).toContain(list.answer);
    expect((await run(whole, args)).status).toBe(0);
    expect(await stored(killed)).toEqual(await stored(whole));
  }
  expect(await check(second)).toContain('registered');
  expect((await run(killed, ['verify', 'us-national'])).status).toBe(0);
});
