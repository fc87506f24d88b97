import { type Answer, no, type Said, unknown, yes } from '../answer.ts';
import { dateOfDay, dayNumber } from '../calendar.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { TestNamed } from '../condition.ts';
import { onEveryDay } from './contact-days.ts';

export type Source = TestNamed<'registered'>['sources'][number];

/** Whether a registration that began on `since` protected the line on the day of the contact. */
export function protectedFrom(source: Source, since: string, from: 'list' | 'statement', facts: CaseFacts): Answer {
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

export function protectedSentence(
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
