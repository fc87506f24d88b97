import type { Clock } from '#shared/runtime/clock.ts';
import type { DisputeStore, ListingMarks } from './dispute.ts';

export interface DecideDependencies {
  readonly disputes: DisputeStore;
  readonly marks: ListingMarks;
  readonly clock: Clock;
}

export type DecideOutcome =
  /** `listed`: whether anybody has reported the sender, so that there is a listing to mark. */
  | { readonly kind: 'decided'; readonly listed: boolean }
  | { readonly kind: 'already_decided'; readonly state: 'accepted' | 'declined' }
  | { readonly kind: 'unknown' };

/**
 * The operator's decision: an accepted dispute marks the listing as disputed in everything that is given out from then
 * on. The mark comes first, so that a decision that was cut short can be made again and none is told that is not carried out.
 */
export async function decideDispute(
  { id, state, answer }: { readonly id: string; readonly state: 'accepted' | 'declined'; readonly answer: string },
  { disputes, marks, clock }: DecideDependencies,
): Promise<DecideOutcome> {
  const dispute = await disputes.get(id);
  if (dispute === null) {
    return { kind: 'unknown' };
  }
  if (dispute.state !== 'open') {
    return { kind: 'already_decided', state: dispute.state };
  }
  const now = clock();
  const listed = state === 'accepted' && (await marks.markDisputed(dispute.subjectId, true, now));
  const decided = await disputes.decide(id, { state, answer, decidedAt: now.toISOString() });
  return decided ? { kind: 'decided', listed } : { kind: 'unknown' };
}
