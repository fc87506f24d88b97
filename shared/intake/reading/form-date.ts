const written = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/u;
const clock = /^(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?\s?(?:([ap])\.?m\.?)?(?:\s?(?:hrs?|h))?$/iu;

export interface FormDate {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** 25/12/26 cannot be read the American way; 05/12/26 can. */
  readonly oneWayOnly: boolean;
}

/** India's dd/mm/yy; null for anything that is no day of the calendar. */
export function readFormDate(text: string): FormDate | null {
  const [, day = '', month = '', year = ''] = written.exec(text) ?? [];
  if (year === '') {
    return null;
  }
  const date = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const real = new Date(`${date}T00:00:00Z`);
  // 31 June would roll over to July.
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(date)
    ? { date, oneWayOnly: Number(day) > 12 }
    : null;
}

/** `hh:mm`, also with am or pm; as `HH:MM`. */
export function readFormTime(text: string): string | null {
  const [, hour = '', minute = '', half] = clock.exec(text.trim()) ?? [];
  if (minute === '') {
    return null;
  }
  const isPm = half?.toLowerCase() === 'p';
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isPm ? 12 : 0);
  return hours < 24 && Number(minute) < 60 ? `${String(hours).padStart(2, '0')}:${minute}` : null;
}
