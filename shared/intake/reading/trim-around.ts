const quotes = new Set('"\'`´“”„‟‘’‚«»‹›*_~ \t\n\u00A0\u202F()[]{}<>¡¿');
const final = new Set('.,;:!?…。।॥！？');
// They only say "left to right", which is how digits run anyway; contacts are copied with them.
const leftToRight = new Set('\u200E\u202A\u202C\u2066\u2069\uFEFF\u200B');

/** Without surrounding quotes, brackets and blanks, and without final punctuation. */
export function trimAround(text: string): string {
  return trimBy(
    text,
    (letter) => quotes.has(letter),
    (letter) => quotes.has(letter) || final.has(letter),
  );
}

/** A copied sender without the quotes, and the harmless direction marks, that phones put around it. */
export function trimSender(text: string): string {
  const around = (letter: string) =>
    letter === ' ' || letter === '\t' || '"\'“”«»*'.includes(letter) || leftToRight.has(letter);
  return trimBy(text, around, (letter) => around(letter) || ',;:!'.includes(letter) || letter === '.');
}

function trimBy(text: string, atStart: (letter: string) => boolean, atEnd: (letter: string) => boolean): string {
  let start = 0;
  let end = text.length;
  while (start < end && atStart(text.charAt(start))) {
    start += 1;
  }
  while (end > start && atEnd(text.charAt(end - 1))) {
    end -= 1;
  }
  return text.slice(start, end);
}
