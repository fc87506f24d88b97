import { readableText } from '#shared/sender/readable-text.ts';

export interface Folded {
  readonly text: string;
  /** For each unit of `text`, and for its end, where it stands in the original, with what nobody sees before it. */
  readonly at: readonly number[];
}

const accent = /[\u0300-\u036F\u093C]/gu;

/**
 * Makes spellings of a word comparable: case, compatibility forms, accents of Latin and Cyrillic letters, the dot of
 * Devanagari and its two signs for a nasal; what nobody sees is dropped.
 */
export function fold(text: string): string {
  const plain = readableText(text).toLowerCase().normalize('NFD').replace(accent, '').normalize('NFC');
  return plain.replaceAll('ँ', 'ं').replaceAll('ß', 'ss');
}

/** The same, letter by letter, so that what was recognised can be cut out of the original. */
export function foldWithWayBack(original: string): Folded {
  let text = '';
  const at: number[] = [];
  let index = 0;
  let seen = 0;
  for (const letter of original) {
    const folded = letter <= '~' ? letter.toLowerCase() : fold(letter);
    text += folded;
    at.push(...Array.from({ length: folded.length }, () => seen));
    index += letter.length;
    seen = folded === '' ? seen : index;
  }
  return { text, at: [...at, seen] };
}

/** From a place in the folded text to the end of the original. */
export function originalFrom(original: string, folded: Folded, from: number): string {
  return original.slice(folded.at[from] ?? original.length);
}

/** The original between two places of the folded text. */
export function originalBetween(original: string, folded: Folded, from: number, to: number): string {
  return original.slice(folded.at[from] ?? original.length, folded.at[to] ?? original.length);
}
