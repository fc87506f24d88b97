import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { listFile, messageOf, readEntries } from '#test/support/registry/list-file.ts';
import { zipOf } from '#test/support/registry/zip-files.ts';

const refusalOf = async (content: string | Uint8Array) => messageOf(await readEntries(listFile(content)));
const repeated = (bytes: number) => '413,5550142\n'.repeat(Math.ceil(bytes / 12));

test('T11: a packed list that unpacks to far more than lists do is refused before it is unpacked', async () => {
  const gzip = gzipSync(repeated(100_000_000));
  expect(await refusalOf(gzip)).toMatch(/100 times its size/);
  expect(await refusalOf(await zipOf([{ name: 'a', content: repeated(5_000_000) }]))).toMatch(
    /more than a list can hold/,
  );
});

test('T11: a zip whose directory names the same content again and again is refused', async () => {
  const zip = await zipOf([{ name: 'a', content: repeated(900_000) }]);
  const directory = zip.indexOf(Buffer.from('504b0102', 'hex'));
  const end = zip.indexOf(Buffer.from('504b0506', 'hex'));
  const tail = Buffer.from(zip.subarray(end));
  tail.writeUInt16LE(500, 8);
  tail.writeUInt16LE(500, 10);
  tail.writeUInt32LE((end - directory) * 500, 12);
  const entries = Array.from({ length: 500 }, () => zip.subarray(directory, end));
  expect(await refusalOf(Buffer.concat([zip.subarray(0, directory), ...entries, tail]))).toMatch(
    /more than a list can hold/,
  );
});

test('T11: XML that declares or nests costs no more than its bytes', async () => {
  const laughs = `<!DOCTYPE list [<!ENTITY a "413"><!ENTITY b "&a;&a;">]><list type='full'/>`;
  expect(await refusalOf(laughs)).toMatch(/document type or entities/);
  expect(await refusalOf(`<list type='full'>${'<ac val="413">'.repeat(200_000)}`)).toMatch(/cut short/);
  expect(await refusalOf(`<list type='full'>${'<'.repeat(1_000_000)}`)).toMatch(/malformed/);
  expect(await refusalOf(`<list type='full'><!--${'-'.repeat(1_000_000)}`)).toMatch(/cut short/);
});

test('T17: what a poisoned file says is never repeated', async () => {
  for (const file of [
    '\u007fELF\u0001canary',
    '<html>canary',
    'canary,canary\n',
    "<list type='canary'/>",
    '413,5550142\ncanary\n',
  ]) {
    expect(JSON.stringify((await readEntries(listFile(file))).reading)).not.toContain('canary');
  }
});
