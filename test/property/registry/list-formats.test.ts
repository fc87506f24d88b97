import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListFile } from '#shared/registry/formats/list-reading.ts';
import { type Entry, expectRead, listFile, nameOf, readEntries, today } from '#test/support/registry/list-file.ts';
import { registryOf, type WrittenFormat, writtenFormats } from '#test/support/registry/written-lists.ts';
import { zipOf } from '#test/support/registry/zip-files.ts';

/** Lists that the format can hold, without repetitions. */
function listOf({ numbers: [min, max], callingNumber, kinds, changes, dated }: WrittenFormat): fc.Arbitrary<Entry[]> {
  const national = fc.oneof(fc.integer({ min, max }), fc.constantFrom(min, min + 1, min + 9999, min + 10_000, max));
  const day: fc.Arbitrary<number | null> = dated
    ? fc.option(fc.integer({ min: 12_000, max: today - 30 }))
    : fc.constant(null);
  const entry: fc.Arbitrary<Entry> = fc.tuple(
    national.map((number) => callingNumber * 10 ** String(min).length + number),
    fc.constantFrom<('add' | 'delete')[]>(...(changes ? (['add', 'delete'] as const) : (['add'] as const))),
    fc.constantFrom(...kinds),
    day,
  );
  return fc.uniqueArray(entry, { minLength: 1, maxLength: 60, selector: ([number, , kind]) => `${number}/${kind}` });
}

/** The same file, its ranges in chunks of these sizes by turns. */
function chunked(file: ListFile, sizes: readonly number[]): ListFile {
  return {
    ...file,
    async *read(from, to) {
      let turn = 0;
      for (let at = from; at < to; ) {
        const size = sizes[turn % sizes.length] ?? 1;
        yield* file.read(at, Math.min(to, at + size));
        at += size;
        turn += 1;
      }
    },
  };
}

const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 });
const lineEnd = fc.constantFrom('\n', '\r\n', '\r', '\n\n');
const form = fc.constantFrom('as it is', 'gzip', 'zip');

async function packed(text: string, how: string): Promise<Uint8Array> {
  switch (how) {
    case 'gzip':
      return gzipSync(text);
    case 'zip':
      return zipOf([{ name: 'list.txt', content: text }]);
    default:
      return Buffer.from(text);
  }
}

describe.each(writtenFormats)('$format', (written) => {
  it('gives the entries that were written, packed and chunked in any way', async () => {
    await fc.assert(
      fc.asyncProperty(listOf(written), sizes, lineEnd, form, async (entries, chunks, end, how) => {
        const file = listFile(await packed(written.write(entries, end), how), nameOf());
        const list = expectRead(
          await readEntries(chunked(file, chunks), registryOf(written), {
            ...(entries.some(([, operation]) => operation === 'delete') ? {} : { format: written.format }),
            ...written.options,
          }),
        );
        expect(list.entries).toEqual(entries);
        expect(list.summary).toMatchObject({ lines: entries.length, entries: entries.length, skipped: {} });
      }),
      { numRuns: 25 },
    );
  });

  it('ends the same whatever was damaged and however it is chunked', async () => {
    await fc.assert(
      fc.asyncProperty(
        listOf(written),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
        sizes,
        async (entries, damage, chunks) => {
          const bytes = Buffer.from(written.write(entries, '\n'));
          for (const [at, byte] of damage) {
            bytes[at % bytes.length] = byte;
          }
          const options = { format: written.format, ...written.options };
          const whole = await readEntries(listFile(bytes), registryOf(written), options);
          const inParts = await readEntries(chunked(listFile(bytes), chunks), registryOf(written), options);
          expect(inParts.reading).toEqual({ ...whole.reading, summary: inParts.reading.summary });
          if (whole.reading.kind === 'read') {
            expect(inParts).toEqual(whole);
            expect(whole.entries.length).toBeLessThanOrEqual(entries.length + damage.length);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
