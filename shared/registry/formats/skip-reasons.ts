import type { ListSkipReason } from './list-reading.ts';

const skipReasons: Readonly<Record<ListSkipReason, string>> = {
  bad_line: 'no entry of this format',
  wrong_length: 'too few digits or too many',
  more_columns: 'more columns than the format has',
  not_in_plan: 'no number that the country has',
  other_country: 'a number of another country',
  other_area: 'an area code that this file or registry is not for',
  bad_operation: 'neither an addition nor a deletion',
  bad_day: 'a day that there never was, or later than the list',
  bad_category: 'no category of preferences',
  malformed: 'XML that is not well-formed',
  duplicate: 'said before in this file',
};

const inWords: ReadonlyMap<string, string> = new Map(Object.entries(skipReasons));

/** What is wrong with a line or element, for the operator (docs/registry-formats.md). */
export function skipReasonInWords(reason: string): string {
  return inWords.get(reason) ?? reason;
}
