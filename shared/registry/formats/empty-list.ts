import { type ListFormatId, listFormats } from './list-formats.ts';
import type { ListCoverage, ListReadOptions } from './list-reading.ts';
import { ListRefused } from './list-refused.ts';

/** On a quiet day nothing changes in an area; a full list without numbers would delete all that is held. */
export function mayHoldNone(format: ListFormatId, covers: ListCoverage): boolean {
  return listFormats[format].scope === 'change' && covers.kind !== 'not_stated';
}

/** A file without content is a change list only where the operator says so: it might as well be a failed download. */
export function beginEmpty({ format, onStart }: ListReadOptions): ListFormatId | null {
  if (format === undefined || listFormats[format].scope !== 'change') {
    return null;
  }
  onStart?.({ format, scope: 'change' });
  return format;
}

/** With what to say if there should be none. */
export function holdsNoNumbers(bytes: number, covers: ListCoverage, { registry }: ListReadOptions): ListRefused {
  if (bytes > 0) {
    return new ListRefused('The file holds no numbers.');
  }
  const format = registry.formats.find((id) => id !== 'acph-xml-change' && listFormats[id].scope === 'change');
  const hint = ` If it is the change list of a day without changes, say --format ${format}.`;
  return new ListRefused(`The file is empty.${format === undefined || covers.kind === 'not_stated' ? '' : hint}`);
}
