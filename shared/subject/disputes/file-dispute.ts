import type { Clock } from '#shared/runtime/clock.ts';
import { dayMilliseconds } from '#shared/runtime/day.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { parseSender } from '#shared/sender/parse-sender.ts';
import type { RefusalReason } from '#shared/sender/refusal.ts';
import type { Sender } from '#shared/sender/sender.ts';
import type { Dispute, DisputeGround, DisputeStore } from './dispute.ts';

export interface DisputeRequest {
  /** As its owner writes it. */
  readonly sender: string;
  readonly ground: DisputeGround;
  readonly statement: string;
  readonly email: string;
  /** Unguessable; the same key always meets the same dispute. */
  readonly reference: string;
}

export interface DisputeDependencies {
  readonly disputes: DisputeStore;
  readonly subjectOf: (sender: Sender) => string | null;
  readonly referenceHash: KeyedHash;
  readonly country: string;
  readonly clock: Clock;
  readonly retentionDays: number;
}

export type FileDisputeOutcome =
  | { readonly kind: 'filed' }
  /** The same reference with other words. */
  | { readonly kind: 'key_reused' }
  | { readonly kind: 'refused'; readonly reason: RefusalReason | 'no_sender' };

/** Takes what the owner of a number says against its listing. Nothing changes in the listing before somebody decides. */
export async function fileDispute(request: DisputeRequest, deps: DisputeDependencies): Promise<FileDisputeOutcome> {
  const { ground, statement, email, reference } = request;
  const parsed = parseSender(request.sender, { country: deps.country, kind: 'text' });
  if (parsed.kind === 'refused') {
    return { kind: 'refused', reason: parsed.reason };
  }
  const subjectId = deps.subjectOf(parsed.sender);
  if (subjectId === null) {
    return { kind: 'refused', reason: 'no_sender' };
  }
  const now = deps.clock();
  const dispute: Dispute = {
    id: disputeId(deps.referenceHash, reference),
    subjectId,
    sender: parsed.sender,
    ground,
    statement,
    email,
    filedAt: now.toISOString(),
    state: 'open',
    decidedAt: null,
    answer: null,
  };
  const created = await deps.disputes.create(dispute, new Date(now.getTime() + deps.retentionDays * dayMilliseconds));
  return created.kind === 'created' || isSame(created.dispute, dispute) ? { kind: 'filed' } : { kind: 'key_reused' };
}

/** References are not stored, so that nobody who reads the table can follow a dispute. */
export function disputeId(hash: KeyedHash, reference: string): string {
  return hash(reference).toString('hex', 0, 16);
}

function isSame(stored: Dispute, sent: Dispute): boolean {
  return (
    stored.subjectId === sent.subjectId &&
    stored.ground === sent.ground &&
    stored.statement === sent.statement &&
    stored.email === sent.email
  );
}
