import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkFile } from '#infra/cli/registry/check/check-file.ts';
import { usNational } from '#shared/registry/registries.ts';
import { createRegistryLookup } from '#shared/registry/registry-look-up.ts';
import { DamagedSnapshotError } from '#shared/registry/snapshot-archive.ts';
import { openSnapshots } from '#shared/registry/snapshot-look-up.ts';
import { syntheticLines, temporaryFolder, toE164 } from '#test/support/flat-list-files.ts';
import { importLines } from '#test/support/import-lines.ts';
import { createMemoryRegistrationStore } from '#test/support/memory-registration-store.ts';
import { added, deleted, importEntries } from '#test/support/registry/import-changes.ts';
import { createMemorySnapshotArchive } from '#test/support/registry/memory-snapshot-archive.ts';

const store = createMemoryRegistrationStore();
const archive = createMemorySnapshotArchive();
const folder = temporaryFolder();
afterAll(() => folder.remove());

beforeAll(async () => {
  await importLines({ store, archive, lines: ['413,5550142', '413,5550143', '202,5550100'], listDate: '2026-03-01' });
  const entries = [...added('413,5550144'), ...deleted('413,5550143')];
  await importEntries({ store, archive, entries, base: '2026-03-01', listDate: '2026-03-02' });
});

async function run(args: readonly string[], { day = '2026-03-10', archived = true } = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const status = await checkFile(args, {
    store,
    archive: archived ? archive : undefined,
    units: { read: 0, write: 0 },
    io: { out: (line) => void out.push(line), err: (line) => void err.push(line) },
    local: true,
    now: () => new Date(`${day}T12:00:00Z`),
  });
  return { status, out, err: err.join('\n') };
}

const numbers = [
  'Telephone;Name',
  '(413) 555-0142;Doe',
  '"+1 413 555 0143";"Roe"',
  '',
  '1-413-555-0144,Poe',
  '2025550100',
  'nonsense',
  '+14165550142\tanother country',
  '413555',
];
const answers = [
  'row,status,since,as_of',
  '2,registered,2026-03-01,2026-03-02',
  '3,not_registered,,2026-03-02',
  '5,registered,2026-03-02,2026-03-02',
  '6,registered,2026-03-01,2026-03-02',
  '7,unreadable,,',
  '8,unknown,,',
  '9,unreadable,,',
];

describe('a file of numbers against the snapshots', () => {
  it.each([
    ['LF', numbers.join('\n')],
    ['CRLF and a byte order mark', `\ufeff${numbers.join('\r\n')}\r\n`],
    ['gzip', gzipSync(numbers.join('\n'))],
  ])('is answered by row, from the first column in any spelling (%s)', async (_, content) => {
    const { status, out, err } = await run(['us-national', folder.write('numbers.csv', content)]);
    expect(out).toEqual(answers);
    expect(err).toContain('5 numbers of 7 lines checked');
    expect(err).toMatch(/registered +3\n.*not_registered +1\n.*unknown +1\n/);
    expect(err).toMatch(/unreadable +not_a_number 1, first in line 7\n/);
    expect(err).toMatch(/unreadable +\w+ 1, first in line 9\n/);
    expect(status).toBe(0);
  });

  it('goes into a file, whole, with the numbers only when they are wanted', async () => {
    const file = folder.write('numbers.txt', '4135550142\n');
    const to = join(file, '..', 'answers.csv');
    const { status, out, err } = await run(['us-national', file, '--out', to, '--with-numbers']);
    expect([status, err]).toEqual([0, '']);
    expect(out[0]).toBe('us-national: 1 numbers of 1 lines checked');
    expect(readFileSync(to, 'utf8')).toBe(
      'row,status,since,as_of,number\r\n1,registered,2026-03-01,2026-03-02,+14135550142\r\n',
    );
    expect(existsSync(`${to}.unfinished`)).toBe(false);
  });

  it('by a list older than callers may use is answered, said so, and ends with a status of its own', async () => {
    const file = folder.write('numbers.txt', '4135550142\n4165550142\n');
    expect(await run(['us-national', file], { day: '2026-04-02' })).toMatchObject({ status: 0 });
    expect(await run(['us-national', file], { day: '2026-04-03' })).toMatchObject({
      status: 3,
      out: ['row,status,since,as_of', '1,registered,2026-03-01,2026-03-02', '2,unknown,,'],
      err: expect.stringMatching(/1 answers rest on a stale list: .* 31 days/),
    });
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ['without a number', 'name\nDoe\nRoe\n', /holds no numbers/],
    ['empty', '', /holds no numbers/],
    ['binary', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2]), /binary/],
    ['cut short', gzipSync('4135550142\n'.repeat(999)).subarray(0, -9), /cut short/],
    ['with an endless line', '4'.repeat(9000), /more than 4096 bytes/],
  ])('%s is refused, and leaves no file of answers', async (_, content, message) => {
    const file = folder.write('numbers', content);
    const to = join(file, '..', 'none.csv');
    const { status, err } = await run(['us-national', file, '--out', to]);
    expect([status, err]).toEqual([1, expect.stringMatching(message)]);
    expect([existsSync(to), existsSync(`${to}.unfinished`)]).toEqual([false, false]);
  });

  it('needs a list, an archive, a place for the answers and a call that makes sense', async () => {
    const file = folder.write('numbers.txt', '4135550142\n');
    expect(await run(['uk-tps', file])).toMatchObject({ status: 1, err: expect.stringContaining('No list of uk-tps') });
    expect(await run(['us-national', file], { archived: false })).toMatchObject({ status: 1, out: [] });
    expect(await run(['xx', file])).toMatchObject({ status: 1, err: expect.stringContaining('no registry xx') });
    expect(await run(['us-national', '/nowhere/numbers'])).toMatchObject({
      status: 1,
      err: expect.stringContaining('does not exist'),
    });
    expect(await run(['us-national', file, '--out', '/nowhere/answers'])).toMatchObject({
      status: 1,
      err: expect.stringContaining('cannot be written (ENOENT)'),
    });
    for (const args of [[], ['us-national'], ['us-national', file, 'x'], ['us-national', file, '--contact', 'fax']]) {
      expect(await run(args)).toMatchObject({ status: 2, err: expect.stringMatching(/^usage/) });
    }
  });
});

describe('an area file that is gone during a check', () => {
  const start = async () => {
    const here = { store: createMemoryRegistrationStore(), archive: createMemorySnapshotArchive() };
    await importLines({ ...here, lines: ['413,5550142', '202,5550142'], listDate: '2026-03-01' });
    await importEntries({ ...here, entries: added('413,5550150'), listDate: '2026-03-02', base: '2026-03-01' });
    return here;
  };
  const check = async (
    { store: checked, archive: kept }: Awaited<ReturnType<typeof start>>,
    afterFirst: () => Promise<void>,
    more: readonly string[] = [],
  ) => {
    let reads = 0;
    const read: typeof kept.read = async (object, range) => {
      reads += 1;
      if (reads === 2) {
        await afterFirst();
      }
      return kept.read(object, range);
    };
    const err: string[] = [];
    const file = folder.write('both.txt', '2025550142\n4135550142\n');
    const status = await checkFile(['us-national', file, ...more], {
      ...{ store: checked, archive: { ...kept, read }, units: { read: 0, write: 0 }, local: true },
      io: { out: () => {}, err: (line) => void err.push(line) },
      now: () => new Date('2026-03-10T12:00:00Z'),
    });
    return { status, err: err.join('\n') };
  };

  const changeTwice = async (here: Awaited<ReturnType<typeof start>>) => {
    for (const day of [3, 4]) {
      const [listDate, base] = [`2026-03-0${day}`, `2026-03-0${day - 1}`];
      await importEntries({ ...here, entries: added(`413,555016${day}`), listDate, base });
    }
  };

  it('because change lists were applied meanwhile: all is checked anew if no answer has been printed', async () => {
    const here = await start();
    const out = join(folder.write('anew.txt', ''), '..', 'anew.csv');
    const { status, err } = await check(here, () => changeTwice(here), ['--out', out]);
    expect([status, err]).toEqual([0, expect.stringContaining('checking anew')]);
    expect(readFileSync(out, 'utf8').split('\r\n').slice(1, 3)).toEqual([
      '1,registered,2026-03-01,2026-03-04',
      '2,registered,2026-03-01,2026-03-04',
    ]);
  });

  it('because change lists were applied meanwhile: the check is to be run again if answers have been printed', async () => {
    const here = await start();
    const { status, err } = await check(here, () => changeTwice(here));
    expect([status, err]).toEqual([1, expect.stringMatching(/changed meanwhile. Run it again/)]);
    expect(err).not.toContain('Import');
    expect(await check(here, async () => {})).toMatchObject({ status: 0 });
  });

  it('and nothing else has changed: the list is to be imported again', async () => {
    const here = await start();
    const gone = async () => {
      throw new DamagedSnapshotError('there is no 1413.pages');
    };
    const { status, err } = await check(here, gone);
    expect([status, err]).toEqual([1, expect.stringMatching(/no 1413.pages. Import the list again/)]);
  });
});

it('snapshots say what the look-up of a report says, also when few areas are kept at a time', async () => {
  const here = { store: createMemoryRegistrationStore(), archive: createMemorySnapshotArchive() };
  const lines = syntheticLines(2000, ['202', '413', '617', '808']);
  await importLines({ ...here, lines, listDate: '2026-03-01' });
  const lookup = createRegistryLookup(here.store, { registries: [usNational.id], clock: () => new Date(0) });
  const head = await here.store.head(usNational.id);
  const [roomy, tight] = [await openSnapshots(here.archive, head), await openSnapshots(here.archive, head, 1)];
  const asked = [...lines.slice(0, 50), ...lines.slice(-50), '413,9990000', '416,5550142'].sort((a, b) =>
    a.slice(-4) < b.slice(-4) ? -1 : 1,
  );
  for (const line of asked) {
    const [answer = null] = await lookup.lookUp({ e164: toE164(line), country: 'US' });
    expect(await roomy.lookUp(toE164(line), 'call')).toEqual(answer);
    expect(await tight.lookUp(toE164(line), 'call')).toEqual(answer);
  }
  expect(roomy.areasRead).toBeLessThanOrEqual(4);
  expect(tight.areasRead).toBeGreaterThan(10);
});
