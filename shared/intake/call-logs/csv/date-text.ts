export type DateOrder = 'ymd' | 'dmy' | 'mdy';

const longest = 48;
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)[T ,]{0,3}(.*)$/;
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)[T ,]{0,3}(.*)$/;
const dayAndMonth = /^(\d{1,2})[-. ]{1,2}([A-Za-z]{3,9})[-., ]{1,2}(\d{4}|\d{2})(?!\d)[T ,]{0,3}(.*)$/;
const monthAndDay = /^([A-Za-z]{3,9})[. ]{1,2}(\d{1,2})[, ]{1,2}(\d{4})(?!\d)[T ,]{0,3}(.*)$/;
const clock = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?: ?([ap])\.?m\.?)? ?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A date, or date and time, as carriers and exchanges write them: `2026-11-20T10:00:01`, with `Z` or an offset where the text
 * has one, `2026-11-20` where it has no time; null for anything else. That the day exists is not checked.
 */
export function readDateText(text: string, order: DateOrder): string | null {
  const trimmed = text.length > longest ? '' : text.trim();
  const parts = dateParts(trimmed, order);
  if (parts === null) {
    return null;
  }
  const { year, month, day, rest } = parts;
  if (month < 1 || month > 12 || day < 1 || day > 31) {
    return null;
  }
  const date = `${year < 100 ? 2000 + year : year}-${two(month)}-${two(day)}`;
  const time = readClock(rest);
  return rest === '' ? date : time === null ? null : `${date}T${time}`;
}

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly rest: string;
}

function dateParts(text: string, order: DateOrder): DateParts | null {
  const [, first = '', second = '', third = '', rest = ''] =
    yearFirst.exec(text) ?? yearLast.exec(text) ?? dayAndMonth.exec(text) ?? monthAndDay.exec(text) ?? [];
  if (first === '') {
    return null;
  }
  if (first.length === 4 && /^\d/.test(first)) {
    return { year: Number(first), month: Number(second), day: Number(third), rest };
  }
  const year = Number(third);
  if (/^\d/.test(first) && /^\d/.test(second)) {
    const [day, month] = order === 'mdy' ? [second, first] : [first, second];
    return { year, month: Number(month), day: Number(day), rest };
  }
  const [day, name] = /^\d/.test(first) ? [first, second] : [second, first];
  return { year, month: months.indexOf(name.slice(0, 3).toLowerCase()) + 1, day: Number(day), rest };
}

/** `10:00`, `10:00:01`, `9:05 PM`, `10:00:01Z`, as `HH:MM:SS` and offset. */
function readClock(text: string): string | null {
  const [whole, hours = '', minutes = '', seconds = '00', half = '', zone = ''] = clock.exec(text) ?? [];
  if (whole === undefined) {
    return null;
  }
  const hour = half === '' ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : zone === '' ? '' : 'Z';
  return `${two(hour)}:${minutes}:${seconds}${offset}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
