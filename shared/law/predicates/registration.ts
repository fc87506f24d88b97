import type { ListAnswer } from '#shared/registry/registry-facts.ts';
import { type Answer, no, type Said, unknown, yes } from '../answer.ts';
import { dateOfDay, dayNumber } from '../calendar.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { TestNamed } from '../condition.ts';
import { onEveryDay } from './contact-days.ts';

type Source = TestNamed<'registered'>['sources'][number];

/**
 * Looks at the lists held and at `registeredSince`: whether the line's registration protected it on the day of the
 * contact. A list decides over the statement, and a disagreement is said.
 */
export function registered(test: TestNamed<'registered'>, facts: CaseFacts): Answer {
  const listed = test.sources.flatMap((source) => {
    const list = newestList(facts, source.registry);
    return list === undefined ? [] : [{ source, list }];
  })[0];
  if (listed !== undefined) {
    return fromList(listed.source, listed.list, facts);
  }
  const stated = test.sources.flatMap((source) => {
    const since = statedSince(facts, source.registry);
    return since === undefined ? [] : [{ source, since }];
  })[0];
  if (stated !== undefined) {
    return fromStatement(stated.source, stated.since, facts);
  }
  const registry = test.sources.at(-1)?.registry ?? '';
  return unknown((m) => m.registrationUnknown({ registry }), askSince(registry));
}

function fromList(source: Source, list: ListAnswer, facts: CaseFacts): Answer {
  const { registry } = source;
  const stated = statedSince(facts, registry);
  const disagreement: readonly Said[] =
    stated === undefined || agrees(list, stated) ? [] : [(m) => m.listDisagrees({ registry, stated })];
  if (!list.registered) {
    return no((m) => m.notOnList({ registry, asOf: list.asOf }), ...disagreement);
  }
  if (list.since !== null) {
    const answer = protectedFrom(source, list.since, 'list', facts);
    // The list's date stands; no answer of the reporter could decide what it leaves open.
    return { is: answer.is === 'unknown' ? 'no' : answer.is, because: [...answer.because, ...disagreement] };
  }
  const noLaterThan = list.noLaterThan ?? list.asOf;
  return onEveryDay(facts, (day) => {
    if (day > dayNumber(noLaterThan) + source.atMost.value) {
      return yes(protectedSentence(source, noLaterThan, 'list', day, true), ...disagreement);
    }
    return stated === undefined
      ? unknown((m) => m.registeredWhenUnknown({ registry, noLaterThan }), askSince(registry))
      : onDay(source, stated, 'statement', day);
  });
}

function fromStatement(source: Source, since: string, facts: CaseFacts): Answer {
  return protectedFrom(source, since, 'statement', facts);
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
    askSince(registry),
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

function agrees(list: ListAnswer, stated: string): boolean {
  if (!list.registered) {
    return false;
  }
  return list.since === null ? stated <= (list.noLaterThan ?? list.asOf) : stated === list.since;
}
