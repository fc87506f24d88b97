import type { ReadingContext } from '#shared/intake/reading/reading.ts';

/** Our own short code and long number, as the tests' deployment has them. */
const ownNumbers = ['7726', '+14155550100'];

export const inCountry = (country: string | null): ReadingContext => ({ country, ownNumbers });
