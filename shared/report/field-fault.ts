import type { Refused } from '#shared/sender/refusal.ts';

/** What is wrong with one field of a report: a JSON pointer (RFC 6901) and plain words. */
export interface FieldFault {
  readonly pointer: string;
  readonly detail: string;
}

/** Of a national spelling without a known country, the country is at fault where one was named: `UK` for `GB`. */
export function spellingFault(pointer: string, { reason, detail }: Refused, country: string | undefined): FieldFault {
  return reason === 'country_needed' && country !== undefined
    ? {
        pointer: '/country',
        detail: 'We know no country by these letters. Use those of ISO 3166-1, for example GB or US.',
      }
    : { pointer, detail };
}
