import { formatListDay, type ListDay, parseListDate } from './list-day.ts';

export interface NamedList {
  readonly listDay: ListDay;
  /** The one area code the file says it holds; null for a state or the nation. */
  readonly areaCode: string | null;
}

/**
 * Downloads of the US registry are named `YYYY-M-D_<area code>_<hash>.txt`; the date in the name is the list's, whenever
 * the file was fetched. Null for other names.
 */
export function parseListFileName(name: string): NamedList | null {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})_([0-9A-Za-z]+)_[0-9a-f]+\.txt(?:\.gz)?$/i.exec(name);
  const [, year = '', month = '', day = '', scope = ''] = match ?? [];
  const listDay = parseListDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return listDay === null ? null : { listDay, areaCode: /^\d{3}$/.test(scope) ? scope : null };
}

export type ListDateOutcome =
  | { readonly kind: 'dated'; readonly listDay: ListDay; readonly source: 'operator' | 'file name' }
  | { readonly kind: 'refused'; readonly message: string };

/** The operator's word, else the file's name; never the day of the import. `today` in UTC. */
export function chooseListDate(stated: string | undefined, named: NamedList | null, today: ListDay): ListDateOutcome {
  const listDay = stated === undefined ? (named?.listDay ?? null) : parseListDate(stated);
  if (listDay === null) {
    return {
      kind: 'refused',
      message:
        stated === undefined
          ? 'The date of the list is not known: the file is not named YYYY-M-D_<area code>_<hash>.txt. Give --list-date YYYY-MM-DD, the day the list was made, not the day it was fetched.'
          : `--list-date ${JSON.stringify(stated.slice(0, 40))} is not a date; write YYYY-MM-DD.`,
    };
  }
  if (listDay > today) {
    return { kind: 'refused', message: `The list date ${formatListDay(listDay)} is in the future.` };
  }
  return { kind: 'dated', listDay, source: stated === undefined ? 'file name' : 'operator' };
}
