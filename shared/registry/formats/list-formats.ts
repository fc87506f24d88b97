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
  'plain',
] as const;

export type ListFormatId = (typeof listFormatIds)[number];
