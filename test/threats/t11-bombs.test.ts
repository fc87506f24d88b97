import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readLog, refusalOf } from '#test/support/call-logs/read-log.ts';
import { readInSmallHeap } from '#test/support/call-logs/small-heap.ts';
import { readUploadInSmallHeap } from '#test/support/call-logs/upload-small-heap.ts';
import { uploadWorld } from '#test/support/call-logs/upload-world.ts';

const megabyte = 1024 * 1024;
const call = '<call number="+12025550123" duration="0" date="1795168801000" type="1" />\n';
const entities = (system: string) => `<?xml version="1.0"?>\n<!DOCTYPE calls ${system}>\n<calls>${call}</calls>`;
/** Many members of gzip one after the other are one file. */
const packed = (block: string | Buffer, times: number) => {
  const member = gzipSync(block, { level: 9 });
  return Buffer.concat(Array.from({ length: times }, () => member));
};
test.each([
  [
    'nested entities',
    entities(`[<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]`),
  ],
  ['an external entity', entities('[<!ENTITY x SYSTEM "file:///etc/passwd">]')],
  ['an external document type', entities('SYSTEM "http://192.0.2.1/evil.dtd"')],
  ['parameter entities', entities('[<!ENTITY % p SYSTEM "http://192.0.2.1/x"> %p;]')],
  [
    'the document type of a web page in a phone log',
    entities('PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"'),
  ],
  ['a declaration after the rows', `<calls>${call.repeat(2000)}<!DOCTYPE calls [<!ENTITY a "b">]></calls>`],
  ['an entity declaration alone', `<calls>${call.repeat(2000)}<!ENTITY a "b"></calls>`],
])('T11: %s: the file is refused', async (_name, file) => {
  expect(await refusalOf(file)).toBe('declarations');
});

test('T11: a reference that nothing defines loses its row and expands to nothing', async () => {
  const page = await readLog(`<calls><call number="&lol;" date="1795168801000" type="1" />${call}</calls>`);
  expect(page.skipped).toEqual([{ row: 1, reason: 'malformed' }]);
  expect(page.calls.map(({ row }) => row)).toEqual([2]);
});

test('T11: 200 MB in 204 KB of gzip are given up at the first that shows what it is', async () => {
  const zeros = packed(Buffer.alloc(megabyte), 200);
  expect(zeros.length).toBeLessThan(300_000);
  expect(await refusalOf(zeros)).toBe('binary');
  expect(await refusalOf(Buffer.concat([gzipSync('<calls>'), packed(Buffer.alloc(megabyte, ' '), 200)]))).toBe('bomb');
});

test('T11: rows that pack a hundred to one and more are a bomb; a log never is', async () => {
  expect(await refusalOf(packed(`<calls>${call.repeat(40_000)}`, 1))).toBe('bomb');
  const varied = Array.from({ length: 20_000 }, (_, index) =>
    call
      .replace('0123"', `${String(100 + ((index * 7919) % 100)).padStart(4, '0')}"`)
      .replace('1795168801', `${1795168801 - ((index * 104_729) % 90_000_000)}`),
  );
  expect(await readLog(gzipSync(`<calls>${varied.join('')}</calls>`, { level: 9 }))).toMatchObject({
    rows: 20_000,
    complete: true,
  });
});

test('T11: gzip in gzip is an archive; gzip that is damaged from the start is told so; one that breaks off is read so far', async () => {
  const log = gzipSync(`<calls>${call.repeat(50)}</calls>`);
  expect(await refusalOf(gzipSync(log))).toBe('archive');
  expect(await refusalOf(Buffer.from([0x1f, 0x8b, 0x08, 0xff, 0xff, 0xff]))).toBe('damaged');
  const long = gzipSync(
    `<calls>${Array.from({ length: 9000 }, (_, index) => call.replace('0123', String(1000 + index))).join('')}</calls>`,
  );
  const cut = await readLog(long.subarray(0, long.length / 2));
  expect(cut.complete).toBe(false);
  expect(cut.rows).toBeGreaterThan(100);
});

test.each([
  ['one attribute of 50 MB', '<calls><call number="', 'x'],
  ['one tag of 50 MB', '<calls><call ', 'a="b" '],
  ['one comment of 50 MB', '<calls><!-- ', 'x'],
  ['one page element of 50 MB', '<div class="haudio"><a class="', 'x'],
])('T11: %s is refused, in a heap of 32 MB', async (_name, start, filling) => {
  const outcome = await readInSmallHeap({ start, filling, megabytes: 50, end: '' });
  expect(outcome).toMatchObject({ kind: 'refused', reason: 'oversized' });
});

test('T11: 100 MB of a picture in a message are stepped over, in a heap of 32 MB', async () => {
  const start =
    '<smses><mms date="1795168801000" msg_box="1" address="+12025550123"><parts><part ct="image/png" data="';
  const end = '" /><part ct="text/plain" text="You won" /></parts></mms></smses>';
  const outcome = await readInSmallHeap({ start, filling: 'QUJD', megabytes: 100, end });
  const calls = [{ row: 1, report: { text: 'You won' } }];
  expect(outcome).toMatchObject({ kind: 'read', page: { rows: 1, complete: true, calls } });
});

test('T11: one line of 100 MB is one row too long, in a heap of 32 MB', async () => {
  const start = 'Date,Number\n2026-11-20,2025550123\n2026';
  const outcome = await readInSmallHeap({ start, filling: 'x"', megabytes: 100, end: '\n2026-11-20,2025550124\n' });
  const expected = { rows: 3, skipped: [{ row: 2, reason: 'too_long' }], calls: [{ row: 1 }, { row: 3 }] };
  expect(outcome).toMatchObject({ kind: 'read', page: expected });
});

test('T11: a million rows are refused, also empty ones; a million blank lines are nothing', async () => {
  const unlimited = { ratio: 10_000 };
  expect(await refusalOf(packed(`Date,Number\n${'2026-11-20,2025550123\n'.repeat(1000)}`, 1000), unlimited)).toBe(
    'too_many_rows',
  );
  expect(await refusalOf(packed(`Date,Number\n${',\n'.repeat(1000)}`, 1000), unlimited)).toBe('too_many_rows');
  expect(await refusalOf(packed(`<calls>${call.repeat(1000)}`, 1000), unlimited)).toBe('too_many_rows');
  const blank = await readLog(`Date,Number\n2026-11-20,2025550123\n${'\n'.repeat(1_000_000)}`);
  expect(blank.rows).toBe(1);
});

test('T11: an upload of 60 MB is read, and its pages written one at a time, in a heap of 40 MB', async () => {
  const row = call.replace('/>', `note="${'x'.repeat(2000)}" />`);
  const read = await readUploadInSmallHeap({ start: '<calls>', row, rows: 30_000, end: '</calls>' });
  expect(30_000 * row.length).toBeGreaterThan(60_000_000);
  expect(read).toMatchObject({ result: { kind: 'read', rows: 30_000, complete: true }, pages: 2, mostUnderWay: 1 });
  expect(read.longestPage).toBeLessThan(3_000_000);
});

test('T11: an upload with too many rows, and one that unpacks to too much, are refused and leave no page', async () => {
  const { deps, uploads, upload, opened } = uploadWorld({ rows: 1000, ratio: 10_000, unpackedBytes: megabyte });
  const rows = `Date,Number\n${'2026-11-20,2025550123\n'.repeat(1001)}`;
  const bomb = gzipSync(`<calls>${' '.repeat(megabyte)}</calls>`);
  for (const [file, reason] of [
    [rows, 'too_many_rows'],
    [bomb, 'bomb'],
  ] as const) {
    const id = await opened({}, { keepFile: false, redirect: null });
    await upload(id, file);
    expect(await uploads.read(id)).toMatchObject({ kind: 'failed', reason });
  }
  expect(deps.everything().filter((key) => !/^asked|result$/.test(key))).toEqual([]);
});

test('T11: quotes that never end cost time in proportion to the file', async () => {
  const lines = `Date,Number\n${'"2026-11-20,"2025550123\n'.repeat(150_000)}`;
  const { rows } = await readLog(lines);
  expect(rows).toBeGreaterThan(70_000);
});

test.each([
  ['UTF-16 with its mark, little end first', Buffer.from(`\ufeff<calls>${call}</calls>`, 'utf16le')],
  ['UTF-16 with its mark, big end first', Buffer.from(`\ufeff<calls>${call}</calls>`, 'utf16le').swap16()],
  ['UTF-8 with its mark', Buffer.from(`\ufeff<calls>${call}</calls>`)],
])('T11: %s is read', async (_name, file) => {
  expect(await readLog(file)).toMatchObject({ format: 'smsbr-calls', rows: 1, complete: true });
});

test('T11: UTF-8 that breaks off inside a letter, and bytes that are none, are read as far as they go', async () => {
  const text = Buffer.from('<smses><sms address="88022" date="1795168801000" type="1" body="caf\u00e9" /></smses>');
  const at = text.indexOf(0xc3);
  const broken = Buffer.concat([text.subarray(0, at + 1), text.subarray(at + 2)]);
  expect((await readLog(broken)).calls[0]?.report.text).toBe('cafÃ');
});
