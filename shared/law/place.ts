import { areaOfLine } from './area-of-line.ts';
import type { CaseFacts } from './case-facts.ts';

export interface PlaceClues {
  /** E.164. */
  readonly line: string | null;
  /** The best other guess: as stated, as the line's country code tells, or the deployment's. ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** The subdivision where the subscriber says they live, `MA`. */
  readonly region: string | undefined;
}

/** Territories whose numbers have a country code of their own and whose law is that of the United States. */
const territories = ['AS', 'GU', 'MP', 'PR', 'VI'];

/**
 * Where the called person is, as far as rulebooks care: the line's area tells the country, what they said outranks the
 * area in the subdivision, because numbers move with people.
 */
export function placeFor({ line, country, region }: PlaceClues): CaseFacts['place'] {
  const area = line === null ? null : areaOfLine(line);
  if (area !== null) {
    return { country: area.country, region: region ?? area.region };
  }
  return country !== null && territories.includes(country)
    ? { country: 'US', region: region ?? country }
    : { country, region: region ?? null };
}
