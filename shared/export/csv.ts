import { stringify } from 'csv-stringify/sync';

/** One CSV line by RFC 4180, CRLF included. Null is an empty field. */
export function csvLine(fields: readonly (string | number | null)[]): string {
  return stringify([[...fields]], {
    record_delimiter: 'windows',
    // Also where programs that split at `;` or tabs could take something for a separator.
    quoted_match: /[",;\t\r\n' ]/,
  });
}

/** Controls, and characters that reorder or hide text: C0, C1, soft hyphen, zero-width, bidi, line separators, BOM. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** What a spreadsheet takes for a formula (OWASP CSV injection), with the fullwidth forms. */
const formula = /^[=+\-@＝＋－＠]/;

/**
 * Free text that no spreadsheet runs: unprintable characters go, then outer white space, then a formula gets a leading
 * apostrophe. Quoting alone does not help. In that order: a leading line feed would hide the formula behind it.
 */
export function safeText(text: string): string {
  const plain = text.toWellFormed().replace(unprintable, '').trim();
  return formula.test(plain) ? `'${plain}` : plain;
}
