import type { ListAnswer } from '#shared/registry/registry-facts.ts';
import { type Answer, no, type Said, unknown, yes } from '../answer.ts';
import { dateOfDay, dayNumber } from '../calendar.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { TestNamed } from '../condition.ts';
import { contactDays, onEveryDay } from './contact-days.ts';

type Source = TestNamed<'registered'>['sources'][number];

/**
 * Looks at the lists held and at `registeredSince`: whether the line's registration protected it on the day of the
 * contact. A list decides over the statement, and a disagreement is said; an undated list that came too late to prove
 * anything leaves it to the next source, and in the end to the statement.
 */
export function registered(test: TestNamed<'registered'>, facts: CaseFacts): Answer {
  for (const source of test.sources) {
    const list = newestList(facts, source.registry);
    const answer = list === undefined ? null : fromList(source, list, facts);
    if (answer !== null) {
      return answer;
    }
  }
  for (const source of test.sources) {
    const since = statedSince(facts, source.registry);
    if (since !== undefined) {
      return protectedFrom(source, since, 'statement', facts);
    }
  }
  return nothingDecides(test.sources, facts);
}

/**
 * Null where an undated list first carried the line too shortly before the contact, or after it, and where a list without
 * the line is older than the day of registration that is stated: it could not have carried it yet.
 */
function fromList(source: Source, list: ListAnswer, facts: CaseFacts): Answer | null {
  const { registry } = source;
  const stated = statedSince(facts, registry);
  if (!list.registered && stated !== undefined && stated > list.asOf) {
    return null;
  }
  const disagreement: readonly Said[] =
    stated === undefined || agrees(list, stated) ? [] : [(m) => m.listDisagrees({ registry, stated })];
  if (!list.registered) {
    return no((m) => m.notOnList({ registry, asOf: list.asOf }), ...disagreement);
  }
  if (list.since !== null) {
    const answer = protectedFrom(source, list.since, 'list', facts);
    // Where the list's date leaves it open, no statement of the reporter could decide it: nothing is shown.
    return answer.is === 'unknown' && answer.asks.every(({ pointer }) => pointer === '/registeredSince')
      ? no(...answer.because, ...disagreement)
      : { ...answer, because: [...answer.because, ...disagreement] };
  }
  const noLaterThan = latestStart(list);
  const [earliestDay] = contactDays(facts);
  return earliestDay !== undefined && earliestDay > dayNumber(noLaterThan) + source.atMost.value
    ? yes(protectedSentence(source, noLaterThan, 'list', earliestDay, true), ...disagreement)
    : null;
}

function nothingDecides(sources: readonly Source[], facts: CaseFacts): Answer {
  // The registry the reporter can speak for stands last.
  const ask = askSince(sources.at(-1)?.registry ?? '');
  for (const { registry } of sources) {
    const list = newestList(facts, registry);
    if (list !== undefined) {
      return unknown((m) => m.registeredWhenUnknown({ registry, noLaterThan: latestStart(list) }), ask);
    }
  }
  const registry = sources.at(-1)?.registry ?? '';
  return unknown((m) => m.registrationUnknown({ registry }), ask);
}

function protectedFrom(source: Source, since: string, from: 'list' | 'statement', facts: CaseFacts): Answer {
  return onEveryDay(facts, (day) => onDay(source, since, from, day));
}

function onDay(source: Source, since: string, from: 'list' | 'statement', day: number): Answer {
  const { registry } = source;
  const start = dayNumber(since);
  const earliest = start + source.atLeast.value;
  const latest = start + source.atMost.value;
  if (day > latest) {
    return yes(protectedSentence(source, since, from, day, false));
  }
  // The last day of a waiting period that is known exactly is not flagged (unverified whether it counts).
  if (day < earliest || earliest === latest) {
    return no((m) => m.notYetProtected({ registry, since, days: source.atLeast.value, date: dateOfDay(day) }));
  }
  return unknown(
    (m) => m.carriedOverWhenUnknown({ registry, earliest: dateOfDay(earliest), latest: dateOfDay(latest) }),
    { pointer: '/registeredSince', text: (m) => m.askIfRegisteredOn({ registry, since }) },
  );
}

function protectedSentence(
  source: Source,
  since: string,
  from: 'list' | 'statement',
  day: number,
  atLatest: boolean,
): Said {
  return (m) =>
    m.protectedSince({
      registry: source.registry,
      since,
      atLatest,
      source: from,
      days: source.atMost.value,
      carriedOver: source.atLeast.value !== source.atMost.value,
      date: dateOfDay(day),
    });
}

const askSince = (registry: string) => ({
  pointer: '/registeredSince' as const,
  text: ((m) => m.askRegisteredSince({ registry })) satisfies Said,
});

function newestList(facts: CaseFacts, registry: string): ListAnswer | undefined {
  return facts.registry.lists
    .filter((list) => list.registry === registry)
    .reduce<ListAnswer | undefined>(
      (best, list) => (best === undefined || list.asOf > best.asOf ? list : best),
      undefined,
    );
}

function statedSince(facts: CaseFacts, registry: string): string | undefined {
  return facts.registry.statement?.registry === registry ? facts.registry.statement.since : undefined;
}

/** The latest day on which the registration of an undated list can have begun. */
function latestStart(list: ListAnswer): string {
  return list.noLaterThan ?? list.asOf;
}

function agrees(list: ListAnswer, stated: string): boolean {
  if (!list.registered) {
    return false;
  }
  return list.since === null ? stated <= latestStart(list) : stated === list.since;
}
