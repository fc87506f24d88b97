import type { CountAllDependencies } from './count-dependencies.ts';
import type { CountLimits } from './count-limits.ts';
import { CurrentFacts } from './current-facts.ts';
import { withdrawnRevision } from './fact.ts';
import { figuresOf } from './figures.ts';
import type { CountedFigures, Head, ShardFact } from './ports.ts';

/** What was counted, and the facts it rests on. */
export interface CountedSubject {
  readonly head: Head;
  readonly counted: CountedFigures;
  readonly current: CurrentFacts;
}

export interface WholeSubject extends CountedSubject {
  readonly shardFacts: readonly ShardFact[];
}

/** Reads all facts of a wide subject, strongly consistent, and keeps their figures for those who may not read all. */
export async function countAll(subjectId: string, deps: CountAllDependencies): Promise<WholeSubject | null> {
  const whole = await readAll(subjectId, deps);
  if (whole?.head.wide === true) {
    await deps.figures.save(subjectId, whole.counted);
  }
  return whole;
}

/** Reads all facts, strongly consistent, and holds them all: about 1.5 kB each. */
export async function readAll(subjectId: string, deps: CountAllDependencies): Promise<WholeSubject | null> {
  const now = deps.clock();
  const head = await deps.heads.get(subjectId, 'strong');
  if (head === null) {
    return null;
  }
  const shardFacts: ShardFact[] = [];
  const pages = head.wide ? deps.shards.all(subjectId) : [];
  const counted = await countPages(head, keeping(pages, shardFacts), now, deps.limits);
  return { ...counted, shardFacts };
}

/** Reads all facts of a head that was read since `now`, and holds of each report what counts: about 0.5 kB. */
export async function readFigures(
  head: Head,
  now: Date,
  { shards, limits }: Pick<CountAllDependencies, 'shards' | 'limits'>,
): Promise<CountedFigures> {
  return (await countPages(head, head.wide ? shards.all(head.subjectId) : [], now, limits)).counted;
}

/**
 * With few facts, figures count all that were read. With many, they count as of half a minute ago, withdrawals as of
 * now: then the time at which a fact was written tells whether figures kept earlier include it.
 */
export async function countPages(
  head: Head,
  pages: AsyncIterable<readonly ShardFact[]> | Iterable<readonly ShardFact[]>,
  now: Date,
  { fewFacts, settleMs }: CountLimits,
): Promise<CountedSubject> {
  const current = new CurrentFacts({ head: head.facts, shards: [] });
  const settled = now.getTime() - settleMs;
  let facts = head.facts.length;
  let waiting: ShardFact[] = [];
  for await (const page of pages) {
    facts += page.length;
    for (const fact of page) {
      if (fact.writtenAt <= settled || fact.revision === withdrawnRevision) {
        current.add(fact);
      } else if (facts <= fewFacts) {
        waiting.push(fact);
      }
    }
    if (facts > fewFacts) {
      waiting = [];
    }
  }
  for (const fact of waiting) {
    current.add(fact);
  }
  const asOf = facts > fewFacts ? settled : null;
  return {
    head,
    counted: { figures: figuresOf(current), facts, grown: head.grown, countedAt: now.toISOString(), asOf },
    current,
  };
}

async function* keeping(
  pages: AsyncIterable<readonly ShardFact[]> | Iterable<readonly ShardFact[]>,
  kept: ShardFact[],
): AsyncGenerator<readonly ShardFact[]> {
  for await (const page of pages) {
    for (const fact of page) {
      kept.push(fact);
    }
    yield page;
  }
}
