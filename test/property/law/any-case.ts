import fc from 'fast-check';
import type { CaseFacts } from '#shared/law/case-facts.ts';

const zones = ['America/New_York', 'America/Chicago', 'America/Denver', 'Pacific/Honolulu', 'Europe/London'] as const;

export const anyDate = fc
  .date({ min: new Date('2023-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const anyInstant = fc
  .date({ min: new Date('2023-01-01T00:00:00Z'), max: new Date('2027-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const anyList = fc.record({
  registry: fc.constantFrom('us-national', 'us-ma', 'ca-dncl', 'uk-tps'),
  registered: fc.boolean(),
  since: fc.option(anyDate, { nil: null }),
  noLaterThan: fc.option(anyDate, { nil: null }),
  asOf: anyDate,
});

/** Any facts that the types allow, dates near one another so that boundaries are met. */
export const anyCase: fc.Arbitrary<CaseFacts> = fc.record({
  kind: fc.constantFrom('call', 'text'),
  sender: fc.constantFrom<CaseFacts['sender']>(
    { type: 'phone', value: '+12025550123', validity: 'valid', country: 'US' },
    { type: 'withheld', value: null, validity: 'not_applicable', country: null },
    { type: 'unknown', value: null, validity: 'not_applicable', country: null },
  ),
  callerIdShown: maybe(fc.boolean()),
  line: fc.constantFrom('+16175550142', null),
  lineType: maybe(fc.constantFrom('residential', 'wireless', 'business')),
  place: fc.record({
    country: fc.constantFrom('US', 'US', 'US', 'US', 'CA', 'GB', 'AU', null),
    region: fc.constantFrom('MA', 'MA', 'NH', null),
  }),
  occurred: fc.oneof(
    anyInstant.map((at) => ({ at, timeKnown: true })),
    anyDate.map((date) => ({ at: `${date}T00:00:00Z`, timeKnown: false })),
  ),
  zones: fc.uniqueArray(fc.constantFrom(...zones), { maxLength: 3 }),
  registry: fc.record({
    lists: fc.oneof(fc.constant([]), fc.array(anyList, { maxLength: 2 })),
    statement: fc.option(
      fc.record({ registry: fc.constantFrom('us-national', 'us-national', 'uk-tps'), since: anyDate }),
      { nil: null },
    ),
  }),
  recorded: maybe(fc.boolean()),
  optOutOffered: maybe(fc.boolean()),
  relationship: maybe(fc.constantFrom('none', 'none', 'customer', 'inquiry', 'permission', 'debt', 'unknown')),
  lastDealtOn: maybe(anyDate),
  purpose: maybe(fc.constantFrom('sale', 'sale', 'charity', 'political', 'survey', 'debt', 'information', 'unknown')),
  surveyAlsoSells: maybe(fc.boolean()),
  askedToStopOn: maybe(anyDate),
  callerName: maybe(fc.string()),
  sellerName: maybe(fc.string()),
  priorContacts: fc.array(anyDate, { maxLength: 3 }),
});
