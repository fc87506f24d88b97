/**
 * Where a line stands. A page holds the 10,000 lines that share all but their last four digits; an area holds the
 * 1,000 pages that share all but their last seven (in the North American plan: one area code).
 *
 * Both are named by the shared digits with the country calling code and no plus. The cut is always at the same
 * distance from the end, so the length of the name fixes the length of the number: `1413555` can only be a page of
 * eleven-digit numbers, and plans with other or mixed lengths need no further key.
 */
export interface LineAddress {
  readonly page: string;
  readonly area: string;
  /** 0-9999 */
  readonly line: number;
}

const linesOfAPage = 10_000;
const pagesOfAnArea = 1_000;
const plus = 0x2b;
const zero = 0x30;

/** Null for what is not an E.164 number of at least eight digits. */
export function lineAddress(e164: string): LineAddress | null {
  if (!/^\+[1-9]\d{7,14}$/.test(e164)) {
    return null;
  }
  const page = e164.slice(1, -4);
  return { page, area: page.slice(0, -3), line: Number(e164.slice(-4)) };
}

/**
 * The same as one number, for those who answer a million a second: all digits, of which the page is what stands before
 * the last four. -1 for what is not an E.164 number of at least eight digits.
 */
export function lineNumber(e164: string): number {
  if (e164.length < 9 || e164.length > 16 || e164.charCodeAt(0) !== plus || e164.charCodeAt(1) === zero) {
    return -1;
  }
  let number = 0;
  for (let at = 1; at < e164.length; at += 1) {
    const digit = e164.charCodeAt(at) - zero;
    if (digit < 0 || digit > 9) {
      return -1;
    }
    number = number * 10 + digit;
  }
  return number;
}

export function areaOfPage(page: string): string {
  return page.slice(0, -3);
}

/** `exchange` is 0-999. */
export function pageOfArea(area: string, exchange: number): string {
  return `${area}${String(exchange).padStart(3, '0')}`;
}

export function exchangeOfPage(page: string): number {
  return Number(page.slice(-3));
}

export { linesOfAPage, pagesOfAnArea };
