import type { Clock } from '#shared/runtime/clock.ts';
import type { CountLimits } from './count-limits.ts';
import { CurrentFacts } from './current-facts.ts';
import { withdrawnRevision } from './fact.ts';
import { figuresOf } from './figures.ts';
import type { CountedFigures, Head, ShardFact, SubjectStores } from './ports.ts';

export interface WholeSubject {
  readonly head: Head;
  readonly shardFacts: readonly ShardFact[];
  readonly counted: CountedFigures;
  /** The facts that `counted` rests on. */
  readonly current: CurrentFacts;
}

export interface CountAllDependencies extends SubjectStores {
  readonly clock: Clock;
  readonly limits: CountLimits;
}

/** After a tenth of growth or some minutes, but never at once again. */
export function isOutdated(counted: CountedFigures | null, head: Head, now: Date, limits: CountLimits): boolean {
  if (counted === null) {
    return true;
  }
  const age = now.getTime() - Date.parse(counted.countedAt);
  return age > limits.longestAgeMs || (age > limits.shortestAgeMs && head.grown - counted.grown > counted.facts / 10);
}

/** Reads all facts of a wide subject, strongly consistent, and keeps their figures for those who may not read all. */
export async function countAll(subjectId: string, deps: CountAllDependencies): Promise<WholeSubject | null> {
  const whole = await readAll(subjectId, deps);
  if (whole?.head.wide === true) {
    await deps.figures.save(subjectId, whole.counted);
  }
  return whole;
}

/**
 * With few facts, figures count all that were read. With many, they count as of half a minute ago, withdrawals as of
 * now: then the time at which a fact was written tells whether figures kept earlier include it.
 */
export async function readAll(subjectId: string, deps: CountAllDependencies): Promise<WholeSubject | null> {
  const now = deps.clock();
  const head = await deps.heads.get(subjectId, 'strong');
  if (head === null) {
    return null;
  }
  const shardFacts: ShardFact[] = [];
  if (head.wide) {
    for await (const page of deps.shards.all(subjectId)) {
      for (const fact of page) {
        shardFacts.push(fact);
      }
    }
  }
  const facts = head.facts.length + shardFacts.length;
  const asOf = facts > deps.limits.fewFacts ? now.getTime() - deps.limits.settleMs : null;
  const settled =
    asOf === null
      ? shardFacts
      : shardFacts.filter(({ writtenAt, revision }) => writtenAt <= asOf || revision === withdrawnRevision);
  const current = new CurrentFacts({ head: head.facts, shards: settled });
  const counted = { figures: figuresOf(current), facts, grown: head.grown, countedAt: now.toISOString(), asOf };
  return { head, shardFacts, counted, current };
}
