import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readLog, refusalOf, tryLog } from '#test/support/call-logs/read-log.ts';
import { uploadWorld } from '#test/support/call-logs/upload-world.ts';

const table = 'Date,Number,Name\n2026-11-20,+1 202 555 0123,\n';
const program = Buffer.concat([
  Buffer.from('MZ\u0090\0\u0003\0\0\0', 'latin1'),
  Buffer.alloc(200),
  Buffer.from('This program cannot be run in DOS mode.'),
]);

test.each([
  ['a Windows program', program, 'binary'],
  ['a Linux program', Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), 'binary'],
  ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'binary'],
  ['a document', Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'), 'binary'],
  ['a rich text', Buffer.from('{\\rtf1\\ansi'), 'binary'],
  ['a database', Buffer.from('SQLite format 3\0'), 'binary'],
  ['a spreadsheet or another zip', Buffer.from('PK\x03\x04\x14\0\x06\0'), 'archive'],
  ['a 7z archive', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), 'archive'],
  ['a program behind a header of a log', Buffer.concat([Buffer.from(table), program]), 'binary'],
  ['UTF-16 without its mark', Buffer.from(table, 'utf16le'), 'binary'],
  ['a shell script', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'not_a_log'],
  ['a web page with a script', Buffer.from('<html><script>alert(1)</script></html>'), 'not_a_log'],
])('T17: %s is refused, packed or not, whatever its name says', async (_name, file, reason) => {
  expect(await refusalOf(file)).toBe(reason);
  expect(await refusalOf(gzipSync(file))).toBe(reason);
});

test.each([
  ['a Windows program', program, 'binary'],
  ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'binary'],
  ['a zip', Buffer.from('PK\x03\x04\x14\0\x06\0'), 'archive'],
  ['a web page with a script', Buffer.from('<html><script>alert(1)</script></html>'), 'not_a_log'],
  ['declarations', Buffer.from('<!DOCTYPE calls [<!ENTITY a "b">]><calls></calls>'), 'declarations'],
])('T17: %s that is uploaded is refused, erased, and never given out again', async (_name, file, reason) => {
  const { deps, uploads, upload, opened, nameOf } = uploadWorld();
  const id = await opened({}, { keepFile: false, redirect: null });
  await upload(id, file);
  expect(await uploads.read(id)).toMatchObject({ kind: 'failed', reason });
  expect(await deps.files.open(nameOf(id))).toBeNull();
  expect(deps.everything().map((key) => key.replace(/\w{64}/, 'name').replace(/\w{26}/, 'reading'))).toEqual([
    'asked/name',
    'read/name/reading/result',
  ]);
});

test('T17: what is kept of an upload is the facts of its calls, never what stood beside them', async () => {
  const { deps, upload, opened, read } = uploadWorld();
  const id = await opened({}, { keepFile: false, redirect: null });
  await upload(
    id,
    'Date,Number,Name,Notes\n2026-11-20,+1 202 555 0123,<script>canary</script>,=canary("http://198.51.100.7")\n',
  );
  expect((await read(id)).page.rows).toBe(1);
  expect(deps.contents().join()).not.toContain('canary');
});

test('T17: nothing of a file comes back but the facts of its calls', async () => {
  const page = await readLog(
    'Date,Number,Name,Notes\n2026-11-20,+1 202 555 0123,<script>alert(1)</script>,=HYPERLINK("http://198.51.100.7")\n2026-11-20,<img src=x>,x,y\n',
  );
  expect(page.rows).toBe(2);
  expect(JSON.stringify(page)).not.toMatch(/script|HYPERLINK|img/);
});

test('T17: NUL and control characters deep in a file never reach a report', async () => {
  const text = `${'x'.repeat(70_000)}`;
  const page = await readLog(
    `<smses><sms address="88022" date="1795168801000" type="1" body="${text}" /><sms address="88022" date="1795168801000" type="1" body="a\0b\u0007c\u001b[31m" /><sms address="880\u202e22" date="1795168801000" type="1" body="x" /></smses>`,
  );
  expect(page.calls.map(({ report }) => report.text?.slice(0, 8))).toEqual(['xxxxxxxx', 'abc[31m']);
  expect(page.skipped).toEqual([{ row: 3, reason: 'sender' }]);
});

test('T17: a refusal repeats nothing of the file', async () => {
  const outcome = await tryLog('<secret>canary-4135550142</secret>');
  expect(JSON.stringify(outcome)).not.toContain('canary');
});
