import type { Sender } from '#shared/sender/sender.ts';

/** Why a listing is contested: the calls were somebody else's with a forged number, the number has a new owner, or they broke no rule. */
export const disputeGrounds = ['forged', 'new_owner', 'lawful', 'other'] as const;
export type DisputeGround = (typeof disputeGrounds)[number];

/** What the owner of a reported number says against its listing, and what the operator decided. Times are RFC 3339 UTC. */
export interface Dispute {
  /** Hash of the reference; 32 hexadecimal characters. */
  readonly id: string;
  /** The contested subject, whether anybody has reported it or not. */
  readonly subjectId: string;
  readonly sender: Sender;
  readonly ground: DisputeGround;
  /** Up to 1,600 characters. */
  readonly statement: string;
  readonly email: string;
  readonly filedAt: string;
  readonly state: 'open' | 'accepted' | 'declined';
  readonly decidedAt: string | null;
  /** What the operator answered. */
  readonly answer: string | null;
}

export interface DisputeStore {
  /** Writes a dispute once; `exists` answers what was written before under its id. */
  create(
    dispute: Dispute,
    expiresAt: Date,
  ): Promise<{ readonly kind: 'created' } | { readonly kind: 'exists'; readonly dispute: Dispute }>;
  get(id: string): Promise<Dispute | null>;
  /** Writes the decision on an open dispute; false for one that was decided before, or is gone. */
  decide(id: string, decision: Pick<Dispute, 'state' | 'decidedAt' | 'answer'>): Promise<boolean>;
}

/** All disputes, for the operator. */
export interface DisputeList {
  all(): AsyncIterable<Dispute>;
}

/** Marks on what is listed. */
export interface ListingMarks {
  /** Marks a subject as disputed, or takes the mark away; also one that nobody has reported yet. */
  markDisputed(subjectId: string, disputed: boolean, now: Date): Promise<void>;
}
