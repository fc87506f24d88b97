import { localTime } from '#shared/law/time-zone.ts';

/** How a gateway writes a time: RFC 3339, seconds or milliseconds since 1970, or the date and time of a clock on a wall. */
export const timeFormats = ['rfc3339', 'unix', 'unix_ms', 'local'] as const;
export type TimeFormat = (typeof timeFormats)[number];

/** RFC 3339 UTC, or null for a time that cannot be read: a message is taken without one. `zone` (IANA) is for `local`. */
export function readTime(written: string | undefined, format: TimeFormat, zone = 'UTC'): string | null {
  if (written === undefined || written.length > 40) {
    return null;
  }
  const instant = instantOf(written, format, zone);
  // Dates that exist: 1970 to 9999.
  return instant >= 0 && instant < 253_402_300_800_000 ? new Date(instant).toISOString() : null;
}

function instantOf(written: string, format: TimeFormat, zone: string): number {
  switch (format) {
    case 'rfc3339': {
      // Some leave the colon out of the offset.
      const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?)(?:Z|([+-]\d\d):?(\d\d))$/.exec(written);
      return parts === null
        ? Number.NaN
        : Date.parse(parts[1] + (parts[2] === undefined ? 'Z' : `${parts[2]}:${parts[3]}`));
    }
    case 'unix':
      return /^\d{1,12}$/.test(written) ? Number(written) * 1000 : Number.NaN;
    case 'unix_ms':
      return /^\d{1,15}$/.test(written) ? Number(written) : Number.NaN;
    case 'local':
      return fromLocal(written, zone);
  }
}

function fromLocal(written: string, zone: string): number {
  const parts = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)$/.exec(written);
  const asUtc = parts === null ? Number.NaN : Date.parse(`${parts[1]}T${parts[2]}Z`);
  if (Number.isNaN(asUtc)) {
    return asUtc;
  }
  // The offset at the first guess may be that of the other side of a change of clocks; the second is right but in the hour that a change skips.
  const guess = asUtc - offsetAt(zone, asUtc);
  return asUtc - offsetAt(zone, guess);
}

/** How far the zone's clocks are ahead of UTC, in milliseconds. */
function offsetAt(zone: string, instant: number): number {
  const { date, clock } = localTime(zone, instant);
  return Date.parse(`${date}T00:00:00Z`) + clock - instant;
}
