import { dayMilliseconds } from '#shared/runtime/day.ts';

/** SMS Backup & Restore writes `(Unknown)` for a number that is not in the contacts, and the word null for nothing. */
export function isContact(name: string | undefined, number: string): boolean {
  return name !== undefined && name !== '' && name !== '(Unknown)' && name !== 'null' && name !== number;
}

/** An attribute's value; the literal word null means absent. */
export function present(value: string | undefined): string {
  return value === undefined || value === 'null' ? '' : value.trim();
}

const latest = 8.64e15;
const twoDigits: readonly string[] = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/** RFC 3339 in UTC, to the second, from milliseconds since the epoch as digits; null for anything else. */
export type InstantReader = (digits: string | undefined) => string | null;

/** Remembers the last day: the rows of a log follow one another, and writing a date costs more than reading a row. */
export function instantReader(): InstantReader {
  let lastDay = Number.NaN;
  let date = '';
  return (digits) => {
    if (digits === undefined || !/^\d{1,16}$/.test(digits)) {
      return null;
    }
    const milliseconds = Number(digits);
    if (milliseconds > latest) {
      return null;
    }
    const day = Math.floor(milliseconds / dayMilliseconds);
    if (day !== lastDay) {
      lastDay = day;
      date = new Date(day * dayMilliseconds).toISOString().slice(0, -'00:00:00.000Z'.length);
    }
    const seconds = Math.floor((milliseconds - day * dayMilliseconds) / 1000);
    return `${date}${twoDigits[Math.floor(seconds / 3600)]}:${twoDigits[Math.floor(seconds / 60) % 60]}:${twoDigits[seconds % 60]}Z`;
  };
}
