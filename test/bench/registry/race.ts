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

/** All answer all questions, which are either all listed or all not, in turn, round after round. Throws on a wrong answer. */
export function race(all: readonly DayOf[], questions: readonly Question[]): readonly Pace[] {
  const e164s = questions.map(({ e164 }) => e164);
  const listed = questions.every(({ day }) => day !== 0);
  const fastest = all.map(() => new Float64Array(Math.ceil(questions.length / piece)).fill(Number.POSITIVE_INFINITY));
  const whole = all.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, dayOf] of all.entries()) {
      let sum = 0;
      for (let from = 0; from < questions.length; from += piece) {
        const milliseconds = timePiece(dayOf, e164s, listed, from);
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

function timePiece(dayOf: DayOf, e164s: readonly string[], listed: boolean, from: number): number {
  const to = Math.min(from + piece, e164s.length);
  let found = 0;
  const started = performance.now();
  for (let at = from; at < to; at += 1) {
    found += Number(dayOf(e164s[at] ?? '') !== 0);
  }
  const milliseconds = performance.now() - started;
  if (found !== (listed ? to - from : 0)) {
    throw new Error('a wrong answer');
  }
  return milliseconds;
}
