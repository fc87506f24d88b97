import { describe, expect, it } from 'vitest';
import type { CaseFacts } from '#shared/law/case-facts.ts';
import type { TestNamed } from '#shared/law/condition.ts';
import { evaluate } from '#shared/law/evaluate.ts';
import { complaintRegulators, rulebooks } from '#shared/law/rulebooks.ts';
import { findRegistry, nationalRegistry } from '#shared/registry/registries.ts';
import { aCase, at, daysAfter, finding, onDay, verdict } from './a-case.ts';

const countries = [
  { rule: 'UK-TPS', country: 'GB', registry: 'uk-tps', first: 28, words: 'at least 28 days', zone: 'Europe/London' },
  {
    rule: 'CA-DNCL',
    country: 'CA',
    registry: 'ca-dncl',
    first: 31,
    words: 'at least 31 days',
    zone: 'America/Toronto',
  },
  {
    rule: 'AU-DNCR',
    country: 'AU',
    registry: 'au-dncr',
    first: 31,
    words: 'more than 30 days',
    zone: 'Australia/Sydney',
  },
] as const;

describe.each(countries)('$rule', ({ rule, country, registry, first, words, zone }) => {
  const joined = '2026-03-01';
  const stranger = (overrides: Partial<CaseFacts> = {}) =>
    aCase({
      place: { country, region: null },
      zones: [zone],
      registry: { lists: [], statement: { registry, since: joined } },
      ...overrides,
    });

  it.each([
    [first - 1, 'not_shown'],
    [first, 'violation'],
    [first + 1, 'violation'],
  ])('a sales call %i days after the registration: %s', (days, expected) => {
    // The same date everywhere from Sydney to Toronto only while it is noon in London.
    const found = finding(rule, stranger(at(`${daysAfter(joined, days)}T12:00:00Z`)));
    expect(found.verdict).toBe(expected);
    expect(found.reason).toContain(words);
  });

  it('covers calls, of one’s own line', () => {
    expect(verdict(rule, stranger({ kind: 'text' }))).toBe('not_shown');
    expect(verdict(rule, stranger({ lineType: 'business' }))).toBe('not_shown');
  });

  it('asks for the day of registration, and takes no other registry’s', () => {
    const elsewhere = { lists: [], statement: { registry: 'us-national', since: joined } };
    expect(verdict(rule, stranger({ registry: elsewhere }))).toBe('undetermined /registeredSince');
  });

  it('asks what it was for, and shows nothing of what was no sale', () => {
    expect(verdict(rule, stranger({ purpose: undefined }))).toBe('undetermined /purpose');
    expect(verdict(rule, stranger({ purpose: 'information' }))).toBe('not_shown');
  });

  it('is not shown against somebody who was permitted to call', () => {
    expect(['exempt', 'not_shown']).toContain(verdict(rule, stranger({ relationship: 'permission' })));
  });

  it('drafts no complaint: no regulator of the country is known yet', () => {
    expect(complaintRegulators(evaluate(stranger()))).toEqual([]);
  });
});

it('UK-TPS is about people who call; recordings have a rule of their own', () => {
  const listed = { registry: { lists: [], statement: { registry: 'uk-tps', since: '2020-01-01' } } };
  const facts = aCase({ place: { country: 'GB', region: null }, zones: ['Europe/London'], ...listed });
  expect(verdict('UK-TPS', { ...facts, recorded: true })).toBe('not_shown');
  expect(verdict('UK-TPS', { ...facts, recorded: undefined })).toBe('undetermined /recorded');
});

it.each([
  ['customer', '2025-06-01', 'exempt'],
  ['customer', '2025-01-01', 'violation'],
  ['inquiry', '2026-06-01', 'exempt'],
  ['inquiry', '2026-05-01', 'violation'],
] as const)('CA-DNCL exempts a %s last dealt with on %s: %s', (relationship, lastDealtOn, expected) => {
  const listed = { registry: { lists: [], statement: { registry: 'ca-dncl', since: '2020-01-01' } } };
  const facts = { ...aCase(listed), place: { country: 'CA', region: null }, relationship, lastDealtOn };
  expect(verdict('CA-DNCL', { ...facts, ...onDay('2026-11-20') })).toBe(expected);
});

it.each([
  ['US', 'us-national'],
  ['GB', 'uk-tps'],
  ['CA', 'ca-dncl'],
  ['AU', 'au-dncr'],
  ['DE', 'de-national'],
])('what a reporter in %s states is of %s', (country, registry) => {
  expect(nationalRegistry(country)).toBe(registry);
});

describe('a registry’s own answer to a question', () => {
  const answer = { registry: 'au-dncr', since: null, source: 'query', staleFrom: null } as const;
  const reasonOf = (registered: boolean, noLaterThan: string | null, asOf: string) =>
    finding(
      'AU-DNCR',
      aCase({
        place: { country: 'AU', region: null },
        zones: ['Australia/Sydney'],
        registry: { lists: [{ ...answer, registered, noLaterThan, asOf }], statement: null },
      }),
    ).reason;

  it.each([
    [true, '2026-03-01', 'since March 1, 2026 at the latest, by its own answer to a question; that is more than 30'],
    [true, '2026-11-20', 'since November 20, 2026 at the latest, by its own answer to a question; we do not know'],
    [false, null, 'by its answer of November 20, 2026'],
  ])('is told as such (registered: %s, by %s)', (registered, noLaterThan, words) => {
    expect(reasonOf(registered, noLaterThan, noLaterThan ?? '2026-11-20')).toContain(words);
  });
});

describe('waiting periods', () => {
  const sources = rulebooks.flatMap(({ rules }) =>
    rules.flatMap(({ id, when }) =>
      when
        .filter((clause): clause is TestNamed<'registered'> => clause.test === 'registered')
        .flatMap((clause) => clause.sources.map((source) => [`${id} by ${source.registry}`, source] as const)),
    ),
  );

  it.each(sources.filter(([, source]) => source.atLeast.value === source.atMost.value))(
    '%s: the rulebook counts as the registry’s own facts say',
    (_name, { registry, counts, atLeast }) => {
      const { days, counts: counted } = findRegistry(registry)?.waiting ?? {};
      expect([atLeast.value, counts]).toEqual([days, counted === 'from' ? 'from' : 'moreThan']);
      expect(atLeast.mark).toBe('verified');
    },
  );
});
