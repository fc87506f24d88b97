/**
 * CONTRACT section 2: nothing of an uploaded log stays longer than 24 hours. The last reading may begin three hours after the
 * opening, what it wrote is swept twenty hours later, and an hour is left for a sweep that fails.
 */

/** Hours for which an id opens anything, and after which an object is swept. */
export const knownHours = 20;

/** Hours for which a kept file can be read again. */
export const rereadHours = 3;
