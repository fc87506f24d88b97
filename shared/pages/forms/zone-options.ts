import type { Language } from '#shared/intake/language.ts';
import type { Options } from '../components/field.ts';
import { zoneIn } from '../messages/formats.ts';

/** One for each time that many people keep, from west to east. */
const wellKnown = [
  'Pacific/Honolulu America/Anchorage America/Los_Angeles America/Phoenix America/Denver America/Chicago',
  'America/Mexico_City America/New_York America/Bogota America/Puerto_Rico America/Halifax America/St_Johns',
  'America/Sao_Paulo America/Argentina/Buenos_Aires Atlantic/Reykjavik Europe/London Europe/Paris Europe/Berlin',
  'Africa/Lagos Africa/Johannesburg Europe/Athens Africa/Cairo Europe/Moscow Asia/Dubai Asia/Yekaterinburg',
  'Asia/Karachi Asia/Kolkata Asia/Dhaka Asia/Novosibirsk Asia/Bangkok Asia/Shanghai Australia/Perth Asia/Tokyo',
  'Asia/Vladivostok Australia/Brisbane Australia/Sydney Pacific/Auckland',
].flatMap((row) => row.split(' '));

/** The zones to choose from: those that the line allows, or the well-known ones. */
export function zoneOptions(language: Language, candidates: readonly string[]): Options {
  const zones = candidates.length > 1 ? candidates : wellKnown;
  return zones.map((zone) => [zone, zoneIn(language, zone)]);
}
