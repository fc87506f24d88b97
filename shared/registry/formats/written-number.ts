import type { ListSkipReason } from './list-reading.ts';
import type { NumberingPlan } from './numbering-plans.ts';

/** A number with its calling code, or (negative) why there is none. */
export type WrittenNumber = number;

const reasons = [
  'bad_line',
  'wrong_length',
  'not_in_plan',
  'other_country',
] as const satisfies readonly ListSkipReason[];
const [badLine, wrongLength, notInPlan, otherCountry] = [-1, -2, -3, -4];

export function reasonOf(written: WrittenNumber): ListSkipReason {
  return reasons[-written - 1] ?? 'bad_line';
}

const plus = 0x2b;
const zero = 0x30;

/**
 * Reads a number of the plan as people and tables write it: E.164, national with or without its prefix; blanks, hyphens,
 * dots, slashes and brackets between the digits, quotes around them. Looks at bytes: no text is made of what a line holds.
 */
export function readWrittenNumber(buffer: Uint8Array, from: number, to: number, plan: NumberingPlan): WrittenNumber {
  let start = from;
  let end = to;
  while (start < end && isAround(buffer[start])) {
    start += 1;
  }
  while (end > start && isAround(buffer[end - 1])) {
    end -= 1;
  }
  const international = buffer[start] === plus;
  let value = 0;
  let count = 0;
  let first = -1;
  let second = -1;
  for (let at = international ? start + 1 : start; at < end; at += 1) {
    const byte = buffer[at] ?? 0;
    const digit = byte - zero;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      count += 1;
      if (count === 1) {
        first = digit;
      } else if (count === 2) {
        second = digit;
      } else if (count > 16) {
        return wrongLength;
      }
    } else if (!isBetween(byte)) {
      return badLine;
    }
  }
  if (count === 0) {
    return badLine;
  }
  const { trunkDigit } = plan;
  if (international || (count > plan.longest && first !== trunkDigit)) {
    return withCallingCode(value, count, plan, international);
  }
  if (first === trunkDigit && (first === 0 || count > plan.longest)) {
    return national(value - first * powerOfTen(count - 1), count - 1, second, plan);
  }
  return plan.bare ? national(value, count, first, plan) : notInPlan;
}

function withCallingCode(value: number, count: number, plan: NumberingPlan, plus: boolean): WrittenNumber {
  const size = count - plan.callingCode.length;
  const rest = size <= 0 ? -1 : value % powerOfTen(size);
  if (size <= 0 || Math.floor(value / powerOfTen(size)) !== plan.callingNumber) {
    return plus ? otherCountry : wrongLength;
  }
  return national(rest, size, Math.floor(rest / powerOfTen(size - 1)), plan);
}

function national(value: number, count: number, first: number, plan: NumberingPlan): WrittenNumber {
  if (count < plan.shortest || count > plan.longest) {
    return wrongLength;
  }
  return plan.firstDigits[first] === true ? plan.callingNumber * powerOfTen(count) + value : notInPlan;
}

const powersOfTen = Array.from({ length: 17 }, (_, power) => 10 ** power);

function powerOfTen(power: number): number {
  return powersOfTen[power] ?? Number.NaN;
}

/** Blank, tab, both quotes. */
function isAround(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x22 || byte === 0x27;
}

/** Blank, tab, hyphen, dot, slash, brackets. */
function isBetween(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || (byte >= 0x28 && byte <= 0x29) || (byte >= 0x2d && byte <= 0x2f);
}
