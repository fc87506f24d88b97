import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { csvReader } from '#shared/intake/call-logs/csv/csv-reader.ts';
import { tagReader } from '#shared/intake/call-logs/xml/tag-reader.ts';

const names = ['number', 'date', 'type', 'body', 'ct', 'x-other', 'a:b'] as const;
const value = fc.array(
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 5 }).map((text) => text.replaceAll(/[^\P{Cc}]|[<&"'\ufffe\uffff]/gu, '')),
    fc.constantFrom(
      '&amp;',
      '&lt;',
      '&gt;',
      '&quot;',
      '&apos;',
      '&#65;',
      '&#x1F602;',
      '&#10;',
      '>',
      '/>',
      '=',
      ' number=',
      '😂',
      ' ',
    ),
  ),
  { maxLength: 8 },
);
const attribute = fc.tuple(
  fc.constantFrom(...names),
  value,
  fc.constantFrom('"', "'"),
  fc.constantFrom('=', ' = ', '= '),
  fc.constantFrom(' ', '\n\t', '  '),
);
const element = fc.record({
  name: fc.constantFrom('call', 'sms', 'part', 'calls'),
  attributes: fc.uniqueArray(attribute, { selector: ([name]) => name, maxLength: 6 }),
  end: fc.constantFrom(
    '/>',
    ' />',
    '></',
    ' >text > </',
    '><!-- <call number="1"/> --></',
    '><![CDATA[<call/>]]></',
    '><?p <call/> ?></',
  ),
});

interface Read {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

function bySaxes(xml: string): Read[] {
  const found: Read[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  // Literal line ends and tabs in values are spaces to a complete parser (XML 1.0, 3.3.3); phones write references.
  parser.on('opentag', ({ name, attributes }) => found.push({ name, attributes: { ...attributes } }));
  parser.write(xml).close();
  return found;
}

function byOurs(xml: string): Read[] {
  const found: Read[] = [];
  const reader = tagReader(
    {
      open: ({ name, attributes }) => {
        found.push({ name, attributes: Object.fromEntries(attributes ?? [['malformed', '']]) });
      },
      close: () => {},
    },
    { wanted: new Set(names) },
  );
  reader.write(xml);
  expect(reader.end()).toBe(0);
  return found;
}

test('well-formed XML: the tags and attributes that a complete parser reads', () => {
  fc.assert(
    fc.property(fc.array(element, { maxLength: 8 }), (elements) => {
      const body = elements.map(({ name, attributes, end }) => {
        const written = attributes.map(
          ([key, parts, quote, equals, space]) => `${space}${key}${equals}${quote}${parts.join('')}${quote}`,
        );
        return `<${name}${written.join('')}${end.endsWith('</') ? `${end}${name}>` : end}`;
      });
      const xml = `<?xml version="1.0"?><root>${body.join('\n')}</root>`;
      expect(byOurs(xml)).toEqual(bySaxes(xml));
    }),
    { numRuns: 1000 },
  );
});

test('well-formed CSV: the cells that a complete parser reads', () => {
  const cell = fc
    .array(fc.constantFrom('a', '"', ',', ';', '\n', '\r\n', ' ', 'é', '😂', '""', '1'), { maxLength: 6 })
    .map((parts) => parts.join(''));
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 8 });
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(',', ';'),
      fc.constantFrom('\n', '\r\n'),
      (rows, delimiter, record_delimiter) => {
        const csv = stringify(rows, { delimiter, record_delimiter, quoted_match: /[\r\n]/ });
        const found: (readonly string[] | string)[] = [];
        const reader = csvReader(delimiter, (record) =>
          found.push(record.kind === 'cells' ? record.cells : record.reason),
        );
        reader.write(csv);
        reader.end();
        const wanted: string[][] = parse(csv, {
          delimiter,
          record_delimiter: ['\n', '\r\n'],
          relax_column_count: true,
        });
        expect(found).toEqual(wanted);
      },
    ),
    { numRuns: 1000 },
  );
});
