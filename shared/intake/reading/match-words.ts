import { foldWithWayBack, originalFrom } from './fold.ts';

export interface LabelMatch {
  /** The original behind the label and its colon. */
  readonly rest: string;
  readonly colon: boolean;
}

// Forwarding apps draw lines, bullets, stars and envelopes around their labels.
const decoration = /^(?:[\s*_•=~#|«»"“”-]|\p{Extended_Pictographic}|\uFE0F){1,40}/u;
const colon = /^\s{0,3}[:=][\s*_]{0,4}/u;
const blank = /^(?:\s{1,3}|$)/u;
/** Longer than the longest label. */
const reach = 60;

export function withoutDecoration(text: string): string {
  return text.replace(decoration, '');
}

/** The longest of the words (longest first) that a text begins with, as a whole word. */
export function matchLabel(text: string, labels: readonly string[]): LabelMatch | null {
  const line = withoutDecoration(text);
  const folded = foldWithWayBack(line.slice(0, reach));
  for (const label of labels) {
    const behind = folded.text.startsWith(label) ? folded.text.slice(label.length) : null;
    const gap = behind === null ? null : (colon.exec(behind) ?? blank.exec(behind));
    if (behind !== null && gap !== null) {
      return { rest: originalFrom(line, folded, label.length + gap[0].length), colon: colon.test(behind) };
    }
  }
  return null;
}

/** A line of nothing but one of the words, with a colon or without. */
export function isLabelAlone(line: string, labels: readonly string[]): boolean {
  const match = matchLabel(line, labels);
  return match !== null && withoutDecoration(match.rest) === '';
}
