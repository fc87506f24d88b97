/** Nothing that a phone sends is longer; what is beyond it is not read. */
const longest = 10_000;

// A text keeps its tabs, line ends and direction marks: it is evidence (shared/report/free-text.ts takes the same).
const unseen = /[^\P{Cc}\t\n\r]/gu;
const lineEnd = /\r\n?|[\u2028\u2029]/gu;

/** What may be stored of a message: no control characters, no broken surrogates, one kind of line end. */
export function cleanMessage(raw: string): string {
  const bounded = raw.length > longest ? raw.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '') : raw;
  return bounded.toWellFormed().replace(lineEnd, '\n').replace(unseen, '').trim();
}
