import { planOfCountry } from '#shared/sender/dialling-plans.ts';
import type { FieldFault } from './field-fault.ts';
import type { ReportInput } from './report-input.ts';

export const unknownCountry = 'We know no country by these letters. Use those of ISO 3166-1, for example GB or US.';

/**
 * Letters that name no country, such as `UK` for `GB`. Taken, they would leave the report without a rulebook and make of a
 * short code a sender of its own, published under a country that there is not.
 */
export function countryFaults({ country }: ReportInput): FieldFault[] {
  return country === undefined || planOfCountry(country) !== undefined
    ? []
    : [{ pointer: '/country', detail: unknownCountry }];
}
