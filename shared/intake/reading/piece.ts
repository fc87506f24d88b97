export interface Piece {
  readonly number: number;
  readonly total: number;
}

export interface WithPiece {
  readonly text: string;
  readonly piece: Piece | null;
}

// 1/2 alone is a price ("1/2 off"), so brackets or a colon are asked for; 24/7 and 01/12 have too much behind the stroke.
const atStart =
  /^\s{0,3}(?:[([]\s?([1-9])\s?(?:\/|of|de|sur|von|из)\s?([2-9])\s?[)\]]|([1-9])\/([2-9])[:)])\s{0,3}[:-]?\s{0,3}(?=\S)/iu;
const atEnd = /[([]\s?([1-9])\s?(?:\/|of|de|sur|von|из)\s?([2-9])\s?[)\]]\s{0,3}$/iu;

/** `(1/2) …`, `1/2: …`, `… (2/2)`: one long text in several messages. */
export function readPiece(text: string): WithPiece {
  const first = atStart.exec(text);
  if (first !== null) {
    return counted(text, text.slice(first[0].length), first[1] ?? first[3], first[2] ?? first[4]);
  }
  const tail = text.slice(-20);
  const last = atEnd.exec(tail);
  return last === null
    ? { text, piece: null }
    : counted(text, text.slice(0, text.length - tail.length + last.index).trimEnd(), last[1], last[2]);
}

function counted(whole: string, rest: string, written: string | undefined, ofHowMany: string | undefined): WithPiece {
  const number = Number(written);
  const total = Number(ofHowMany);
  return number <= total && rest !== '' ? { text: rest, piece: { number, total } } : { text: whole, piece: null };
}
