/** Where the called person is: ISO 3166-1 alpha-2 and a subdivision of one to three letters or digits (`MA`). */
export interface Region {
  readonly country: string | null;
  readonly region: string | null;
}

/** Codes below this are places; it fits 26 bits. */
export const regionCodes = 677 * 47_989;

const places = 47_989;
const characters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Whole number for a place; 0 in a part means not known. Spellings outside ISO 3166 count as not known. */
export function encodeRegion({ country, region }: Region): number {
  const land = country !== null && /^[A-Z]{2}$/.test(country) ? 1 + digit(country, 0) * 26 + digit(country, 1) : 0;
  return land * places + encodeSubdivision(region);
}

/** Throws a RangeError for a number that `encodeRegion` cannot have made. */
export function decodeRegion(code: number): Region {
  if (!Number.isInteger(code) || code < 0 || code >= regionCodes) {
    throw new RangeError('not a region code');
  }
  const land = Math.floor(code / places) - 1;
  return {
    country: land < 0 ? null : letter(Math.floor(land / 26)) + letter(land % 26),
    region: decodeSubdivision(code % places),
  };
}

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - 65;
}

function letter(value: number): string {
  return String.fromCharCode(65 + value);
}

/** Bijective numeration in base 36, so that `1`, `01` and `001` differ: 1 to 47,988. */
function encodeSubdivision(region: string | null): number {
  return region !== null && /^[A-Z0-9]{1,3}$/.test(region)
    ? [...region].reduce((value, character) => value * 36 + characters.indexOf(character) + 1, 0)
    : 0;
}

function decodeSubdivision(code: number): string | null {
  let text = '';
  for (let rest = code; rest > 0; rest = Math.floor((rest - 1) / 36)) {
    text = characters.charAt((rest - 1) % 36) + text;
  }
  return text === '' ? null : text;
}
