import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registryCommand } from '#infra/cli/commands/registry.ts';
import { startBucket } from '#test/support/export/bucket.ts';
import { syntheticLines, temporaryFolder, toE164 } from '#test/support/flat-list-files.ts';
import { zipOf } from '#test/support/registry/zip-files.ts';
import { createTables, engineClient } from '#test/support/tables.ts';

const client = engineClient();
const documentClient = DynamoDBDocumentClient.from(client);
const folder = temporaryFolder();
let Registrations = '';
let bucket: Awaited<ReturnType<typeof startBucket>>;

beforeAll(async () => {
  ({ Registrations } = await createTables(client, 'Registrations'));
  bucket = await startBucket();
});
afterAll(async () => {
  folder.remove();
  await bucket.stop();
});

async function run(args: readonly string[], local = true, archived = false) {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) };
  const tables = { Registrations };
  const deployment = archived
    ? {
        documentClient,
        local,
        s3Client: bucket.client,
        directory: { tables, buckets: { registries: bucket.bucketName } },
      }
    : { documentClient, local, directory: { tables } };
  const status = await registryCommand(args, deployment, io);
  return { status, out: out.join('\n'), err: err.join('\n') };
}

const lines = syntheticLines(20_000, ['202', '413', '617', '808']);
const zipped = await zipOf([{ name: 'list.txt', content: `${lines.join('\n')}\n` }]);
const march = ['--list-date', '2026-03-01'];

describe('ringfence registry', () => {
  it('says that no list is held at first', async () => {
    expect((await run(['status'])).out).toContain('us-national: no list is held');
    expect(await run(['check', '+1 202 555 0142'])).toMatchObject({
      status: 0,
      out: '+12025550142: unknown, no held list covers its area code',
    });
  });

  it('refuses a list without subscription and basis, and says why', async () => {
    const file = folder.write('list.txt', lines.join('\n'));
    const answer = await run(['import', 'us-national', file, ...march], false);
    expect(answer).toMatchObject({ status: 1, out: '' });
    expect(answer.err).toContain('47 USC 227(c)(3)(K)');
    expect(answer.err).toContain('--subscription');
    expect(await run(['import', 'us-national', file, ...march, '--subscription', '1-2'], false)).toMatchObject({
      status: 1,
    });
  });

  it('imports a list with a few bad lines, counts them, and answers from it', async () => {
    const [first = '', second = ''] = lines;
    const file = folder.write('list.txt', `${[...lines, first, 'nonsense', '202,12345', second].join('\r\n')}\r\n`);
    const { status, out, err } = await run(
      ['import', 'us-national', file, ...march, '--subscription', '1-2', '--basis', 'test'],
      false,
    );
    expect(status, err).toBe(0);
    expect(out).toContain('numbers      20,000');
    expect(out).toContain('lines read   20,004');
    expect(out).toContain('skipped      duplicate 2, first in lines 20001, 20004');
    expect(out).toContain('skipped      bad_line 1, first in line 20002');
    expect(out).toContain('skipped      wrong_length 1, first in line 20003');
    expect(await run(['check', toE164(first)])).toMatchObject({
      status: 0,
      out: `${toE164(first)}: registered, since 2026-03-01 at the latest (us-national, list of 2026-03-01), too old to go by`,
    });
    expect((await run(['check', '(413) 999-0000'])).out).toBe(
      '+14139990000: not registered (us-national, list of 2026-03-01), too old to go by',
    );
    expect((await run(['check', '(416) 555-0142'])).out).toContain('unknown');
    expect((await run(['status'])).out).toContain('held under   1-2: test');
  });

  it('takes the same list again, gzipped, as already current', async () => {
    const file = folder.write('2026-3-1_all_0123456789abcdef0123456789abcdef.txt.gz', `${lines.join('\n')}\n`);
    const { status, out } = await run(['import', 'us-national', file]);
    expect(status).toBe(0);
    expect(out).toContain('already the current one');
    expect(out).toContain('write units  0,');
  });

  const hash = '0123456789abcdef0123456789abcdef';
  const ahead = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  it.each<[string, string, string | Uint8Array, readonly string[], RegExp]>([
    ['a zip archive', 'list.zip', Buffer.from('504b0304ffff', 'hex'), march, /zip archive/],
    [
      'a damaged gzip file',
      'list.txt.gz',
      Buffer.from('1f8b08000000000000ffffffffff', 'hex'),
      march,
      /gzip file is damaged/,
    ],
    [
      'a zip archive cut short',
      'list.zip',
      zipped.subarray(0, zipped.length - 200),
      march,
      /zip archive has no end: it was cut short/,
    ],
    ['a gzip file cut short', 'list.txt.gz', gzipSync(lines.join('\n')).subarray(0, 5000), march, /cut short/],
    ['a list cut short', 'list.txt', lines.join('\n').slice(0, -3), march, /cut short/],
    ['an empty file', 'list.txt', '', march, /empty/],
    ['a list without a date', 'list.txt', lines.join('\n'), [], /--list-date/],
    ['a list of the future', 'list.txt', lines.join('\n'), ['--list-date', ahead], /future/],
    ['an older list', `2026-2-1_all_${hash}.txt`, lines.join('\n'), [], /newer list, of 2026-03-01/],
    [
      'a list of another country',
      'list.txt',
      `${syntheticLines(50, ['416']).join('\n')}\n`,
      march,
      /other_country 50 \(a number of another country, first in line 1\)/,
    ],
    ['a list of another area than its name says', `2026-4-1_416_${hash}.txt`, lines.join('\n'), [], /other_area/],
  ])('refuses %s in one line and keeps the list it has', async (_, name, content, options, message) => {
    const { status, out, err } = await run(['import', 'us-national', folder.write(name, content), ...options]);
    expect(status).toBe(1);
    expect(out).toBe('');
    expect(err.split('\n').filter((line) => !line.startsWith('read '))).toEqual([expect.stringMatching(message)]);
    const [first = ''] = lines;
    expect((await run(['check', toE164(first)])).out).toContain('(us-national, list of 2026-03-01)');
  });

  it('applies change lists to a list that was loaded before there were snapshot files, and makes these', async () => {
    const [first = '', second = '', third = ''] = lines;
    const added = ['202,9990000', '413,9990001'];
    const change = (day: string, entries: readonly string[]) =>
      folder.write(`2026-3-${day}_all_${hash}.txt`, `${entries.join('\n')}\n`);
    const changes = [
      ...added.map((line) => `${line},2026-03-02,A`),
      `${first},2026-03-02,D`,
      '415,5550100,2026-03-02,A',
    ];
    const applied = await run(['import', 'us-national', change('2', changes)], true, true);
    expect(applied.status, applied.err).toBe(0);
    expect(applied.out).toContain('the list of 2026-03-01 answers as of 2026-03-02 now');
    expect(applied.out).toMatch(/added +2\n.*deleted +1\n/);
    expect(applied.out).toContain('left out     1 changes in area codes');
    expect(applied.out).toMatch(/price +\$0\.00/);
    expect((await run(['check', toE164(first)])).out).toContain('not registered (us-national, list of 2026-03-02)');
    expect((await run(['check', toE164('202,9990000')])).out).toContain('since 2026-03-02 at the latest');
    expect((await run(['check', toE164(second)])).out).toContain('since 2026-03-01 at the latest');

    const again = await run(['import', 'us-national', change('2', changes)], true, true);
    expect(again).toMatchObject({ status: 0, out: expect.stringContaining('was applied before') });
    const skipping = await run(['import', 'us-national', change('5', [`${second},2026-03-05,D`])], true, true);
    expect(skipping).toMatchObject({
      status: 1,
      err: expect.stringMatching(/list of 2026-03-02 is held.*continues the one/s),
    });
    const [firstDigits, thirdDigits] = [first, third].map((line) => line.replace(',', ''));
    const next = change('5', [`A;${firstDigits};2026-03-04`, `D;${thirdDigits};2026-03-03`]);
    const written = ['--format', 'us-flat-change', '--columns', 'operation,number,day', '--delimiter', 'semicolon'];
    const since = await run(['import', 'us-national', next, '--since', '2026-03-02', ...written], true, true);
    expect(since.status, since.err).toBe(0);
    expect((await run(['check', toE164(first)])).out).toContain('since 2026-03-04 at the latest');
    expect((await run(['status'])).out).toContain('list of 2026-03-05');
  });

  it('takes XML as Canada publishes it, which is not well-formed, with a broken element and mixed line ends', async () => {
    const numbers = Array.from({ length: 300 }, (_, index) => `    <ph val='5550${String(index).padStart(3, '0')}' />`);
    const start = ["<list type='full' level='ac' val='416' />", "  <ac val='416'>"];
    const broken = ["    <ph val='5559998", "    <ph val='5559999' />"];
    const all = [...start, ...numbers, ...broken, '  </ac>', '</list>'];
    const xml = all.map((line, index) => line + (['\n', '\r\n', '\r'][index % 3] ?? '')).join('');
    const args = ['import', 'ca-dncl', folder.write('canada.xml', xml), ...march, '--basis', 'test'];
    const { status, out, err } = await run(args);
    expect(status, err).toBe(0);
    expect(out).toContain('numbers      301');
    expect(out).toContain('malformed 1, first in line 303: XML that is not well-formed');
    expect((await run(['check', '+14165550299'])).out).toContain('registered, since 2026-03-01 at the latest (ca-dncl');
    const cut = folder.write('canada.xml', xml.slice(0, -20));
    expect(await run(['import', 'ca-dncl', cut, '--list-date', '2026-03-02', '--basis', 'test'])).toMatchObject({
      status: 1,
      err: expect.stringContaining('cut short'),
    });
    expect((await run(['check', '+14165550299'])).out).toContain('list of 2026-03-01');
  });

  it('says what is wrong with a call', async () => {
    const missing = await run(['import', 'us-national', '/nowhere/list.txt', ...march]);
    expect(missing).toMatchObject({
      status: 1,
      out: '',
      err: 'Nothing was imported: /nowhere/list.txt does not exist.',
    });
    expect((await run(['import', 'us-national', tmpdir(), ...march])).err).toContain('is a folder');
    expect((await run(['import', 'xx-none', '/nowhere', ...march])).err).toContain('known: us-national');
    for (const args of [
      [],
      ['import'],
      ['import', 'us-national'],
      ['import', 'us-national', 'f', '--whatever'],
      ['import', 'us-national', 'f', '--columns', 'area,name'],
      ['import', 'us-national', 'f', '--delimiter', 'x'],
      ['check'],
      ['check', '12'],
      ['status', 'x'],
      ['drop'],
    ]) {
      expect(await run(args)).toMatchObject({ status: 2, out: '', err: expect.stringMatching(/^usage/) });
    }
  });
});
