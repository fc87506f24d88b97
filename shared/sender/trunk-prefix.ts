import type { DiallingPlan } from './dialling-plans.ts';

/**
 * The national significant number: without trunk prefix, carrier choice and other digits that are dialled only at home.
 * Works on lengths and leading digits that numbering plans fix for decades, never on lists of assigned ranges.
 */
export function nationalSignificant(digits: string, plan: DiallingPlan): string {
  // Again until nothing is left to drop, so that reading a canonical number changes nothing.
  let national = digits;
  let dropped = withoutHomeDigits(national, plan);
  while (dropped !== national) {
    national = dropped;
    dropped = withoutHomeDigits(national, plan);
  }
  return national;
}

function withoutHomeDigits(digits: string, plan: DiallingPlan): string {
  switch (plan.callingCode) {
    case '1':
      return digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
    case '7':
      return digits.length === 11 && digits.startsWith('8') ? digits.slice(1) : digits;
    case '36':
      return digits.startsWith('06') ? digits.slice(2) : digits;
    case '52':
      return mexican(digits);
    case '54':
      return argentine(digits.startsWith('0') ? digits.slice(1) : digits);
    case '55':
      return carrierChosen(digits, 2, [12, 13]);
    case '57':
      return carrierChosen(digits, 1, [11]);
    case '241':
      // Since 2019 numbers have eight digits; the leading zero of their nine-digit spelling is not part of them.
      return digits.length === 9 && digits.startsWith('0') ? digits.slice(1) : digits;
    case '370':
      // 8 was replaced by 0; both are still written.
      return digits.length === 9 && /^[08]/.test(digits) ? digits.slice(1) : digits;
    case '375':
      return digits.length === 11 && digits.startsWith('80') ? digits.slice(2) : dropAt(digits, '8', 10);
    case '378':
      return digits.length === 6 ? `0549${digits}` : digits;
    case '692':
      return dropAt(digits, '1', 8);
    case '993':
      return dropAt(digits, '8', 9);
    default:
      return plan.trunk === '0' && digits.startsWith('0') ? digits.slice(1) : digits;
  }
}

function dropAt(digits: string, trunk: string, length: number): string {
  return digits.length === length && digits.startsWith(trunk) ? digits.slice(trunk.length) : digits;
}

/** Brazil and Colombia: 0, then the code of the carrier that is to carry the call, then the number. */
function carrierChosen(digits: string, carrierDigits: number, lengths: readonly number[]): string {
  if (!digits.startsWith('0')) {
    return digits;
  }
  const rest = digits.slice(1);
  return lengths.includes(rest.length) ? rest.slice(carrierDigits) : rest;
}

/** Until August 2019 calls within Mexico began with 01, 044 or 045, and mobile numbers had a 1 after +52. */
function mexican(digits: string): string {
  const prefix = ['01', '044', '045', '1'].find((old) => digits.startsWith(old) && digits.length === old.length + 10);
  return prefix === undefined ? digits : digits.slice(prefix.length);
}

const threeDigitAreas: ReadonlySet<string> = new Set(
  `220 221 223 230 236 237 249 260 261 263 264 266 280 291 294 297 298 299 336 341 342 343 345 348 351 353 358 362 364
370 376 379 380 381 383 385 387 388`.split(/\s+/u),
);

/** Argentina: 15 between area and number at home is 9 before the area from abroad. */
function argentine(digits: string): string {
  if (digits.length !== 12) {
    return digits;
  }
  for (const area of [2, 3, 4]) {
    const code = digits.slice(0, area);
    const known = area === 2 ? code === '11' : area === 3 ? threeDigitAreas.has(code) : /^[23]/.test(code);
    if (known && digits.startsWith('15', area)) {
      return `9${code}${digits.slice(area + 2)}`;
    }
  }
  return digits;
}
