import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { everyContact } from '#shared/registry/page-kinds.ts';
import { decodePage } from '#shared/registry/read-page.ts';
import { DamagedSnapshotError } from '#shared/registry/snapshot-archive.ts';
import { mostDirectoryBytes, readAreaDirectory, readAreaFile, writeAreaFile } from '#shared/registry/snapshot-file.ts';
import { encodePage } from '#shared/registry/write-page.ts';
import { daysOf, range } from '#test/support/registry/pages.ts';

const golden = new URL('../../support/registry/golden-snapshots/1413.pages', import.meta.url);
const page = (name: string, days: Uint16Array) =>
  encodePage(
    { callingCode: '1', page: name },
    { layers: [{ kind: everyContact, days }] },
    { windowStart: 20_000, maxBytes: 1940 },
  ).page;
const pages = new Map([
  ['1413999', page('1413999', daysOf(range(0, 10_000, 19_000)))],
  ['1413000', page('1413000', daysOf([[0, 20_500]]))],
  ['1413555', page('1413555', daysOf([...range(100, 200, 19_500), [142, 20_400]]))],
  ['1413556', page('1413556', daysOf([]))],
]);
const file = () => writeAreaFile('1413', pages);

/** Written from docs/registry-snapshots.md, section 3, alone: where each page stands. */
function placesIn(bytes: Buffer): readonly (readonly [page: number, from: number, to: number])[] {
  expect(bytes.toString('latin1', 0, 4)).toBe('RFSA');
  expect([...bytes.subarray(4, 8)]).toEqual([1, 0, 0, 0]);
  const area = Number(bytes.readBigUInt64BE(8));
  const n = bytes.readUInt32BE(16);
  expect(bytes.readUInt32BE(20)).toBe(bytes.length);
  expect(bytes.readUInt32BE(24 + 6 * n)).toBe(crc32(bytes.subarray(0, 24 + 6 * n)));
  const begins = (index: number) => (index < n ? bytes.readUInt32BE(24 + 6 * index + 2) : bytes.length);
  return Array.from({ length: n }, (_, index) => [
    area * 1000 + bytes.readUInt16BE(24 + 6 * index),
    begins(index),
    begins(index + 1),
  ]);
}

describe('the file of an area', () => {
  it('is the golden file, to the byte', () => {
    expect(Buffer.from(file()).equals(readFileSync(golden))).toBe(true);
  });

  it('is read by a reader that knows the document only', () => {
    const bytes = readFileSync(golden);
    const places = placesIn(bytes);
    expect(places.map(([name]) => name)).toEqual([1_413_000, 1_413_555, 1_413_999]);
    for (const [name, from, to] of places) {
      expect(bytes.subarray(from, to)).toEqual(Buffer.from(pages.get(String(name)) ?? []));
    }
  });

  it('gives its pages back by name, without those on which nobody is listed', () => {
    const read = readAreaFile(file());
    expect([...read.keys()]).toEqual(['1413000', '1413555', '1413999']);
    expect(decodePage(read.get('1413555') ?? new Uint8Array())[142]).toBe(20_400);
    expect(readAreaFile(writeAreaFile('1413', new Map())).size).toBe(0);
  });

  it('tells where its pages stand from its first bytes', () => {
    const start = file().subarray(0, mostDirectoryBytes);
    const { from, to } = readAreaDirectory(start).pages.get('1413555') ?? { from: 0, to: 0 };
    expect(Buffer.from(file().subarray(from, to))).toEqual(Buffer.from(pages.get('1413555') ?? []));
  });

  it('is never read with a changed byte, cut short, or with the pages of other numbers', () => {
    const whole = file();
    for (let at = 0; at < whole.length; at += 1) {
      const damaged = Uint8Array.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      expect(() => readAreaFile(damaged), `byte ${at}`).toThrow();
    }
    for (const length of [0, 3, 24, 40, whole.length - 1]) {
      expect(() => readAreaFile(whole.subarray(0, length))).toThrow();
    }
    const strange = writeAreaFile('1414', new Map([['1414555', pages.get('1413555') ?? new Uint8Array()]]));
    expect(() => readAreaFile(strange)).toThrow(DamagedSnapshotError);
  });
});
