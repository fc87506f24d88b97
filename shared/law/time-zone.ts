/** Local times by the time-zone database that comes with the runtime, daylight saving included. */

const formats = new Map<string, Intl.DateTimeFormat>();
// More names than the database has: only odd spellings from outside could fill it further.
const mostFormats = 1000;

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) {
    return known;
  }
  // The Swedish locale writes ISO dates and a 24-hour clock.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  if (formats.size >= mostFormats) {
    formats.clear();
  }
  formats.set(zone, format);
  return format;
}

/** Whether `text` names a zone of the IANA database. Bare offsets such as `+05:00` do not: they know no daylight saving. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/.test(text)) {
    return false;
  }
  try {
    formatFor(text);
    return true;
  } catch {
    return false;
  }
}

export interface LocalTime {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Milliseconds since local midnight by the clock on the wall: 0 to 86,399,999. */
  readonly clock: number;
}

/** The wall clock in `zone` at `instant` (epoch milliseconds). Throws RangeError for a zone that `isTimeZone` refuses. */
export function localTime(zone: string, instant: number): LocalTime {
  const written = formatFor(zone).format(instant);
  const seconds =
    Number(written.slice(11, 13)) * 3600 + Number(written.slice(14, 16)) * 60 + Number(written.slice(17, 19));
  const fraction = ((instant % 1000) + 1000) % 1000;
  return { date: written.slice(0, 10), clock: seconds * 1000 + fraction };
}
