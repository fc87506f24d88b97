const width = 76;
/** Of a word, in characters; a longer one is cut. */
const longest = width - 8;

// Controls, format characters (direction marks and zero-width ones among them), lone surrogates, and separators.
const unseen = /[\p{Cc}\p{Cf}\p{Cs}]/gu;
const lineEnds = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;

/** Somebody else's words on one line: nothing in them can end a line, hide, or turn the direction of what follows. */
function oneLine(text: string): string {
  return text.split(lineEnds).join(' ').replaceAll('\t', ' ').replaceAll(unseen, '').replaceAll(/\s+/gu, ' ').trim();
}

/** `Label: value`; what does not fit goes on indented, so that only the letter itself begins at the margin. */
export function field(label: string, value: string): string {
  return wrap(`${label}: ${oneLine(value)}`, '', '    ');
}

/** Somebody else's words on several lines, each marked as theirs. */
export function quote(text: string): string {
  return text
    .split(lineEnds)
    .map((line) => wrap(oneLine(line), '> ', '> '))
    .join('\n');
}

/** Our own words. */
export function paragraph(text: string): string {
  return wrap(oneLine(text), '', '');
}

/** One of several points, with its further lines indented. */
export function point(text: string): string {
  return wrap(oneLine(text), '- ', '  ');
}

/**
 * A letter for a screen, which breaks lines where it ends itself: what was wrapped at the width of a letter stands on one
 * line again. Of a quotation nobody knows which line ends were wrapped: a line that is as full as wrapping makes it goes on.
 */
export function unwrapped(letter: string): string {
  const lines = letter.trimEnd().split('\n');
  // The last words of a letter are a paragraph; the lines of every other part that are not indented are of their own.
  const closing = lines.lastIndexOf('') + 1;
  const out: string[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1] ?? '';
    const goesOn =
      (closing > 0 && index > closing) ||
      /^ {2}/.test(line) ||
      (line.startsWith('> ') && before.startsWith('> ') && isFull(before, line));
    if (goesOn && before !== '') {
      out.push(`${out.pop() ?? ''}${endsInCut(before) ? '' : ' '}${line.replace(/^(?: {1,4}|> )/, '')}`);
    } else {
      out.push(line);
    }
  }
  return out.join('\n');
}

/** The next line's first word did not fit on the line before, or is the rest of its last one. */
function isFull(before: string, next: string): boolean {
  return endsInCut(before) || length(before) + 1 + length(next.slice(2).split(' ', 1)[0] ?? '') > width;
}

/** The line's last word goes on in the next one, as that of a long link; one that happens to be as long looks the same. */
function endsInCut(line: string): boolean {
  return length(line.slice(line.lastIndexOf(' ') + 1)) === longest;
}

function wrap(text: string, first: string, further: string): string {
  const out: string[] = [];
  let line = first;
  let empty = true;
  const end = () => {
    out.push(line.trimEnd());
    line = further;
    empty = true;
  };
  for (const word of text.split(' ')) {
    for (const [index, piece] of pieces(word).entries()) {
      // What is left of a cut word has a line of its own: behind a blank it would be another word.
      if (!empty && (index > 0 || length(line) + 1 + length(piece) > width)) {
        end();
      }
      line += empty ? piece : ` ${piece}`;
      empty = false;
    }
  }
  end();
  return out.join('\n');
}

/** A word longer than a line is cut, between characters and never inside one. */
function pieces(word: string): string[] {
  const characters = [...word];
  return characters.length <= longest
    ? [word]
    : Array.from({ length: Math.ceil(characters.length / longest) }, (_, index) =>
        characters.slice(index * longest, (index + 1) * longest).join(''),
      );
}

function length(text: string): number {
  return [...text].length;
}
