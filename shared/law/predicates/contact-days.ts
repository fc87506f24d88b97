import { type Answer, unknown } from '../answer.ts';
import { dayNumber } from '../calendar.ts';
import type { CaseFacts } from '../case-facts.ts';
import { localTime } from '../time-zone.ts';

const hour = 3_600_000;

/** Every local day (see calendar.ts) the contact can have been on: one where date or zone is known, else two or three. */
export function contactDays(facts: CaseFacts): readonly number[] {
  const instant = Date.parse(facts.occurred.at);
  if (!facts.occurred.timeKnown) {
    return [dayNumber(facts.occurred.at.slice(0, 10))];
  }
  const days =
    facts.zones.length > 0
      ? facts.zones.map((zone) => dayNumber(localTime(zone, instant).date))
      : // The clocks of the world lie between UTC-12 and UTC+14.
        [-12, 0, 14].map((offset) => Math.floor((instant + offset * hour) / (24 * hour)));
  return [...new Set(days)].sort((one, other) => one - other);
}

/** The answer all possible days agree on; where the zone makes the difference, that is the question. */
export function onEveryDay(facts: CaseFacts, answerOn: (day: number) => Answer): Answer {
  const answers = contactDays(facts).map(answerOn);
  const [first] = answers;
  return first !== undefined && answers.every((answer) => answer.is === first.is)
    ? first
    : unknown((m) => m.dayDependsOnZone(), { pointer: '/timeZone', text: (m) => m.askZone() });
}
