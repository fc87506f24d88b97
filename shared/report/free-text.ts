import * as z from 'zod/mini';

// Controls, line and paragraph separators, and the characters that reorder what a reader sees (UAX #9).
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;
// A text message may hold tabs, line ends and right-to-left marks of its own; it is shown as data.
const unseenInMessage = /[^\P{Cc}\t\n\r]/u;

/** A text of at most so many UTF-16 units. */
export const upTo = (max: number) => z.string().check(z.maxLength(max, `Use at most ${max} characters.`));

/** A name or address on one line: no control characters, no reordering, no broken surrogates (threats T7, T13). */
export const plainLine = (max: number) =>
  upTo(max).check(
    z.refine((text) => text.isWellFormed() && !unseen.test(text), 'Leave out control and direction characters.'),
  );

/** Several lines of the same, for postal addresses. */
export const plainLines = (max: number) =>
  upTo(max).check(
    z.refine(
      (text) => text.isWellFormed() && !unseen.test(text.replaceAll(/\r?\n/g, ' ')),
      'Leave out control and direction characters.',
    ),
  );

/** The text of a message as received. */
export const messageText = (max: number) =>
  upTo(max).check(
    z.refine((text) => text.isWellFormed() && !unseenInMessage.test(text), 'Leave out control characters.'),
  );
