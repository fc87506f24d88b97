import { countAll } from './count-all.ts';
import type { CountAllDependencies } from './count-dependencies.ts';
import { CurrentFacts } from './current-facts.ts';
import { reportPrefixOf, revisionOf, withdrawnRevision } from './fact.ts';
import { inParallel } from './in-parallel.ts';
import type { Head, HeadStore } from './ports.ts';

const parallelErasures = 16;

/**
 * Takes off a head what withdrawn reports said before, for the withdrawal's last word stands beside it; and the sender,
 * when no live report is left. Facts that a late redelivery brought back go the same way.
 */
export async function eraseFromHead(head: Head, deps: { readonly heads: HeadStore }): Promise<void> {
  const current = new CurrentFacts({ head: head.facts, shards: [] });
  const older = olderThanWithdrawal(head.facts, current);
  const forgotten = !head.wide && head.sender !== null && !current.hasLive();
  if (forgotten && (await deps.heads.eraseWithSender(head.subjectId, older, head.facts))) {
    return;
  }
  if (older.length > 0) {
    await deps.heads.erase(head.subjectId, older);
  }
}

/**
 * The same for a wide subject: reads all its facts, erases, and keeps the figures without the withdrawn reports. False
 * when there are too many facts for that.
 */
export async function eraseEverywhere(subjectId: string, deps: CountAllDependencies): Promise<boolean> {
  const head = await deps.heads.get(subjectId, 'strong');
  if (head !== null && head.grown > deps.limits.mostCountedInPassing) {
    return false;
  }
  const whole = head === null ? null : await countAll(subjectId, deps);
  if (whole === null) {
    return true;
  }
  const current = new CurrentFacts({ head: whole.head.facts, shards: whole.shardFacts });
  const older = olderThanWithdrawal(whole.head.facts, current);
  if (older.length > 0) {
    await deps.heads.erase(subjectId, older);
  }
  const olderInShards = whole.shardFacts.filter(
    ({ reportId, revision }) => revision < withdrawnRevision && current.isWithdrawn(reportId),
  );
  await inParallel(parallelErasures, olderInShards, (fact) => deps.shards.erase(subjectId, fact));
  return true;
}

function olderThanWithdrawal(facts: readonly Uint8Array[], current: CurrentFacts): readonly Uint8Array[] {
  return facts.filter((fact) => revisionOf(fact) < withdrawnRevision && current.isWithdrawn(reportPrefixOf(fact)));
}
