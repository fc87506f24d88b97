/** Which numbers a page is about. The name (page-address.ts) fixes the length of the numbers: four digits more. */
export interface PageName {
  readonly callingCode: string;
  /** The digits that all numbers of the page share, calling code first, no plus. */
  readonly page: string;
}

export const nameBytes = 5;

// E.164 numbers have up to 15 digits, so a name up to 11: 37 bits. The length of the calling code stands above them.
const digitsLimit = 2 ** 37;

/** As the header of a page tells it. Throws for what is no name. */
export function packPageName({ callingCode, page }: PageName): number {
  if (!/^[1-9]\d{0,2}$/.test(callingCode) || !/^\d{4,11}$/.test(page) || !page.startsWith(callingCode)) {
    throw new RangeError(`not a page of calling code ${callingCode}: ${page}`);
  }
  return callingCode.length * digitsLimit + Number(page);
}

/** Null if the bits are no name. */
export function unpackPageName(packed: number): PageName | null {
  const page = String(packed % digitsLimit);
  const callingCodeLength = Math.floor(packed / digitsLimit);
  return callingCodeLength >= 1 && callingCodeLength <= 3 && page.length >= 4 && page.length <= 11
    ? { callingCode: page.slice(0, callingCodeLength), page }
    : null;
}
