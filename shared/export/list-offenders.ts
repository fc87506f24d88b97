import type { Clock } from '#shared/runtime/clock.ts';
import type { Offender } from './export-schemas.ts';
import { toOffender } from './offender.ts';
import { type OffenderFilter, passes } from './offender-query.ts';
import type { OffenderSource } from './offender-source.ts';

export interface OffenderPage {
  readonly offenders: readonly Offender[];
  /** The last subject looked at; null when there is nothing after it. */
  readonly last: string | null;
}

/** Heads read from the store at a time, and how often for one answer: some seconds, and under half a cent for a million. */
const headsAtATime = 1000;
const readsPerPage = 25;
/** Half of what a request may take: a read that is under way, and the answer, need some too. */
const longestMilliseconds = 15_000;

/** One page: reads on until `limit` offenders pass, the subjects end, or one request has looked at, or for, enough. */
export async function listOffenders(
  query: { readonly filter: OffenderFilter; readonly after: string | null; readonly limit: number },
  deps: { readonly source: OffenderSource; readonly clock: Clock },
): Promise<OffenderPage> {
  const offenders: Offender[] = [];
  const end = deps.clock().getTime() + longestMilliseconds;
  const isEnough = () => deps.clock().getTime() >= end;
  let after = query.after;
  for (let reads = 0; reads < readsPerPage && (reads === 0 || !isEnough()); reads += 1) {
    const { subjects, last } = await deps.source.page(after, headsAtATime, isEnough);
    for (const [index, subject] of subjects.entries()) {
      const offender = toOffender(subject);
      if (offender === null || !passes(offender, query.filter)) {
        continue;
      }
      offenders.push(offender);
      if (offenders.length === query.limit) {
        const isEnd = last === null && index === subjects.length - 1;
        return { offenders, last: isEnd ? null : subject.id };
      }
    }
    if (last === null) {
      return { offenders, last: null };
    }
    after = last;
  }
  return { offenders, last: after };
}
