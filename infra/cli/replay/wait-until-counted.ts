import { systemClock } from '#shared/runtime/clock.ts';
import { createSubjectStores } from '#shared/storage/subject-stores.ts';
import { readAll } from '#shared/subject/count-all.ts';
import { countLimits } from '#shared/subject/count-limits.ts';
import { CurrentFacts } from '#shared/subject/current-facts.ts';
import { type Figures, figuresOf } from '#shared/subject/figures.ts';
import { inParallel } from '#shared/subject/in-parallel.ts';
import type { Deployment } from '../deployment.ts';

interface Counted {
  readonly subjectId: string;
  readonly value: string | null;
  readonly figures: Figures;
}

type Wanted = ReadonlyMap<string, readonly { readonly id: string; readonly revision: number }[]>;

/** Between two looks at the senders that are not counted yet. */
const pauseMilliseconds = 500;
/** Without any progress for so long, counting must have stopped. */
const patienceMilliseconds = 120_000;

/** Reads each subject again until its facts include every report named; answers the figures. Throws when counting stands still. */
export async function waitUntilCounted(
  wanted: Wanted,
  deployment: Pick<Deployment, 'documentClient' | 'directory'>,
  progress: (left: number) => void,
): Promise<readonly Counted[]> {
  const { tables } = deployment.directory;
  const stores = createSubjectStores(deployment.documentClient, { subjects: tables.Subjects, facts: tables.Facts });
  const counted: Counted[] = [];
  let left = [...wanted];
  let movedAt = Date.now();
  let saidAt = 0;
  while (left.length > 0) {
    const missing: typeof left = [];
    await inParallel(16, left, async ([subjectId, reports]) => {
      const found = await readCurrent(subjectId, stores);
      if (found !== null && reports.every(({ id, revision }) => found.current.includes(id, revision))) {
        counted.push({ subjectId, value: found.value, figures: figuresOf(found.current) });
      } else {
        missing.push([subjectId, reports]);
      }
    });
    if (missing.length < left.length) {
      movedAt = Date.now();
    } else if (Date.now() - movedAt > patienceMilliseconds) {
      throw new Error(`counting stands still with ${missing.length} senders left: see the alarms of count-facts`);
    }
    left = missing;
    if (left.length > 0) {
      if (Date.now() - saidAt > 5000) {
        saidAt = Date.now();
        progress(left.length);
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
    }
  }
  return counted;
}

async function readCurrent(
  subjectId: string,
  stores: ReturnType<typeof createSubjectStores>,
): Promise<{ readonly current: CurrentFacts; readonly value: string | null } | null> {
  const head = await stores.heads.get(subjectId, 'strong');
  if (head === null) {
    return null;
  }
  const value = head.sender?.value ?? null;
  if (!head.wide) {
    return { current: new CurrentFacts({ head: head.facts, shards: [] }), value };
  }
  // Here nothing may wait for facts to settle: what was read is what was counted.
  const limits = { ...countLimits, fewFacts: Number.POSITIVE_INFINITY };
  const whole = await readAll(subjectId, { ...stores, clock: systemClock, limits });
  return whole === null ? null : { current: whole.current, value };
}
