import { type DiallingPlan, planOfCountry, planOfInternational } from './dialling-plans.ts';
import { afterInternationalPrefix } from './international-prefix.ts';
import { type Refused, refuse } from './refusal.ts';
import { nationalSignificant } from './trunk-prefix.ts';

/** Digits as somebody wrote or dialled them, after the character rules. */
export interface Dialled {
  readonly plus: boolean;
  readonly digits: string;
}

export interface CanonicalNumber {
  readonly kind: 'number';
  /** `+`, calling code, national significant number: at most 15 digits (ITU-T E.164). */
  readonly e164: string;
  readonly national: string;
}

const maxDigits = 15;
const shortestUnknownPlan = 7;

/**
 * One number, one spelling. This is what subjects, reporters and registries are keyed on, so it is computed from the
 * frozen tables of this room alone: no phone library, no metadata of assigned ranges, no validity, no type of number.
 * A test holds these files to importing nothing else, and golden values hold the result.
 */
export function canonicalNumber(dialled: Dialled, country: string | null): CanonicalNumber | Refused {
  const abroad = internationalDigits(dialled, country);
  if (abroad !== null) {
    const plan = planOfInternational(abroad);
    return plan === undefined
      ? withCallingCode('', abroad, shortestUnknownPlan)
      : withCallingCode(
          plan.callingCode,
          nationalSignificant(abroad.slice(plan.callingCode.length), plan),
          plan.shortest,
        );
  }
  const plan = country === null ? undefined : planOfCountry(country);
  if (plan === undefined) {
    return refuse(dialled.digits.length < shortestUnknownPlan ? 'not_a_number' : 'country_needed');
  }
  const national = nationalSignificant(dialled.digits, plan);
  return withCallingCode(plan.callingCode, withAreaOfIsland(national, country), plan.shortest);
}

function withCallingCode(callingCode: string, national: string, shortest: number): CanonicalNumber | Refused {
  const digits = callingCode + national;
  if (national.length < shortest || digits.startsWith('0')) {
    return refuse('not_a_number');
  }
  return digits.length > maxDigits ? refuse('too_many_digits') : { kind: 'number', e164: `+${digits}`, national };
}

/** Calling code first; null for a number written as at home. */
function internationalDigits({ plus, digits }: Dialled, country: string | null): string | null {
  if (plus) {
    return digits.replace(/^00/, '');
  }
  const rest = afterInternationalPrefix(digits, country);
  if (rest !== null) {
    return rest;
  }
  const plan = country === null ? undefined : planOfCountry(country);
  return plan !== undefined && isWrittenWithoutPlus(digits, plan) ? digits : null;
}

/**
 * Gateways and displays leave the plus away: 919876543210 in India is no national number, it is two digits too long.
 * Not in North America, where the calling code is the trunk prefix too.
 */
function isWrittenWithoutPlus(digits: string, { callingCode, trunk, longest }: DiallingPlan): boolean {
  const national = digits.length - callingCode.length - trunk.length;
  return callingCode !== trunk && digits.startsWith(callingCode) && digits.length > longest && national <= longest;
}

/** Islands that are one area of the North American plan and dial seven digits among themselves. */
const islandAreas: ReadonlyMap<string, string> = new Map([
  ['AG', '268'],
  ['AI', '264'],
  ['AS', '684'],
  ['BB', '246'],
  ['BM', '441'],
  ['BS', '242'],
  ['DM', '767'],
  ['GD', '473'],
  ['GU', '671'],
  ['KN', '869'],
  ['KY', '345'],
  ['LC', '758'],
  ['MP', '670'],
  ['MS', '664'],
  ['SX', '721'],
  ['TC', '649'],
  ['TT', '868'],
  ['VC', '784'],
  ['VG', '284'],
  ['VI', '340'],
]);

function withAreaOfIsland(national: string, country: string | null): string {
  const area = country === null ? undefined : islandAreas.get(country);
  return area !== undefined && national.length === 7 ? area + national : national;
}
