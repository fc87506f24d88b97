/**
 * The formats in which lists come (docs/registry-formats.md). Full and change lists of a format have an id each, so that an
 * operator can say which it is.
 */
export const listFormatIds = [
  'us-flat',
  'us-flat-change',
  'acph-xml',
  'acph-xml-change',
  'canada-csv',
  'massachusetts',
  'uk-column',
  'singapore-column',
  'india-preferences',
  'india-preferences-change',
  'plain',
] as const;

export type ListFormatId = (typeof listFormatIds)[number];

export interface ListFormat {
  readonly name: string;
  readonly scope: 'full' | 'change';
  /** What no published source says and is therefore taken to be so; told to the operator with each list. */
  readonly assumption: string | null;
  /** The registry that publishes the format: of its lists nothing is assumed. */
  readonly publishedBy?: string;
}

export const listFormats: Readonly<Record<ListFormatId, ListFormat>> = {
  'us-flat': { name: 'flat full list (416,1234567)', scope: 'full', assumption: null },
  'us-flat-change': {
    name: 'flat change list',
    scope: 'change',
    assumption:
      'The columns of the flat change list are not published; each line is taken to hold area code, number, time of the ' +
      'change, and A (added) or D (deleted). Another order is given with --columns.',
  },
  'acph-xml': {
    name: 'XML full list (list, ac and ph elements)',
    scope: 'full',
    assumption:
      'The elements are those that Canada publishes for its lists; those of other registries are not published.',
    publishedBy: 'ca-dncl',
  },
  'acph-xml-change': {
    name: 'XML change list (list, ac and ph elements)',
    scope: 'change',
    assumption:
      'How an XML change list tells additions from deletions is not published; an attribute of ph with the value A or D ' +
      'is taken to say so, and one that begins with a date to give the day.',
  },
  'canada-csv': { name: 'CSV list of Canada (416,1234567)', scope: 'full', assumption: null },
  massachusetts: {
    name: 'number and last name',
    scope: 'full',
    assumption:
      'Delimiter and order of the columns are not published; the number is taken from the first column or the last. ' +
      'Names are passed over.',
  },
  'uk-column': {
    name: 'one column of United Kingdom numbers',
    scope: 'full',
    assumption: 'The file format is not published; one number a line is assumed, as 01632…, 441632… or +44 1632….',
  },
  'singapore-column': { name: 'one column of eight-digit numbers', scope: 'full', assumption: null },
  'india-preferences': {
    name: 'preferences as they stand (number, START n)',
    scope: 'full',
    assumption: 'There is no public download; number and preference message on one line is a form of this program.',
  },
  'india-preferences-change': {
    name: 'preference messages in their order (number, START n or STOP n)',
    scope: 'change',
    assumption: 'There is no public download; number and preference message on one line is a form of this program.',
  },
  plain: { name: 'one number a line, E.164 or national', scope: 'full', assumption: null },
};
