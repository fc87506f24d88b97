import { type Answer, no, type Said, unknown, yes } from '../answer.ts';
import { dateOfDay, dayNumber } from '../calendar.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { TestNamed } from '../condition.ts';
import type { RegistrySource } from '../messages/messages.ts';
import { onEveryDay } from './contact-days.ts';

export type Source = TestNamed<'registered'>['sources'][number];
type Teller = RegistrySource | 'statement';

/** Whether a registration that began on `since` protected the line on the day of the contact. */
export function protectedFrom(source: Source, since: string, from: Teller, facts: CaseFacts): Answer {
  return onEveryDay(facts, (day) => onDay(source, since, from, day));
}

/** The first day on which a registration of day `since` can protect, and the first on which it surely does. */
export function firstDays({ counts, atLeast, atMost }: Source, since: number): { earliest: number; latest: number } {
  const first = since + (counts === 'from' ? 0 : 1);
  return { earliest: first + atLeast.value, latest: first + atMost.value };
}

function onDay(source: Source, since: string, from: Teller, day: number): Answer {
  const { registry, counts } = source;
  const { earliest, latest } = firstDays(source, dayNumber(since));
  if (day >= latest) {
    return yes(protectedSentence(source, since, from, day, false));
  }
  if (day < earliest) {
    return no((m) => m.notYetProtected({ registry, since, days: source.atLeast.value, counts, date: dateOfDay(day) }));
  }
  return unknown(
    (m) => m.carriedOverWhenUnknown({ registry, earliest: dateOfDay(earliest), latest: dateOfDay(latest) }),
    { pointer: '/registeredSince', text: (m) => m.askIfRegisteredOn({ registry, since }) },
  );
}

export function protectedSentence(source: Source, since: string, from: Teller, day: number, atLatest: boolean): Said {
  return (m) =>
    m.protectedSince({
      registry: source.registry,
      since,
      atLatest,
      source: from,
      days: source.atMost.value,
      counts: source.counts,
      carriedOver: source.atLeast.value !== source.atMost.value,
      date: dateOfDay(day),
    });
}
