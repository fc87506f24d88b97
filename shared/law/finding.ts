export type Verdict = 'violation' | 'exempt' | 'not_shown' | 'undetermined';

/** The question whose answer decides an undetermined rule: the report field (JSON pointer) and the words to ask it. */
export interface Question {
  readonly pointer: string;
  readonly text: string;
}

/** The verdict of one rule on one report, with its reason in the language that was asked for. */
export interface Finding {
  readonly rule: string;
  readonly verdict: Verdict;
  readonly reason: string;
  /** Only what the reference has verified; the section where the paragraph is not. */
  readonly citation: string;
  readonly question: Question | null;
}
