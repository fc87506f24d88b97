import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeText } from '#shared/export/csv.ts';
import { toOffender } from '#shared/export/offender.ts';
import { offenderColumns, offenderCsvHeader, offenderCsvLine } from '#shared/export/offender-csv.ts';
import { aSender, aSubject } from '#test/support/export/offender-builders.ts';

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
  fc
    .tuple(
      fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' =', '\u200b=', '＝', '"', "'", ',', ';'),
      fc.string(),
    )
    .map(([start, rest]) => start + rest),
);
const sender = fc.record({ type: fc.constantFrom('alphanumeric' as const, 'email' as const), value: hostile });

test('a CSV reads back as its rows, whatever senders call themselves, and no cell is a formula', () => {
  fc.assert(
    fc.property(fc.array(sender, { maxLength: 8 }), (senders) => {
      const offenders = senders
        .map((each) => toOffender(aSubject({ sender: aSender({ ...each, country: null }) })))
        .filter((each) => each !== null);
      const rows: string[][] = parse(offenderCsvHeader + offenders.map(offenderCsvLine).join(''), {
        record_delimiter: '\r\n',
      });
      expect(rows[0]).toEqual(offenderColumns);
      expect(rows.slice(1).map((row) => row[4])).toEqual(offenders.map(({ display }) => safeText(display)));
      for (const cell of rows.flat()) {
        expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠\s]/u);
      }
    }),
    { numRuns: 300 },
  );
});

test('making text safe twice changes nothing more', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(safeText(safeText(text))).toBe(safeText(text));
    }),
  );
});
