import { areaOfCode, areaOfLine } from './area-of-line.ts';
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

/** The IANA zones the called person can have been in: what they said, else those of the line's area, else the country's only one. */
export function zonesFor({ timeZone, line, place }: ZoneClues): readonly string[] {
  if (timeZone !== undefined) {
    return [timeZone];
  }
  const area = line === null ? null : areaOfLine(line);
  if (area !== null) {
    return area.zones;
  }
  const only = place.country === null ? undefined : singleZones[place.country];
  return only === undefined ? [] : [only];
}

/** All zones some part of a North American area code keeps; none for one that is not geographic or not known. */
export function zonesOfAreaCode(areaCode: string): readonly string[] {
  return areaOfCode(areaCode)?.zones ?? [];
}
