const width = 76;

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

function wrap(text: string, first: string, further: string): string {
  const out: string[] = [];
  let line = first;
  let empty = true;
  const end = () => {
    out.push(line.trimEnd());
    line = further;
    empty = true;
  };
  for (const word of text.split(' ').flatMap((whole) => pieces(whole))) {
    if (!empty && length(line) + 1 + length(word) > width) {
      end();
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  end();
  return out.join('\n');
}

/** A word longer than a line is cut, between characters and never inside one. */
function pieces(word: string): string[] {
  const characters = [...word];
  const most = width - 8;
  return characters.length <= most
    ? [word]
    : Array.from({ length: Math.ceil(characters.length / most) }, (_, index) =>
        characters.slice(index * most, (index + 1) * most).join(''),
      );
}

function length(text: string): number {
  return [...text].length;
}
