import { expect, test } from 'vitest';
import { missingFields } from '#shared/complaint/missing-fields.ts';
import { regulators } from '#shared/law/rulebooks.ts';
import type { ReportContent } from '#shared/report/report.ts';
import { aContent } from '#test/support/complaint/builders.ts';

const withheld = { sender: { type: 'withheld', value: null, validity: 'not_applicable', country: null } } as const;

const missing = (regulator: string, content: ReportContent) =>
  missingFields(regulators().find(({ id }) => id === regulator)?.required ?? [], content);

test.each([
  ['us-ftc', 'a full report', aContent(), []],
  ['us-ftc', 'no line', aContent({}, { line: null }), ['/line']],
  ['us-ftc', 'a withheld sender', aContent({}, withheld), ['/sender']],
  ['us-ftc', 'a withheld sender whose firm is known', aContent({ sellerName: 'Ace Warranty' }, withheld), []],
  ['us-ftc', 'no consent', aContent({ complainant: { name: 'Ada Moore' } }), ['/complainant/consent']],
  ['us-ftc', 'consent refused', aContent({ complainant: { consent: false } }), ['/complainant/consent']],
  ['us-ma-ag', 'a full report', aContent(), []],
  [
    'us-ma-ag',
    'consent alone',
    aContent({ complainant: { consent: true } }),
    ['/complainant/name', '/complainant/email'],
  ],
  [
    'us-ma-ag',
    'a postal address instead of an e-mail address',
    aContent({ complainant: { name: 'Ada Moore', postalAddress: '1 Elm Street', consent: true } }),
    [],
  ],
  [
    'us-ma-ag',
    'a name of blanks',
    aContent({ complainant: { name: '  ', email: 'ada@example.org', consent: true } }),
    ['/complainant/name'],
  ],
] as const)('%s: %s', (regulator, _name, content, pointers) => {
  expect(missing(regulator, content)).toEqual(pointers);
});
