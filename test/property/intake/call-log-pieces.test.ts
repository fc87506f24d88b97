import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logTextDecoder } from '#shared/intake/call-logs/bytes/text-decoder.ts';
import { chooseParser } from '#shared/intake/call-logs/choose-parser.ts';
import { LogFault } from '#shared/intake/call-logs/log-fault.ts';
import type { RowReading } from '#shared/intake/call-logs/log-row.ts';
import { anyContact } from '#test/support/call-logs/any-contact.ts';
import { logWriters } from '#test/support/call-logs/log-writers.ts';
import { tryLog } from '#test/support/call-logs/read-log.ts';

/** Any log of any format. */
const anyLog = fc
  .tuple(fc.constantFrom(...logWriters), fc.array(anyContact, { minLength: 1, maxLength: 12 }))
  .map(([writer, contacts]) => writer.write(contacts.filter(writer.holds)));

const spoil = fc.record({
  at: fc.nat(),
  remove: fc.nat({ max: 9 }),
  insert: fc.constantFrom(
    ...['', '"', "'", '<', '>', '&', '=', ';', ',', '\n', '\r', 'x'],
    ...['/>', '-->', '<!--', '<![CDATA[', '<?', '<part data="', '&#', '"/>\n<call number="'],
  ),
});

/** Cuts something out of the log and puts something in; the beginning, which says the format, stays. */
function spoilt(log: string, spoils: readonly { at: number; remove: number; insert: string }[]): string {
  return spoils.reduce((text, { at, remove, insert }) => {
    const kept = Math.min(text.length, log.startsWith('<') ? 90 : 400);
    const place = kept + (at % Math.max(1, text.length - kept));
    return text.slice(0, place) + insert + text.slice(place + remove);
  }, log);
}

const spoiltLog = fc.tuple(anyLog, fc.array(spoil, { maxLength: 6 })).map(([log, spoils]) => spoilt(log, spoils));

/** Both kinds of phone logs, in which a lost quote can run on. */
const spoiltXml = fc
  .tuple(
    fc.constantFrom(...logWriters.filter(({ format }) => format.startsWith('smsbr'))),
    fc.array(anyContact, { minLength: 1, maxLength: 6 }),
    fc.array(spoil, { minLength: 1, maxLength: 4 }),
  )
  .map(([writer, contacts, spoils]) => spoilt(writer.write(contacts.filter(writer.holds)), spoils));

const cuts = fc.array(fc.nat(), { maxLength: 30 });

function cutAt<Content extends string | Buffer>(content: Content, places: readonly number[]): Content[] {
  const ends = [...places.map((place) => place % (content.length + 1)), 0, content.length].toSorted((a, b) => a - b);
  return ends.slice(1).map((end, index) => content.slice(ends[index], end) as Content);
}

type Outcome = { readonly readings: readonly RowReading[]; readonly end: boolean | string };

function parsed(log: string, pieces: readonly string[]): Outcome {
  const readings: RowReading[] = [];
  try {
    const { parser } = chooseParser(log, { line: null, zoneKnown: true, country: 'US' }, (row) => readings.push(row));
    for (const piece of pieces) {
      parser.write(piece);
    }
    return { readings, end: parser.end() };
  } catch (error) {
    if (error instanceof LogFault) {
      return { readings, end: error.reason };
    }
    throw error;
  }
}

test('wherever the text of a log is cut, also of a spoilt one, the same rows are read', () => {
  fc.assert(
    fc.property(fc.oneof(anyLog, spoiltLog), cuts, (log, places) => {
      expect(parsed(log, cutAt(log, places))).toEqual(parsed(log, [log]));
    }),
    { numRuns: 400 },
  );
});

test('a log read letter by letter gives the same rows', () => {
  fc.assert(
    fc.property(fc.oneof(spoiltXml, spoiltLog), (log) => {
      expect(parsed(log, [...log])).toEqual(parsed(log, [log]));
    }),
    { numRuns: 200 },
  );
});

test('wherever a network cuts the bytes, plain or packed, the answer is the same', async () => {
  await fc.assert(
    fc.asyncProperty(spoiltLog, cuts, fc.boolean(), async (log, places, packed) => {
      const bytes = packed ? gzipSync(log) : Buffer.from(log);
      async function* arriving() {
        yield* cutAt(bytes, places);
      }
      expect(await tryLog(arriving())).toEqual(await tryLog(bytes));
    }),
    { numRuns: 60 },
  );
});

test('bytes of any kind become the same text wherever they are cut; UTF-8 stays what it is', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 30 }).map((text) => Buffer.from(text)),
    fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => Buffer.from(text, 'latin1')),
  );
  fc.assert(
    fc.property(bytes, cuts, (content, places) => {
      const buffer = Buffer.from(content);
      const read = (pieces: readonly Buffer[]) => {
        const decoder = logTextDecoder(Buffer.from('x'));
        return pieces.map((piece) => decoder.write(piece)).join('') + decoder.end();
      };
      expect(read(cutAt(buffer, places))).toBe(read([buffer]));
      const text = buffer.toString('utf8');
      if (Buffer.from(text).equals(buffer)) {
        expect(read([buffer])).toBe(text.replace(/^\ufeff/, ''));
      }
    }),
    { numRuns: 1000 },
  );
});

test('no file makes the reader fail: it is read, or refused with a reason', async () => {
  const beginnings = [
    '',
    '<calls>',
    '<smses><mms>',
    '<div class="haudio">',
    'sep=;\n',
    'Date,Number\n',
    '\x1f\x8b\x08',
    '\ufeff',
    'Call 1,',
  ];
  const file = fc.tuple(
    fc.constantFrom(...beginnings),
    fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
    ),
  );
  await fc.assert(
    fc.asyncProperty(file, async ([beginning, rest]) => {
      const outcome = await tryLog(Buffer.concat([Buffer.from(beginning, 'latin1'), rest]));
      expect(['read', 'refused']).toContain(outcome.kind);
    }),
    { numRuns: 300 },
  );
});
