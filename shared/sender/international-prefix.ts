import { planOfCountry } from './dialling-plans.ts';

/**
 * What is dialled for a call abroad, where it is not (only) 00: from the ITU list of dialling procedures (2026-11), as
 * alternatives of fixed digits. Frozen for the same reason as the dialling plans: identities depend on it.
 */
const prefixes: ReadonlyMap<string, RegExp> = new Map(
  (
    [
      ['US CA AG AI AS BB BM BS DM DO GD GU JM KN KY LC MH MP MS PR SX TC TT VC VG VI', /^011/],
      ['AU CC CX', /^0011/],
      ['BR', /^00(?:1[245]|2[1-35]|31|4[13]|[56]5|99)/],
      ['BY KZ RU TJ TM UZ', /^810/],
      ['CO', /^00[579]/],
      ['CU', /^119/],
      ['FI AX', /^99[049]/],
      ['GY MN', /^001/],
      ['HK', /^00[126-9]/],
      ['ID', /^00[1789]/],
      ['IL', /^01[2-9]/],
      ['JP', /^010/],
      ['KE', /^000/],
      ['KH', /^00[14-9]/],
      ['KR', /^00(?:700|727|755|766|[12568])/],
      ['NG', /^009/],
      ['PW', /^01[12]/],
      ['SG', /^0(?:0[1289]|1[1-9]|2[1-9])/],
      ['TH', /^00[1-9]/],
      ['TW', /^00[25-79]/],
      ['TZ', /^00[056]/],
      ['UG', /^00[057]/],
    ] satisfies ReadonlyArray<readonly [string, RegExp]>
  ).flatMap(([countries, prefix]) => countries.split(' ').map((country): [string, RegExp] => [country, prefix])),
);

/** 00 is understood everywhere: people abroad and displays use it whatever their country dials (ITU-T E.164, 6.3.2). */
const common = /^00/;

/** The digits after the prefix, calling code first; null when the number is not written for a call abroad. */
export function afterInternationalPrefix(digits: string, country: string | null): string | null {
  const own = country === null ? undefined : prefixes.get(country);
  const ownCode = country === null ? undefined : planOfCountry(country)?.callingCode;
  // 0055… in Brazil is a Brazilian number shown to the world, not a call abroad by the carrier of code 55.
  const shownToTheWorld = ownCode !== undefined && digits.startsWith(`00${ownCode}`);
  for (const prefix of own === undefined || shownToTheWorld ? [common] : [own, common]) {
    const rest = digits.replace(prefix, '');
    // No calling code begins with 0.
    if (rest.length < digits.length && !rest.startsWith('0')) {
      return rest;
    }
  }
  return null;
}
