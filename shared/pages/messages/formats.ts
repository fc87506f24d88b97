import type { Language } from '#shared/intake/language.ts';

/** `2026-11-20` as the language writes a day. */
export function dayIn(language: Language, date: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

/** Day and time of an instant (RFC 3339) by the clocks of a zone. */
export function momentIn(language: Language, at: string, timeZone: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(new Date(at));
}

/** A zone for people: its city, and what its time is called. */
export function zoneIn(language: Language, timeZone: string): string {
  const city = (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
  const name = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'longGeneric' })
    .formatToParts(0)
    .find(({ type }) => type === 'timeZoneName')?.value;
  return name === undefined || name === city ? city : `${city} (${name})`;
}

export function listIn(language: Language, items: readonly string[]): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(items);
}
