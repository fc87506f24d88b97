/** Local times by the time-zone database that comes with the runtime, daylight saving included. */

export interface LocalTime {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Milliseconds since local midnight by the clock on the wall: 0 to 86,399,999. */
  readonly clock: number;
}

/** A zone's format, and the last instant it was asked for: the rules of one report all ask for the same. */
interface Zone {
  readonly format: Intl.DateTimeFormat;
  last: { readonly instant: number; readonly local: LocalTime } | null;
}

const zones = new Map<string, Zone>();
// More names than the database has: only odd spellings from outside could fill it further.
const mostZones = 1000;

function zoneNamed(name: string): Zone {
  const known = zones.get(name);
  if (known !== undefined) {
    return known;
  }
  // The Swedish locale writes ISO dates and a 24-hour clock.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: name, dateStyle: 'short', timeStyle: 'medium' });
  if (zones.size >= mostZones) {
    zones.clear();
  }
  const zone: Zone = { format, last: null };
  zones.set(name, zone);
  return zone;
}

/** Whether `text` names a zone of the IANA database. Bare offsets such as `+05:00` do not: they know no daylight saving. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/.test(text)) {
    return false;
  }
  try {
    zoneNamed(text);
    return true;
  } catch {
    return false;
  }
}

/** The wall clock in `zone` at `instant` (epoch milliseconds). Throws RangeError for a zone that `isTimeZone` refuses. */
export function localTime(zone: string, instant: number): LocalTime {
  const known = zoneNamed(zone);
  if (known.last?.instant === instant) {
    return known.last.local;
  }
  const written = known.format.format(instant);
  const seconds =
    Number(written.slice(11, 13)) * 3600 + Number(written.slice(14, 16)) * 60 + Number(written.slice(17, 19));
  const fraction = ((instant % 1000) + 1000) % 1000;
  const local = { date: written.slice(0, 10), clock: seconds * 1000 + fraction };
  known.last = { instant, local };
  return local;
}
