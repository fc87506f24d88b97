import { readFigures } from './count-all.ts';
import type { CountDependencies } from './count-dependencies.ts';
import type { CountLimits } from './count-limits.ts';
import type { CountedFigures, Head } from './ports.ts';

/**
 * Counts a wide subject anew when its kept figures lack facts that were written at `writtenAt` (milliseconds): after a
 * tenth of growth or some minutes, but never soon again, and one process at a time. What cannot be done now is
 * remembered for a later batch.
 */
export async function refreshFigures(head: Head, writtenAt: number, deps: CountDependencies): Promise<void> {
  const { subjectId } = head;
  if (head.grown > deps.limits.mostRefreshed) {
    return;
  }
  const kept = await deps.figures.get(subjectId);
  const now = deps.clock();
  const due = dueAt(kept, head, writtenAt, deps.limits);
  if (due === null) {
    return;
  }
  if (due > now.getTime()) {
    deps.memory.setDue(subjectId, { writtenAt, at: due });
    return;
  }
  const facts = kept?.facts ?? 0;
  const until = new Date(now.getTime() + shortestAge(facts, deps.limits));
  if (facts > deps.limits.fewFacts && !(await deps.figures.claim(subjectId, now, until))) {
    deps.memory.setDue(subjectId, { writtenAt, at: until.getTime() });
    return;
  }
  const counted = await readFigures(head, now, deps);
  await deps.figures.save(subjectId, counted);
  const left = dueAt(counted, head, writtenAt, deps.limits);
  if (left !== null) {
    deps.memory.setDue(subjectId, { writtenAt, at: left });
  }
}

/** When the figures are to be counted anew; null when they have it all. */
function dueAt(kept: CountedFigures | null, head: Head, writtenAt: number, limits: CountLimits): number | null {
  if (kept === null) {
    return 0;
  }
  const countedAt = Date.parse(kept.countedAt);
  const soonest = countedAt + shortestAge(kept.facts, limits);
  if (head.grown - kept.grown > kept.facts / 10) {
    return soonest;
  }
  return writtenAt > (kept.asOf ?? countedAt) ? Math.max(soonest, countedAt + limits.longestAgeMs) : null;
}

function shortestAge(facts: number, { shortestAgeMs, ageMsPerFact }: CountLimits): number {
  return Math.max(shortestAgeMs, facts * ageMsPerFact);
}
