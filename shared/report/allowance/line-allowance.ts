import type { Clock } from '#shared/runtime/clock.ts';
import { dayMilliseconds } from '#shared/runtime/day.ts';
import type { Log } from '#shared/runtime/log.ts';
import type { DayTally } from './ports.ts';

/** One report in `step` is counted for all of them: a write unit each would be a tenth of what a report may cost. */
const step = 8;

/** Reporters that one process remembers; the one not heard of for longest goes first. */
const mostRemembered = 20_000;

export interface LineAllowance {
  /** Room for one more report of this reporter (keyed hash) today, or how long there is none. */
  take(reporter: string): Place | { readonly kind: 'none'; readonly retryAfterSeconds: number };
}

export interface Place {
  readonly kind: 'room';
  /** The report is written. Never fails: a report is worth more than its count. */
  keep(): Promise<void>;
  /** There was nothing new to write. */
  giveBack(): void;
}

interface Dependencies {
  readonly tally: DayTally;
  readonly perDay: number;
  readonly clock: Clock;
  /** A whole number below its argument. */
  readonly choose: (below: number) => number;
  readonly log?: Log;
}

/** What a process knows of one reporter on one day. */
interface Known {
  /** Reports that have a place here, written or under way. */
  places: number;
  written: number;
  /** What this process added to the tally, and what the tally then said of all processes. */
  added: number;
  total: number;
  /** Which of every eight written ones is counted. */
  readonly phase: number;
}

/**
 * At most so many reports of one reporter in a UTC day. This process counts its own exactly and adds them to the common
 * tally eight at a time, beginning at a random one: on average an eighth of a write a report, no read, and what it learns
 * of other processes is right on average. The limit is exact with one process; with many each lets up to eight more
 * through before it has asked (docs/adr/0017 has the figures).
 */
export function createLineAllowance({ tally, perDay, clock, choose, log }: Dependencies): LineAllowance {
  let today = '';
  const known = new Map<string, Known>();
  const knownOf = (reporter: string, day: string): Known => {
    if (day !== today) {
      today = day;
      known.clear();
    }
    const one = known.get(reporter) ?? { places: 0, written: 0, added: 0, total: 0, phase: choose(step) };
    known.delete(reporter);
    known.set(reporter, one);
    const [oldest] = known.keys();
    if (known.size > mostRemembered && oldest !== undefined) {
      known.delete(oldest);
    }
    return one;
  };
  return {
    take(reporter) {
      const now = clock();
      const day = now.toISOString().slice(0, 10);
      const one = knownOf(reporter, day);
      if (one.places + Math.max(0, one.total - one.added) >= perDay) {
        const retryAfterSeconds = Math.ceil((dayMilliseconds - (now.getTime() % dayMilliseconds)) / 1000);
        return { kind: 'none', retryAfterSeconds };
      }
      one.places += 1;
      return {
        kind: 'room',
        async keep() {
          one.written += 1;
          if ((one.written + one.phase) % step !== 0) {
            return;
          }
          try {
            const total = await tally.add(reporter, day, step);
            one.added += step;
            one.total = Math.max(one.total, total);
          } catch (error) {
            log?.error('line_not_counted', error);
          }
        },
        giveBack() {
          one.places -= 1;
        },
      };
    },
  };
}
