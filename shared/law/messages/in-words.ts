import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import type { ClockIn } from './messages.ts';

/** What a language adds to the words of `Intl`. */
export interface Manners {
  /** Of the time of day: parts beyond hour and minute. */
  readonly clock?: Intl.DateTimeFormatOptions;
  readonly day?: (day: string) => string;
  readonly clockSaid?: (clock: string) => string;
  /** A place, out of what `Intl` calls its time. */
  readonly place?: (time: string) => string;
  /** A time of day in a place, ready to stand in a sentence. */
  readonly at: (clock: string, place: string) => string;
}

/** How sentences of a language write days, times of day and enumerations. */
export interface InWords {
  /** `2026-11-20` as the language writes a day. */
  readonly day: (date: string) => string;
  /** Milliseconds since midnight; with seconds only on a full hour, where they decide. */
  readonly clock: (milliseconds: number) => string;
  /** Times that exclude each other; zones that show the same one are named by the first of them. */
  readonly clocks: (times: readonly ClockIn[]) => string;
  readonly list: (items: readonly string[]) => string;
}

/** Formatters of `Intl` are made on first use: a language that nobody reads costs nothing. */
export function inWords(language: string, manners: Manners): InWords {
  const formats = onFirstUse(() => ({
    day: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }),
    clock: new Intl.DateTimeFormat(language, clockOptions(manners, {})),
    exactClock: new Intl.DateTimeFormat(language, clockOptions(manners, { second: '2-digit' })),
    and: new Intl.ListFormat(language, { type: 'conjunction' }),
    or: new Intl.ListFormat(language, { type: 'disjunction' }),
  }));
  const asIs = (text: string) => text;
  const { day = asIs, clockSaid = asIs, place = asIs, at } = manners;

  const clock = (milliseconds: number) => {
    const { clock: short, exactClock } = formats();
    const seconds = Math.floor(milliseconds / 1000);
    const exact = seconds % 3600 < 60 && seconds % 60 !== 0;
    return clockSaid((exact ? exactClock : short).format(seconds * 1000));
  };
  return {
    day: (date) => day(formats().day.format(new Date(`${date}T00:00:00Z`))),
    clock,
    clocks: (times) => {
      const first = new Map(times.toReversed().map((time) => [clock(time.clock), time.zone]));
      const said = [...first].toReversed().map(([time, zone]) => at(time, place(timeIn(language, zone))));
      return formats().or.format(said);
    },
    list: (items) => formats().and.format(items),
  };
}

function clockOptions({ clock }: Manners, more: Intl.DateTimeFormatOptions): Intl.DateTimeFormatOptions {
  return { hour: 'numeric', minute: '2-digit', timeZone: 'UTC', ...clock, ...more };
}

/** `hora de Nueva York` for `America/New_York`: the short name of a zone's time is its place, outside English. */
function timeIn(language: string, zone: string): string {
  const name = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'shortGeneric' })
    .formatToParts(0)
    .find(({ type }) => type === 'timeZoneName');
  return name?.value ?? zone;
}
