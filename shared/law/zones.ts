import { areaOfCode, areaOfLine, zonesOfRegion } from './area-of-line.ts';
import type { CaseFacts } from './case-facts.ts';

/** Countries that keep one time throughout. Those with outlying time zones (France, New Zealand, Portugal, Spain) are not here. */
const singleZones: Readonly<Record<string, string>> = {
  AT: 'Europe/Vienna',
  BE: 'Europe/Brussels',
  CH: 'Europe/Zurich',
  DE: 'Europe/Berlin',
  GB: 'Europe/London',
  HK: 'Asia/Hong_Kong',
  IE: 'Europe/Dublin',
  IN: 'Asia/Kolkata',
  IT: 'Europe/Rome',
  JP: 'Asia/Tokyo',
  PL: 'Europe/Warsaw',
  SE: 'Europe/Stockholm',
  SG: 'Asia/Singapore',
};

export interface ZoneClues {
  /** What the reporter said, checked with `isTimeZone`. */
  readonly timeZone: string | undefined;
  /** E.164. */
  readonly line: string | null;
  readonly place: CaseFacts['place'];
}

/**
 * The IANA zones the called person can have been in: what they said, else those of the line's area and of the place where
 * they say they live, if that is another; else the country's only one. None where a place is not known: each must be.
 */
export function zonesFor({ timeZone, line, place }: ZoneClues): readonly string[] {
  if (timeZone !== undefined) {
    return [timeZone];
  }
  const { country, region } = place;
  const area = line === null ? null : areaOfLine(line);
  const only = country === null ? undefined : singleZones[country];
  if (area === null && only !== undefined) {
    return [only];
  }
  if (country === null || region === null || region === area?.region) {
    return area?.zones ?? [];
  }
  const ofRegion = zonesOfRegion(country, region);
  return ofRegion.length === 0 ? [] : [...new Set([...(area?.zones ?? []), ...ofRegion])];
}

/** All zones some part of a North American area code keeps; none for one that is not geographic or not known. */
export function zonesOfAreaCode(areaCode: string): readonly string[] {
  return areaOfCode(areaCode)?.zones ?? [];
}
