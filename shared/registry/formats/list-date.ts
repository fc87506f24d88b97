import { formatListDay, type ListDay, parseListDate } from '../list-day.ts';
import { ListRefused } from './list-refused.ts';

/** What the name of a file tells. */
export interface NamedFile {
  readonly listDay: ListDay;
  /** The one area code the file says it holds; null for a state or the nation. */
  readonly areaCode: string | null;
}

const shape = /^(\d{4})-(\d{1,2})-(\d{1,2})_([0-9A-Za-z]{1,32})_[0-9a-f]{1,64}(?:\.(?:txt|csv|xml|zip|gz)){1,3}$/i;

/**
 * Downloads of the US registry are named `YYYY-M-D_<area code>_<hash>.txt.zip`; the date in the name is the list's, whenever
 * the file was fetched. Null for other names. Throws ListRefused where the name has this form and its date there never was.
 */
export function readFileName(name: string): NamedFile | null {
  const [, year, month = '', day = '', scope = ''] = shape.exec(name.slice(0, 200)) ?? [];
  if (year === undefined) {
    return null;
  }
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const listDay = parseListDate(date);
  if (listDay === null) {
    throw new ListRefused(`The date in the file name, ${date}, is not a date. Give --list-date YYYY-MM-DD.`);
  }
  return { listDay, areaCode: /^\d{3}$/.test(scope) ? scope : null };
}

export interface KnownDate {
  readonly listDay: ListDay;
  readonly from: 'operator' | 'file name' | 'header';
}

/** The operator's word, else the file's name; never the day of the import. Null if only the content can tell. */
export function dateBefore(stated: string | undefined, named: NamedFile | null, today: ListDay): KnownDate | null {
  if (stated !== undefined) {
    const listDay = parseListDate(stated);
    if (listDay === null) {
      throw new ListRefused(`--list-date ${JSON.stringify(stated.slice(0, 40))} is not a date; write YYYY-MM-DD.`);
    }
    return { listDay: notInFuture(listDay, today), from: 'operator' };
  }
  return named === null ? null : { listDay: notInFuture(named.listDay, today), from: 'file name' };
}

export function undated(): ListRefused {
  return new ListRefused(
    'The date of the list is not known: the file is not named YYYY-M-D_<area code>_<hash>.txt. Give --list-date ' +
      'YYYY-MM-DD, the day the list was made, not the day it was fetched.',
  );
}

/** For the operator, where the date that is used is not what the file says; null if nothing disagrees. */
export function noteOnDate(used: KnownDate, saying: ListDay | null, where: 'file name' | 'header'): string | null {
  return saying === null || saying === used.listDay
    ? null
    : `The ${where} says ${formatListDay(saying)}; ${formatListDay(used.listDay)} (${used.from}) is used.`;
}

function notInFuture(listDay: ListDay, today: ListDay): ListDay {
  if (listDay > today) {
    throw new ListRefused(`The list date ${formatListDay(listDay)} is in the future.`);
  }
  return listDay;
}
