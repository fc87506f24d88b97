import { areas } from './area-codes.ts';

export interface AreaOfLine {
  readonly country: string;
  readonly region: string | null;
  readonly zones: readonly string[];
}

const byCode = new Map(
  areas.flatMap(([country, region, zones, codes]) =>
    codes.split(' ').map((code): readonly [string, AreaOfLine] => [code, { country, region, zones }]),
  ),
);

/**
 * All zones some area of a subdivision keeps. One without an area of its own (as Nova Scotia) shares one of those that span
 * several, so these are all candidates; none where the country has no such area either.
 */
export function zonesOfRegion(country: string, region: string): readonly string[] {
  const inCountry = areas.filter(([of]) => of === country);
  const own = inCountry.filter(([, of]) => of === region);
  const found = own.length > 0 ? own : inCountry.filter(([, of]) => of === null);
  return [...new Set(found.flatMap(([, , zones]) => zones))].sort();
}

/** Three digits after the country code 1. */
export function areaOfCode(areaCode: string): AreaOfLine | null {
  return byCode.get(areaCode) ?? null;
}

/** The area a North American line (`+1…`, E.164) was first given out in; null for other and non-geographic lines. */
export function areaOfLine(e164: string): AreaOfLine | null {
  return e164.startsWith('+1') ? areaOfCode(e164.slice(2, 5)) : null;
}
