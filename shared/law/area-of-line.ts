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

/** Three digits after the country code 1. */
export function areaOfCode(areaCode: string): AreaOfLine | null {
  return byCode.get(areaCode) ?? null;
}

/** The area a North American line (`+1…`, E.164) was first given out in; null for other and non-geographic lines. */
export function areaOfLine(e164: string): AreaOfLine | null {
  return e164.startsWith('+1') ? areaOfCode(e164.slice(2, 5)) : null;
}
