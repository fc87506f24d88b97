import type { CountDependencies } from './count-dependencies.ts';
import { eraseEverywhere, eraseFromHead } from './erase-withdrawn.ts';
import { withdrawnRevision } from './fact.ts';
import type { SubjectFact } from './facts-of.ts';
import type { SubjectBatch } from './group-by-subject.ts';
import { inParallel } from './in-parallel.ts';
import type { Head } from './ports.ts';
import { refreshFigures } from './refresh-figures.ts';

/** Tries at a head that others keep filling before the facts go to shards, which take everything. */
const headTries = 4;

/** Shard items written at the same time. */
const parallelFacts = 16;

/** One shard fact in sixteen, chosen by report, counts sixteen on the head: the head stays cool under a hot sender. */
const growthSample = 16;

export interface SubjectOutcome {
  readonly wide: boolean;
  /** The subject has too many facts to look for those of the batch's withdrawn reports; their last words count. */
  readonly unerased: boolean;
}

/**
 * Writes one subject's facts. Everything is durable when this returns; when it throws, repeating it is safe. `wide` is
 * on the head before the first fact lies in a shard, so a reader of the head never overlooks one.
 */
export async function countOnSubject(batch: SubjectBatch, deps: CountDependencies): Promise<SubjectOutcome> {
  const known = deps.memory.wide(batch.subjectId);
  const { rest, head } = known === undefined ? await fillHead(batch, deps) : { rest: batch.facts, head: null };
  await putInShards(batch.subjectId, rest, deps);
  const wide = known !== undefined || head?.wide === true;
  if (wide) {
    await followGrowth(batch, rest, head, deps);
  }
  if (wide && batch.facts.some(({ revision }) => revision === withdrawnRevision)) {
    return { wide, unerased: !(await eraseEverywhere(batch.subjectId, deps)) };
  }
  if (head !== null) {
    await eraseFromHead(head, deps);
  }
  return { wide, unerased: false };
}

/** Puts on the head what fits and answers what does not, with the head as it then was, `wide` if anything is left. */
async function fillHead(
  batch: SubjectBatch,
  deps: CountDependencies,
): Promise<{ readonly rest: readonly SubjectFact[]; readonly head: Head }> {
  const { subjectId, sender } = batch;
  const most = deps.limits.headRoom(sender);
  let fits = batch.facts.slice(0, most);
  let rest = batch.facts.slice(most);
  for (let attempt = 0; attempt < headTries; attempt += 1) {
    const outcome = await deps.heads.add({
      subjectId,
      facts: fits.map(({ bytes }) => bytes),
      room: most - fits.length,
      widen: rest.length > 0,
      sender,
      now: deps.clock(),
    });
    if (outcome.kind === 'added') {
      return { rest, head: outcome.head };
    }
    const held = new Set(outcome.head.facts.map((bytes) => Buffer.from(bytes).toString('latin1')));
    const missing = batch.facts.filter(({ bytes }) => !held.has(Buffer.from(bytes).toString('latin1')));
    if (missing.length === 0 || outcome.head.wide) {
      return { rest: missing, head: outcome.head };
    }
    const free = Math.max(0, most - outcome.head.facts.length);
    fits = missing.slice(0, free);
    rest = missing.slice(free);
    if (fits.length === 0) {
      break;
    }
  }
  const head = await deps.heads.widen({ subjectId, by: 0, sender, now: deps.clock() });
  return { rest: [...fits, ...rest], head };
}

async function putInShards(subjectId: string, facts: readonly SubjectFact[], deps: CountDependencies): Promise<void> {
  const placed = facts.map((fact) => {
    const { reporter, reportId } = fact;
    const together = reporter !== null && deps.memory.keepsTogether(subjectId, reporter, deps.clock());
    return { fact, near: together ? reporter : reportId };
  });
  await inParallel(parallelFacts, placed, async ({ fact: { bytes, reportId, revision, reporter }, near }) => {
    const writtenAt = deps.clock().getTime();
    await deps.shards.put(subjectId, { bytes, reportId, revision, reporter, near, writtenAt });
  });
}

/** Counts growth roughly, sees that a wide head knows its sender, and that the figures are counted anew in time. */
async function followGrowth(
  batch: SubjectBatch,
  written: readonly SubjectFact[],
  head: Head | null,
  deps: CountDependencies,
): Promise<void> {
  const { subjectId, sender } = batch;
  const named = head === null ? deps.memory.wide(subjectId)?.named === true : head.sender !== null;
  const unnamed = sender !== null && !named;
  const by =
    growthSample * written.filter(({ reportId }) => parseInt(reportId.slice(-2), 16) % growthSample === 0).length;
  const seen = by > 0 || unnamed ? await deps.heads.widen({ subjectId, by, sender, now: deps.clock() }) : head;
  const writtenAt = deps.clock().getTime();
  // Looked at soon after, by a later batch of any subjects: most facts of a wide subject touch only their shard.
  deps.memory.setDue(subjectId, { writtenAt, at: writtenAt + deps.limits.settleMs });
  if (seen !== null) {
    deps.memory.setWide(subjectId, { named: seen.sender !== null });
    await refreshFigures(seen, writtenAt, deps);
  }
}
