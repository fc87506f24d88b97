import { fold } from './fold.ts';
import { type KeywordMeaning, keywordMeanings } from './keyword-table.ts';
import type { Reading } from './reading.ts';
import { trimAround } from './trim-around.ts';
import { readTypedCode } from './typed-code.ts';

type KeywordReading = Extract<Reading, { kind: 'opt_out' | 'opt_in' | 'help' | 'skip' | 'status' | 'delete' }>;

/** No keyword with a code in any spelling is longer. */
const longest = 80;
const blanks = /\s+/gu;
const firstWord = /^([^\s:#]{1,20})[\s:#]{1,3}(?:(?:ref|code|report|réf|код|कोड)[.: #]{1,3})?(?=\S)/iu;

/**
 * The whole message is a keyword, or STATUS or DELETE with something that was typed as a code. Anything around it makes
 * it a text: "STOP paying too much, click …" is what people report.
 */
export function readKeyword(message: string): KeywordReading | null {
  if (message.length > longest) {
    return null;
  }
  const plain = trimAround(message.normalize('NFKC')).replace(blanks, ' ');
  const whole = keywordMeanings.get(fold(plain).replaceAll('’', "'"));
  if (whole !== undefined) {
    return reading(whole, null);
  }
  const receipt = readTypedCode(plain, { alone: true });
  if (receipt !== null) {
    return { kind: 'status', code: receipt, language: null };
  }
  const first = firstWord.exec(plain);
  const meaning = keywordMeanings.get(fold(first?.[1] ?? ''));
  const code = readTypedCode(plain.slice(first?.[0].length ?? 0), { alone: false });
  return meaning !== undefined && takesCode(meaning) && code !== null ? reading(meaning, code) : null;
}

function takesCode({ keyword }: KeywordMeaning): boolean {
  return keyword === 'status' || keyword === 'delete';
}

function reading({ keyword, language }: KeywordMeaning, code: string | null): KeywordReading {
  switch (keyword) {
    case 'status':
    case 'delete':
      return { kind: keyword, code, language };
    default:
      return { kind: keyword, language };
  }
}
