import type { Occurred } from '#shared/law/case-facts.ts';
import { isTimeZone, localTime } from '#shared/law/time-zone.ts';
import { dayMilliseconds } from '#shared/runtime/day.ts';
import type { FieldFault } from './field-fault.ts';

export type OccurredResult =
  | { readonly kind: 'occurred'; readonly occurred: Occurred; readonly localDate: string | null }
  | { readonly kind: 'refused'; readonly fault: FieldFault };

const dateOnly = /^(\d{4})-(\d{2})-(\d{2})$/;
const dateTime = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(Z|z|[+-]\d{2}:\d{2})?$/;
const earliest = Date.UTC(1990, 0, 1);

/**
 * Reads `occurredAt` (CONTRACT section 3): an instant with offset, a local time with `timeZone`, or a date alone (time
 * unknown). Refuses dates that are not on the calendar, before 1990 or more than 24 hours ahead of `now`.
 * `localDate` is null where only the zones of the line can tell it.
 */
export function readOccurred(occurredAt: string, timeZone: string | undefined, now: Date): OccurredResult {
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    return refused('/timeZone', 'Name a time zone of the IANA database, for example America/New_York.');
  }
  const date = dateOnly.exec(occurredAt);
  const match = date ?? dateTime.exec(occurredAt);
  if (match === null) {
    return refused('/occurredAt', 'Write the time as 2026-11-20T20:41:00-05:00, or the date alone as 2026-11-20.');
  }
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map((part) => Number(match[part] ?? '0'));
  const wall = Date.UTC(year ?? 0, (month ?? 0) - 1, day ?? 0, hour ?? 0, minute ?? 0, second ?? 0);
  // Date.UTC rolls 30 February over; what comes back must read the same.
  const written = `${match[1]}-${match[2]}-${match[3]}T${match[4] ?? '00'}:${match[5] ?? '00'}:${match[6] ?? '00'}.000Z`;
  if (Number.isNaN(wall) || new Date(wall).toISOString() !== written) {
    return refused('/occurredAt', 'There is no such date or time.');
  }
  const localDate = `${match[1]}-${match[2]}-${match[3]}`;
  const offset = match[7];
  if (date === null && offset === undefined && timeZone === undefined) {
    return refused(
      '/timeZone',
      'A local time needs its time zone; or write the offset, as in 2026-11-20T20:41:00-05:00.',
    );
  }
  const instant =
    date !== null
      ? wall
      : offset === undefined
        ? instantOf(wall, timeZone ?? 'UTC')
        : wall - offsetMilliseconds(offset);
  if (Number.isNaN(instant)) {
    return refused('/occurredAt', 'There is no such offset from UTC.');
  }
  if (instant < earliest || instant > now.getTime() + dayMilliseconds) {
    return refused('/occurredAt', 'The date lies before 1990 or more than a day ahead.');
  }
  return {
    kind: 'occurred',
    occurred: { at: rfc3339(instant), timeKnown: date === null },
    localDate: date !== null || offset === undefined ? localDate : null,
  };
}

/** Seconds precision, UTC. */
function rfc3339(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

function offsetMilliseconds(offset: string): number {
  if (offset === 'Z' || offset === 'z') {
    return 0;
  }
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(4, 6));
  return hours > 18 || minutes > 59 ? Number.NaN : (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/** The local date at an instant in a zone, `YYYY-MM-DD`. */
export function dateIn(zone: string, at: string): string {
  return localTime(zone, Date.parse(at)).date;
}

function offsetIn(zone: string, instant: number): number {
  const { date, clock } = localTime(zone, instant);
  return Date.parse(date) + clock - instant;
}

/** The instant of a wall-clock time; the earlier one where clocks were set back, the moved one where they were set forward. */
function instantOf(wall: number, zone: string): number {
  const before = wall - offsetIn(zone, wall - dayMilliseconds);
  const after = wall - offsetIn(zone, wall + dayMilliseconds);
  const fits = [before, after].filter((instant) => instant + offsetIn(zone, instant) === wall);
  return fits.length === 0 ? before : Math.min(...fits);
}

function refused(pointer: string, detail: string): OccurredResult {
  return { kind: 'refused', fault: { pointer, detail } };
}
