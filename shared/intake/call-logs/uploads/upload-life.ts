/**
 * CONTRACT section 2: nothing of an uploaded log stays longer than 24 hours. The last reading begins three hours after the
 * opening at the latest, what it wrote is swept twenty hours later, and an hour is left for a sweep that fails.
 */

const hour = 60 * 60 * 1000;

/** Hours for which an id opens anything, and after which an object is swept. */
export const knownHours = 20;

/** Hours after its opening within which a file is read; whatever comes later is erased unread. */
export const readHours = 3;

/** Milliseconds for which a kept file can be read again: its event may take a while. */
export const rereadMilliseconds = readHours * hour - 10 * 60 * 1000;

/** How long ago an upload was opened, in milliseconds. */
export function ageOf({ openedAt }: { readonly openedAt: string }, now: Date): number {
  return now.getTime() - Date.parse(openedAt);
}

export const isKnown = (ask: { readonly openedAt: string }, now: Date): boolean => ageOf(ask, now) < knownHours * hour;

export const isReadable = (ask: { readonly openedAt: string }, now: Date): boolean =>
  ageOf(ask, now) < readHours * hour;
