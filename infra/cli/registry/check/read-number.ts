import { type ParsedLine, parseLine } from '#shared/sender/parse-line.ts';
import type { Refused } from '#shared/sender/refusal.ts';

export type NumberRead = { readonly kind: 'read'; readonly e164: string } | Refused;

/** A number of the North American plan, as nearly all are written; reading any spelling takes forty times as long. */
const northAmerican = /^(?:\+?1[ .-]?)?\(?([2-9]\d\d)\)?[ .-]?([2-9]\d\d)[ .-]?(\d{4})$/;

/** As `parseLine` reads it. */
export function readNumber(text: string, country: string): NumberRead {
  const plain = country === 'US' || country === 'CA' ? northAmerican.exec(text.slice(0, 24)) : null;
  if (plain !== null && text.length <= 24) {
    const [, area = '', exchange = '', line = ''] = plain;
    return { kind: 'read', e164: `+1${area}${exchange}${line}` };
  }
  const parsed: ParsedLine | Refused = parseLine(text, { country });
  return parsed.kind === 'refused' ? parsed : { kind: 'read', e164: parsed.line.e164 };
}
