/** When a schedule runs next, after a given moment. */
export interface Schedule {
  readonly kind: 'rate' | 'cron' | 'once';
  /** Epoch milliseconds; undefined when it never runs again. */
  next(after: number): number | undefined;
}

const UNITS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const LAST_YEAR = 2199;

const bad = (expression: string): Error => new Error(`the local run does not know the schedule ${expression}`);

interface Field {
  readonly least: number;
  readonly most: number;
  readonly names: readonly string[];
}

function number(text: string, { least, names }: Field): number {
  const name = names.indexOf(text.toUpperCase());
  return name >= 0 ? name + least : Number(text);
}

/** The values of one field; undefined for any value. */
function valuesOf(text: string, field: Field, expression: string): ReadonlySet<number> | undefined {
  if (text === '*' || text === '?') {
    return undefined;
  }
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const [range = '', step] = part.split('/');
    const [from = '', to] = range === '*' ? [String(field.least), String(field.most)] : range.split('-');
    const first = number(from, field);
    const last = to !== undefined ? number(to, field) : step === undefined ? first : field.most;
    const by = step === undefined ? 1 : Number(step);
    if (![first, last, by].every(Number.isInteger) || first < field.least || last > field.most || by < 1) {
      throw bad(expression);
    }
    for (let value = first; value <= last; value += by) {
      values.add(value);
    }
  }
  return values;
}

type DayTest = (date: Date) => boolean;

const lastOfMonth = (date: Date): number =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();

function nearestWeekday(date: Date, wanted: number): number {
  const last = lastOfMonth(date);
  const day = Math.min(wanted, last);
  const weekday = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), day)).getUTCDay();
  if (weekday === 6) {
    return day === 1 ? 3 : day - 1;
  }
  return weekday === 0 ? (day === last ? day - 2 : day + 1) : day;
}

function dayOfMonth(text: string, expression: string): DayTest {
  if (text === 'L') {
    return (date) => date.getUTCDate() === lastOfMonth(date);
  }
  const weekday = /^(\d{1,2})W$/.exec(text)?.[1];
  if (weekday !== undefined) {
    return (date) => date.getUTCDate() === nearestWeekday(date, Number(weekday));
  }
  const values = valuesOf(text, { least: 1, most: 31, names: [] }, expression);
  return (date) => values?.has(date.getUTCDate()) ?? true;
}

function dayOfWeek(text: string, expression: string): DayTest {
  const field: Field = { least: 1, most: 7, names: DAYS };
  const [, day, nth] = /^(\w+)(#[1-5]|L)$/.exec(text) ?? [];
  if (day !== undefined && nth !== undefined) {
    const weekday = number(day, field) - 1;
    return (date) =>
      date.getUTCDay() === weekday &&
      (nth === 'L'
        ? date.getUTCDate() + 7 > lastOfMonth(date)
        : Math.ceil(date.getUTCDate() / 7) === Number(nth.slice(1)));
  }
  const values = valuesOf(text === 'L' ? '7' : text, field, expression);
  return (date) => values?.has(date.getUTCDay() + 1) ?? true;
}

function cron(fields: readonly string[], expression: string): Schedule {
  const [minute = '', hour = '', date = '', month = '', weekday = '', year = ''] = fields;
  if (fields.length !== 6) {
    throw bad(expression);
  }
  const minutes = valuesOf(minute, { least: 0, most: 59, names: [] }, expression);
  const hours = valuesOf(hour, { least: 0, most: 23, names: [] }, expression);
  const months = valuesOf(month, { least: 1, most: 12, names: MONTHS }, expression);
  const years = valuesOf(year, { least: 1970, most: LAST_YEAR, names: [] }, expression);
  const days = [dayOfMonth(date, expression), dayOfWeek(weekday, expression)];
  return {
    kind: 'cron',
    next: (after) => {
      const at = new Date(after);
      at.setUTCSeconds(0, 0);
      at.setUTCMinutes(at.getUTCMinutes() + 1);
      while (at.getUTCFullYear() <= LAST_YEAR) {
        if (
          (years !== undefined && !years.has(at.getUTCFullYear())) ||
          (months !== undefined && !months.has(at.getUTCMonth() + 1))
        ) {
          at.setUTCMonth(at.getUTCMonth() + 1, 1);
          at.setUTCHours(0, 0);
        } else if (!days.every((test) => test(at))) {
          at.setUTCDate(at.getUTCDate() + 1);
          at.setUTCHours(0, 0);
        } else if (hours !== undefined && !hours.has(at.getUTCHours())) {
          at.setUTCHours(at.getUTCHours() + 1, 0);
        } else if (minutes !== undefined && !minutes.has(at.getUTCMinutes())) {
          at.setUTCMinutes(at.getUTCMinutes() + 1);
        } else {
          return at.getTime();
        }
      }
      return undefined;
    },
  };
}

/**
 * Reads `rate(5 minutes)`, `cron(0 3 * * ? *)` or `at(2026-11-21T03:00:00)`, all in UTC
 * (https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html). Throws for anything else.
 */
export function parseSchedule(expression: string): Schedule {
  const [, kind, inner] = /^(rate|cron|at)\((.+)\)$/.exec(expression.trim()) ?? [];
  if (kind === 'cron' && inner !== undefined) {
    return cron(inner.trim().split(/\s+/), expression);
  }
  if (kind === 'rate' && inner !== undefined) {
    const [count = '', unit = ''] = inner.trim().split(/\s+/);
    const length = UNITS[unit.replace(/s$/, '')];
    if (length === undefined || !/^[1-9]\d*$/.test(count)) {
      throw bad(expression);
    }
    const every = Number(count) * length;
    return { kind: 'rate', next: (after) => after + every };
  }
  const moment = kind === 'at' ? Date.parse(`${inner}Z`) : Number.NaN;
  if (Number.isNaN(moment)) {
    throw bad(expression);
  }
  return { kind: 'once', next: (after) => (moment > after ? moment : undefined) };
}
