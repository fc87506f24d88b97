/**
 * What the readers need of a country's numbering plan: how numbers are written at home and how long they are. It tells a
 * damaged line or another country's from a number; whether a number is in service is no question here.
 */
export interface NumberingPlan {
  readonly callingCode: string;
  readonly callingNumber: number;
  /** The digit before a national number at home; -1 where there is none. */
  readonly trunkDigit: number;
  /** Digits of a national number, without the prefix. */
  readonly shortest: number;
  readonly longest: number;
  /** For each digit whether national numbers begin with it. */
  readonly firstDigits: readonly boolean[];
  /** National numbers may be written without the prefix: never where lengths leave in doubt what begins with the calling code. */
  readonly bare: boolean;
}

const plan = (
  callingCode: string,
  trunkDigit: number,
  [shortest, longest]: readonly [number, number],
  firstDigits = '123456789',
  bare = true,
): NumberingPlan => ({
  callingCode,
  callingNumber: Number(callingCode),
  trunkDigit,
  shortest,
  longest,
  firstDigits: eachDigit(firstDigits),
  bare,
});

/** `0` to `9` of which some are named. */
export function eachDigit(named: string): readonly boolean[] {
  return Array.from({ length: 10 }, (_, digit) => named.includes(String(digit)));
}

const plans: readonly NumberingPlan[] = [
  plan('1', -1, [10, 10], '23456789'),
  plan('7', 8, [10, 10], '3489'),
  plan('33', 0, [9, 9]),
  plan('44', 0, [9, 10], '1235789'),
  plan('49', 0, [6, 11], '123456789', false),
  plan('61', 0, [9, 9]),
  // "8-digit numbers starting with 3, 6, 8 or 9": the rules of the bulk check.
  plan('65', -1, [8, 8], '3689'),
  plan('91', 0, [10, 10]),
];

/** Null for a country whose numbers are read in E.164 only. */
export function planOf(callingCode: string): NumberingPlan | null {
  return plans.find((each) => each.callingCode === callingCode) ?? null;
}

/** Numbers of another length can follow one another, so the end of a shortened file does not show. */
export function hasMixedLengths({ shortest, longest }: NumberingPlan): boolean {
  return shortest !== longest;
}
