import type { Clock } from '#shared/runtime/clock.ts';
import type { DisputeStore, ListingMarks } from './dispute.ts';

export interface DecideDependencies {
  readonly disputes: DisputeStore;
  readonly marks: ListingMarks;
  readonly clock: Clock;
}

export type DecideOutcome =
  | { readonly kind: 'decided' }
  | { readonly kind: 'already_decided'; readonly state: 'accepted' | 'declined' }
  | { readonly kind: 'unknown' };

/**
 * The operator's decision: an accepted dispute marks the listing as disputed in everything that is given out from then
 * on. The mark comes first, so that a decision that was cut short can be made again and none is told that is not carried
 * out; whoever loses to a refusal at the same time takes it back.
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
  if (state === 'accepted') {
    await marks.markDisputed(dispute.subjectId, true, now);
  }
  if (await disputes.decide(id, { state, answer, decidedAt: now.toISOString() })) {
    return { kind: 'decided' };
  }
  const other = await disputes.get(id);
  if (state === 'accepted' && other?.state !== 'accepted') {
    await marks.markDisputed(dispute.subjectId, false, now);
  }
  return other === null || other.state === 'open'
    ? { kind: 'unknown' }
    : { kind: 'already_decided', state: other.state };
}
