import { placeFor } from '#shared/law/place.ts';
import { isTimeZone } from '#shared/law/time-zone.ts';
import { zonesFor } from '#shared/law/zones.ts';
import { readOccurred } from '#shared/report/occurred.ts';
import type { Line } from '#shared/sender/sender.ts';
import type { Words } from '../messages/messages.ts';

export type ReadWhen =
  /** For `occurredAt` and `timeZone` of a report. */
  | { readonly kind: 'when'; readonly occurredAt: string; readonly timeZone: string | null }
  | { readonly kind: 'wrong'; readonly field: 'date' | 'time' | 'zone'; readonly message: string };

interface Written {
  readonly date: string | undefined;
  /** `HH:MM`, perhaps with seconds. */
  readonly time: string | undefined;
  readonly zone: string | undefined;
  /** The zones that the line allows; one needs no question. */
  readonly candidates: readonly string[];
}

/** Puts day, time and zone together. A day alone needs no zone; a time does, and the line mostly tells it. */
export function readWhen({ date, time, zone, candidates }: Written, now: Date, m: Words<'errors'>): ReadWhen {
  const wrong = (field: 'date' | 'time' | 'zone', message: string): ReadWhen => ({ kind: 'wrong', field, message });
  if (date === undefined) {
    return wrong('date', m.errors.dateMissing);
  }
  const day = readOccurred(date, undefined, now);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || day.kind === 'refused') {
    return wrong('date', isDay(date) ? m.errors.dateRange : m.errors.dateInvalid);
  }
  if (time === undefined) {
    return { kind: 'when', occurredAt: date, timeZone: null };
  }
  if (!isTime(time)) {
    return wrong('time', m.errors.timeInvalid);
  }
  const only = candidates.length === 1 ? candidates[0] : undefined;
  const timeZone = zone !== undefined && isTimeZone(zone) ? zone : only;
  if (timeZone === undefined) {
    return wrong('zone', m.errors.zoneNeeded);
  }
  const occurredAt = `${date}T${time}`;
  return readOccurred(occurredAt, timeZone, now).kind === 'refused'
    ? wrong('date', m.errors.dateRange)
    : { kind: 'when', occurredAt, timeZone };
}

/** The zones a line allows before anything is said; the country stands in for a line that was not given. */
export function zonesOfLine(line: Line | null, country: string): readonly string[] {
  const place = placeFor({ line: line?.e164 ?? null, country: line?.country ?? country, region: undefined });
  return zonesFor({ timeZone: undefined, line: line?.e164 ?? null, place });
}

/** `HH:MM`, perhaps with seconds. */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text);
}

function isDay(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}
