import { type Answer, no, unknown, yes } from '../answer.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { TestNamed } from '../condition.ts';
import { localTime } from '../time-zone.ts';

/** `HH:MM` as milliseconds since midnight. */
function clockOf(text: string): number {
  return (Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))) * 60_000;
}

/**
 * Looks at `occurredAt` and `timeZone`: before opening or after closing by the clock of the called person. The minutes
 * named by the law are themselves inside: whether 21:00:00 counts as after 21:00 is unverified, so it is not flagged.
 */
export function outsideHours(test: TestNamed<'outsideHours'>, facts: CaseFacts): Answer {
  if (!facts.occurred.timeKnown) {
    return unknown((m) => m.timeUnknown(), { pointer: '/occurredAt', text: (m) => m.askTime() });
  }
  const askZone = { pointer: '/timeZone', text: (m) => m.askZone() } as const satisfies Parameters<typeof unknown>[1];
  if (facts.zones.length === 0) {
    return unknown((m) => m.hourWithoutZone(), askZone);
  }
  const hours = { opens: clockOf(test.opens.value), closes: clockOf(test.closes.value) };
  const instant = Date.parse(facts.occurred.at);
  const times = facts.zones.map((zone) => ({ zone, clock: localTime(zone, instant).clock }));
  const outside = times.filter(({ clock }) => clock < hours.opens || clock > hours.closes);
  if (outside.length === times.length) {
    return yes((m) => m.outsideHours({ times, hours }));
  }
  return outside.length === 0
    ? no((m) => m.insideHours({ times, hours }))
    : unknown((m) => m.hourDependsOnZone({ times, hours }), askZone);
}
