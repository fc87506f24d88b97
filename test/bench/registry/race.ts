import { median } from '../figures.ts';
import type { Question } from './build-archive.ts';
import type { DayOf } from './page-archive.ts';

export const rounds = 9;
/** About a millisecond: short enough to be left alone by other work in one round or another. */
const piece = 1000;

/** Look-ups a second. */
export interface Pace {
  /** As if each piece of a thousand had been answered as in its fastest round. */
  readonly best: number;
  /** Of whole rounds. */
  readonly median: number;
}

/** All answer all questions in turn, round after round. Throws if one is listed that should not be, or the reverse. */
export function race(all: readonly DayOf[], questions: readonly Question[]): readonly Pace[] {
  const fastest = all.map(() => new Float64Array(Math.ceil(questions.length / piece)).fill(Number.POSITIVE_INFINITY));
  const whole = all.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, dayOf] of all.entries()) {
      let sum = 0;
      for (let from = 0; from < questions.length; from += piece) {
        const milliseconds = timePiece(dayOf, questions, from);
        const times = fastest[index];
        if (times !== undefined) {
          times[from / piece] = Math.min(times[from / piece] ?? 0, milliseconds);
        }
        sum += milliseconds;
      }
      whole[index]?.push(sum);
    }
  }
  const pace = (milliseconds: number) => (questions.length / milliseconds) * 1000;
  return all.map((_, index) => ({
    best: pace((fastest[index] ?? new Float64Array()).reduce((a, b) => a + b, 0)),
    median: pace(median(whole[index] ?? [])),
  }));
}

function timePiece(dayOf: DayOf, questions: readonly Question[], from: number): number {
  const to = Math.min(from + piece, questions.length);
  let wrong = 0;
  const started = performance.now();
  for (let at = from; at < to; at += 1) {
    const question = questions[at];
    if (question !== undefined && (dayOf(question.e164) === 0) !== (question.day === 0)) {
      wrong += 1;
    }
  }
  const milliseconds = performance.now() - started;
  if (wrong > 0) {
    throw new Error(`${wrong} wrong answers`);
  }
  return milliseconds;
}
