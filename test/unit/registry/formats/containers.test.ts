import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ListFile } from '#shared/registry/formats/list-reading.ts';
import { openArchive } from '#shared/registry/formats/zip-archive.ts';
import { findRegistry, usNational } from '#shared/registry/registries.ts';
import { expectRead, listFile, messageOf, nameOf, readEntries } from '#test/support/registry/list-file.ts';
import { zipOf } from '#test/support/registry/zip-files.ts';

const of413 = '413,5550142\n413,5550143\n';
const of818 = '818,5550142\n';
const numbers = [14135550142, 14135550143, 18185550142];
const byArea = [
  { name: nameOf('413'), content: of413 },
  { name: nameOf('818'), content: of818 },
];

describe('a packed list', () => {
  it.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ['gzip', () => gzipSync(of413 + of818)],
    ['gzip in two parts', () => Buffer.concat([gzipSync(of413), gzipSync(of818)])],
    ['zip', () => zipOf([{ name: 'list.txt', content: of413 + of818 }])],
    ['zip, stored', () => zipOf([{ name: 'list.txt', content: of413 + of818, compress: false }])],
    ['zip, a file for each area code', () => zipOf(byArea)],
    [
      'zip with folders and what macOS adds',
      () =>
        zipOf([
          ...byArea.map((file) => ({ ...file, name: `a/${file.name}` })),
          { name: '__MACOSX/a', content: '\u0000' },
        ]),
    ],
  ])('is read from %s, whatever its name and however it comes', async (_, pack) => {
    const packed = await pack();
    for (const size of [3, 1 << 16]) {
      const list = expectRead(await readEntries(listFile(packed, nameOf('us', 'txt'), size)));
      expect(list.numbers).toEqual(numbers);
      expect(list.summary).toMatchObject({ bytes: of413.length + of818.length });
    }
  });

  it('of files for each area code covers these, is dated by their names, and tells in which file a line stands', async () => {
    const packed = await zipOf([
      ...byArea,
      { name: nameOf('617'), content: '' },
      { name: nameOf('508'), content: '508,5550142\nx\n508,5550143\n' },
    ]);
    const list = expectRead(await readEntries(listFile(packed, 'lists.zip')));
    expect(list.facts).toMatchObject({
      covers: { kind: 'areas', areas: ['1413', '1508', '1617', '1818'] },
      dateFrom: 'file name',
    });
    expect(list.summary).toMatchObject({ files: 4, skipped: { bad_line: { count: 1, firstLines: ['4:2'] } } });
  });

  it('may be read file by file', async () => {
    const packed = await zipOf(byArea);
    const second = expectRead(await readEntries(listFile(packed), usNational, { member: 1 }));
    expect([second.numbers, second.facts.covers]).toEqual([[18185550142], { kind: 'areas', areas: ['1818'] }]);
    expect(messageOf(await readEntries(listFile(packed), usNational, { member: 2 }))).toMatch(/no file 3/);
  });

  it('may be XML, an area code each', async () => {
    const xml = (area: string) =>
      `<list type='full' level='ac' val='${area}'/><ac val='${area}'><ph val='5550142'/></ac></list>`;
    const packed = await zipOf(['416', '604'].map((area) => ({ name: `${area}.xml`, content: xml(area) })));
    const list = expectRead(await readEntries(listFile(packed), findRegistry('ca-dncl') ?? usNational));
    expect(list.facts.covers).toEqual({ kind: 'areas', areas: ['1416', '1604'] });
  });
});

describe('a container is refused', () => {
  const sizes = { bytes: 10_000_000, ratio: 100, ratioFrom: 1_000_000, files: 3 };
  const zeros = '0'.repeat(3_000_000);

  it.each<[string, () => Promise<Uint8Array> | Uint8Array, RegExp]>([
    ['gzip cut short', () => gzipSync(of413.repeat(100)).subarray(0, -9), /cut short/],
    ['damaged gzip', () => Buffer.from('1f8b08000000000000ffffffffff', 'hex'), /gzip file is damaged/],
    ['gzip in gzip', () => gzipSync(gzipSync(of413)), /compressed twice/],
    ['zip in gzip', async () => gzipSync(await zipOf(byArea)), /zip archive inside/],
    [
      'zip in zip',
      async () => zipOf([{ name: 'a.zip', content: await zipOf(byArea) }]),
      /File 1 of the archive: .*zip archive inside/,
    ],
    ['gzip in zip', () => zipOf([{ name: 'a.gz', content: gzipSync(of413) }]), /compressed twice/],
    ['zip cut short', async () => (await zipOf(byArea)).subarray(0, -30), /cut short/],
    ['only the head of a zip', () => Buffer.from('504b0304ffff', 'hex'), /cut short/],
    ['an empty zip', () => zipOf([]), /no files/],
    [
      'a zip with a damaged file',
      async () => damaged(await zipOf([{ name: 'a.txt', content: of413, compress: false }])),
      /size or checksum/,
    ],
    ['an encrypted zip', async () => flagged(await zipOf(byArea)), /encrypted/],
    ['a gzip bomb', () => gzipSync(of413.repeat(100_000)), /100 times its size/],
    ['a zip bomb', () => zipOf([{ name: 'a.txt', content: zeros }]), /more than a list can hold/],
    [
      'two files of one area code',
      () =>
        zipOf([
          { name: nameOf('413'), content: of413 },
          { name: nameOf('413', 'csv'), content: of413 },
        ]),
      /two files of area code 413/,
    ],
    [
      'files of two days',
      () =>
        zipOf([
          { name: nameOf('413'), content: of413 },
          { name: nameOf('818', 'txt', '2026-10-1'), content: of818 },
        ]),
      /different dates/,
    ],
    [
      'full list and changes',
      () =>
        zipOf([
          { name: 'a', content: of413 },
          { name: 'b', content: '413,5550142,2026-10-30,A\n' },
        ]),
      /File 2 .*us-flat-change/,
    ],
    [
      'another file among the lists',
      () =>
        zipOf([
          { name: 'a', content: of413 },
          { name: 'readme', content: 'See our page.' },
        ]),
      /File 2 of the archive: .*none of the formats/,
    ],
    ['a wrong area code in a file', () => zipOf([{ name: nameOf('413'), content: of818 }]), /other_area 1/],
  ])('%s', async (_, pack, message) => {
    expect(messageOf(await readEntries(listFile(await pack())))).toMatch(message);
  });

  it('with more files than there are area codes, before one is read', async () => {
    const packed = await zipOf([1, 2, 3, 4].map((index) => ({ name: String(index), content: of413 })));
    await expect(openArchive(listFile(packed), sizes)).rejects.toThrow(/holds 4 files/);
  });

  it('whose files together are too large, before one is read', async () => {
    const random = (index: number) => Buffer.alloc(4_000_000, `${index}`);
    const packed = await zipOf(
      [1, 2, 3].map((index) => ({ name: String(index), content: random(index), compress: false })),
    );
    await expect(openArchive(listFile(packed), sizes)).rejects.toThrow(/more than a list can hold/);
  });
});

describe('faults of the source', () => {
  it.each(['plain', 'gzip', 'zip'])('are thrown, not blamed on the list (%s)', async (form) => {
    const content = form === 'plain' ? Buffer.from(of413) : form === 'gzip' ? gzipSync(of413) : await zipOf(byArea);
    const broken: ListFile = {
      ...listFile(content),
      async *read(from, to) {
        if (to - from > 4) {
          throw new Error('the disk is gone');
        }
        yield content.subarray(from, to);
      },
    };
    await expect(readEntries(broken)).rejects.toThrow('the disk is gone');
  });

  it('that leave out the end are seen', async () => {
    const short: ListFile = { ...listFile(of413), bytes: of413.length + 5 };
    expect(messageOf(await readEntries(short))).toMatch(/ended earlier/);
  });
});

/** Another digit in the content. */
function damaged(zip: Buffer): Buffer {
  const at = zip.indexOf('5550142');
  return Buffer.concat([zip.subarray(0, at), Buffer.from('6'), zip.subarray(at + 1)]);
}

/** The flag of encryption in the directory. */
function flagged(zip: Buffer): Buffer {
  const at = zip.indexOf(Buffer.from('504b0102', 'hex'));
  const copy = Buffer.from(zip);
  copy.writeUInt16LE(copy.readUInt16LE(at + 8) | 1, at + 8);
  return copy;
}
