import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseFacts } from '#shared/law/case-facts.ts';
import type { Citation, WholeNumber } from '#shared/law/condition.ts';
import { evaluateRulebook } from '#shared/law/evaluate.ts';
import { en } from '#shared/law/messages/en.ts';
import type { Rulebook } from '#shared/law/rulebook.ts';
import { rulebooks } from '#shared/law/rulebooks.ts';
import { windowDays } from '#shared/registry/continue-page.ts';
import { formatListDay } from '#shared/registry/list-day.ts';
import { findRegistry, usNational } from '#shared/registry/registries.ts';
import { createRegistryLookup } from '#shared/registry/registry-look-up.ts';
import { importLines } from '#test/support/import-lines.ts';
import { createMemoryRegistrationStore } from '#test/support/memory-registration-store.ts';

/*
 * Whether a line was protected on the day of a contact, worked out the plain way: of all days on which it can have been
 * registered, and all days the contact can have been on, count on fingers.
 */

interface Law {
  readonly book: Rulebook;
  readonly rule: string;
  readonly registry: string;
  /** The first protected day, in days after the registration. */
  readonly first: number;
  readonly kind: 'call' | 'text';
  /** A statement of the reporter is about this registry. */
  readonly stated: boolean;
}

const source: Citation = { section: 'Act 1', mark: 'verified' };

/** A law of a waiting period that none of the rulebooks has. */
function waiting(days: number, counts: 'from' | 'moreThan'): Law {
  const period: WholeNumber = { value: days, citation: [source], mark: 'verified' };
  const rule = {
    ...{ id: 'XX-LIST', kinds: ['call' as const], about: [], exemptions: [], informational: false, citation: [source] },
    when: [
      { test: 'registered' as const, sources: [{ registry: 'xx-list', counts, atLeast: period, atMost: period }] },
    ],
    mark: 'verified' as const,
  };
  const covers = { country: 'XX', region: null };
  const book: Rulebook = { id: 'xx', name: 'Nowhere', covers, rules: [rule], exemptions: [], regulators: [] };
  const first = days + (counts === 'from' ? 0 : 1);
  return { book, rule: rule.id, registry: 'xx-list', first, kind: 'call', stated: true };
}

function lawOf(rule: string, registry: string, first: number, kind: Law['kind'] = 'call'): Law {
  const book = rulebooks.find(({ rules }) => rules.some(({ id }) => id === rule));
  if (book === undefined) {
    throw new Error(`no rulebook has ${rule}`);
  }
  return { book, rule, registry, first, kind, stated: registry !== 'us-ma' };
}

const laws: readonly Law[] = [
  lawOf('UK-TPS', 'uk-tps', 28),
  lawOf('AU-DNCR', 'au-dncr', 31), // more than 30 days
  lawOf('CA-DNCL', 'ca-dncl', 31), // at least 31 days
  lawOf('US-DNC-REG', 'us-national', 32), // more than 31 days
  lawOf('US-TEXT-DNC', 'us-national', 32, 'text'),
  lawOf('MA-DNC', 'us-ma', 61), // 60 days after the list
  ...([28, 30, 31, 60, 90] as const).flatMap((days) => [waiting(days, 'from'), waiting(days, 'moreThan')]),
];

const zones = ['America/New_York', 'Pacific/Honolulu', 'Europe/London', 'Australia/Sydney', 'Pacific/Auckland'];

function localDay(zone: string, instant: number): number {
  const written = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(instant);
  return Date.parse(`${written}T00:00:00Z`) / 86_400_000;
}

interface Contact {
  readonly instant: number;
  readonly zones: readonly string[];
}

/** Every day the contact can have been on: of unknown zone, from the first to the last clock of the world. */
function daysOf({ instant, zones: candidates }: Contact): readonly number[] {
  return candidates.length > 0
    ? candidates.map((zone) => localDay(zone, instant))
    : [-12, 0, 14].map((hours) => Math.floor((instant / 3_600_000 + hours) / 24));
}

function factsOf({ kind, registry }: Law, contact: Contact, told: CaseFacts['registry']): CaseFacts {
  return {
    ...{ kind, registry: told, zones: contact.zones, line: null, lineType: 'residential', recorded: false },
    sender: { type: 'phone', value: '+12025550123', validity: 'valid', country: 'US' },
    occurred: { at: new Date(contact.instant).toISOString(), timeKnown: true },
    place: { country: findRegistry(registry)?.country ?? 'XX', region: null },
    ...{ relationship: 'none', purpose: 'sale', priorContacts: [], callerIdShown: true },
    ...{ optOutOffered: undefined, lastDealtOn: undefined, surveyAlsoSells: undefined },
    ...{ askedToStopOn: undefined, callerName: undefined, sellerName: undefined },
  };
}

function judged(law: Law, facts: CaseFacts) {
  const found = evaluateRulebook(law.book, facts, en).find(({ rule }) => rule === law.rule);
  if (found === undefined) {
    throw new Error(`${law.rule} gave no finding`);
  }
  return found;
}

/** Days on which the line can have been registered, both included; null: it never was. */
type Registered = { readonly from: number; readonly to: number } | null;

function expected({ first }: Law, possible: readonly Registered[], contact: Contact): string {
  const days = daysOf(contact);
  const surely = possible.every((span) => span !== null && days.every((day) => day >= span.to + first));
  const never = possible.every((span) => span === null || days.every((day) => day < span.from + first));
  return surely ? 'violation' : never ? 'not_shown' : 'undetermined';
}

const start = 20_000;
const anyContact: fc.Arbitrary<Contact> = fc.record({
  // Either side of midnight somewhere, more often than not.
  instant: fc
    .tuple(fc.nat({ max: 400 }), fc.constantFrom(0, 3, 4, 5, 9, 10, 11, 13, 14, 23), fc.constantFrom(0, 1, 59))
    .map(([day, hour, minute]) => ((start + day) * 1440 + hour * 60 + minute) * 60_000),
  zones: fc.oneof(
    fc.constantFrom(...zones).map((zone) => [zone]),
    fc.uniqueArray(fc.constantFrom(...zones), { maxLength: 3 }),
  ),
});
const anyLaw = fc.constantFrom(...laws);
/** How far a day is from the one that would just protect the first possible day of the contact. */
const anyOffset = fc.oneof(fc.constantFrom(-3, -2, -1, 0, 1, 2, 3), fc.integer({ min: -120, max: 120 }));
const date = formatListDay;

const evidence = fc.oneof(
  fc.record({ kind: fc.constant('dated' as const), at: anyOffset, age: fc.nat({ max: 100 }) }),
  fc.record({ kind: fc.constant('undated' as const), at: anyOffset, age: fc.nat({ max: 100 }) }),
  fc.record({ kind: fc.constant('lacking' as const), at: anyOffset, age: fc.constant(0) }),
  fc.constant({ kind: 'none' as const, at: 0, age: 0 }),
);

describe('a waiting period', () => {
  it('is over exactly when it is on every day that list and statement leave open, wherever it was', () => {
    fc.assert(
      fc.property(anyLaw, anyContact, evidence, fc.option(anyOffset), (law, contact, list, statedAt) => {
        const edge = Math.min(...daysOf(contact)) - law.first;
        const at = edge + list.at;
        const stated = statedAt === null || !law.stated ? null : edge + statedAt;
        const asOf = at + list.age;
        const answer = { registry: law.registry, registered: true, since: null, noLaterThan: null, asOf: date(asOf) };
        const anyDay = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
        const onStated = stated === null ? null : { from: stated, to: stated };
        const [lists, possible] = ((): [CaseFacts['registry']['lists'], readonly Registered[]] => {
          switch (list.kind) {
            case 'dated':
              return [[{ ...answer, since: date(at) }], [{ from: at, to: at }]];
            case 'undated':
              return [
                [{ ...answer, noLaterThan: date(at) }],
                [onStated !== null && onStated.to <= at ? onStated : { ...anyDay, to: at }],
              ];
            case 'lacking':
              // Who says to have been registered before is contradicted: the list decides.
              return [
                [{ ...answer, registered: false }],
                onStated === null ? [null, { ...anyDay, from: at + 1 }] : [onStated.from > at ? onStated : null],
              ];
            case 'none':
              return [[], onStated === null ? [null, anyDay] : [onStated]];
          }
        })();
        const statement = stated === null ? null : { registry: law.registry, since: date(stated) };
        const found = judged(law, factsOf(law, contact, { lists, statement }));
        expect(found.verdict).toBe(expected(law, possible, contact));
        const single = possible.length === 1 && possible[0] !== null && possible[0]?.from === possible[0]?.to;
        if (found.verdict === 'undetermined' && single) {
          expect(found.question?.pointer).toBe('/timeZone');
        }
        if (list.kind === 'dated') {
          const most = findRegistry(law.registry)?.maxListAgeDays ?? Number.POSITIVE_INFINITY;
          const age = Math.max(...daysOf(contact)) - asOf;
          expect(found.reason.includes('older than callers may go by')).toBe(age > most);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

/** One after another: each month, each quarter, or as it happens; the last may be long ago on the day of the contact. */
const anySchedule = fc.oneof(
  fc.array(fc.constantFrom(28, 30, 31), { minLength: 1, maxLength: 5 }),
  fc.array(fc.constantFrom(90, 91, 92), { minLength: 1, maxLength: 4 }),
  fc.array(fc.constantFrom(1, 7, 31, 60, 92, windowDays + 1), { minLength: 1, maxLength: 4 }),
);
const listed = [lawOf('US-DNC-REG', 'us-national', 32), lawOf('MA-DNC', 'us-ma', 61)];

describe('lists of a registry that were imported one after another', () => {
  it('never show a violation inside a waiting period, never hide one after it, and tell it from the first list on', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...listed),
        anySchedule,
        fc.integer({ min: -5, max: 300 }),
        fc.oneof(fc.constantFrom(-2, -1, 0, 1, 2), fc.integer({ min: -200, max: 400 })),
        fc.boolean(),
        async (law, schedule, joinedAfter, offset, fromLast) => {
          const store = createMemoryRegistrationStore();
          const registry = findRegistry(law.registry) ?? usNational;
          const joined = start + joinedAfter;
          const days = schedule.map((_, at) => start + schedule.slice(0, at).reduce((sum, gap) => sum + gap, 0));
          for (const day of days) {
            const lines = ['617,5550199', ...(day >= joined ? ['617,5550142'] : [])];
            await importLines({ store, registry, lines, listDate: date(day) });
          }
          const last = days.at(-1) ?? start;
          const firstList = days.find((day) => day >= joined);
          const contactDay = (fromLast ? last + 1 : (firstList ?? joined)) + law.first + offset;
          const contact = { instant: (contactDay * 24 + 17) * 3_600_000, zones: ['America/New_York'] };
          const lookup = createRegistryLookup(store, { registries: [registry.id], clock: () => new Date(0) });
          const lists = await lookup.lookUp({ e164: '+16175550142', country: 'US' });
          const { verdict } = judged(law, factsOf(law, contact, { lists, statement: null }));

          // The state counts from its first list, the nation from the registration.
          const began = law.registry === 'us-ma' ? (firstList ?? last + 1) : joined;
          const forbidden = contactDay >= began + law.first ? 'not_shown' : 'violation';
          expect(verdict).not.toBe(forbidden);
          if (firstList === undefined) {
            expect(verdict).toBe(contactDay < last + 1 + law.first ? 'not_shown' : 'undetermined');
          } else if (contactDay >= Math.max(firstList, last - windowDays) + law.first) {
            expect(verdict).toBe('violation');
          } else if (contactDay < firstList + law.first) {
            expect(verdict).toBe('undetermined');
          }
        },
      ),
      { numRuns: 250 },
    );
  });
});
