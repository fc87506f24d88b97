import { planOfCountry } from './dialling-plans.ts';

/** Complete national numbers of up to 8 digits in countries whose other numbers are longer. */
const wholeNumbers: ReadonlyMap<string, RegExp> = new Map([
  ['AU', /^13\d{4}$/],
  ['BR', /^(?:30|40)\d{6}$/],
  ['IT', /^[38]\d{5,7}$/],
  ['KR', /^1[5-8]\d{6}$/],
  ['TR', /^444\d{4}$/],
  ['VA', /^[38]\d{5,7}$/],
]);

/**
 * Short codes are told apart before any phone library sees them: it would read 7726 in the United States as +1 7726.
 * `digits` as written, without plus: 3-8 digits that are no complete number of the country and begin no longer one.
 */
export function isShortCode(digits: string, country: string | null): boolean {
  if (!/^[1-9]\d{2,7}$/.test(digits)) {
    return false;
  }
  const plan = country === null ? undefined : planOfCountry(country);
  if (country === null || plan === undefined) {
    return true;
  }
  // 1800 is the beginning of a number. Codes of 5 or 6 digits begin with 2-9 (CTIA), but 12345 can be shown all the same.
  if (plan.callingCode === '1' && digits.startsWith('1') && digits.length < 5) {
    return false;
  }
  return !plan.whole.includes(digits.length) && !(wholeNumbers.get(country)?.test(digits) ?? false);
}
