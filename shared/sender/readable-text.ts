import { asciiDigit } from './character-rules.ts';

const invisible = /\p{Default_Ignorable_Code_Point}|\u20E3/gu;
const otherDigit = /(?![0-9])\p{Nd}/gu;
const dash = /[\p{Pd}\u2212]/gu;
const blank = /(?![\n\r])[\p{Z}\s]/gu;

/**
 * Running text as a reader sees it, for finding numbers, words and addresses in it: NFKC, digits of any script as 0-9,
 * one kind of dash and of space, nothing invisible. Line ends stay. Never for storing: evidence keeps its own characters.
 */
export function readableText(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(otherDigit, asciiDigit)
    .replace(dash, '-')
    .replace(blank, ' ');
}
