import type { ListKind } from '../page-kinds.ts';

/** What a registry that answers and hands nothing out says about one number. */
export interface RegistryAnswer {
  /** With leading plus. */
  readonly e164: string;
  /** The kinds of contact that were asked about, and those the number is registered against. */
  readonly asked: readonly ListKind[];
  readonly registered: readonly ListKind[];
}

export type AskOutcome =
  | { readonly kind: 'answered'; readonly answers: readonly RegistryAnswer[]; readonly reference: string | null }
  /** In words for the operator; never with a number. */
  | { readonly kind: 'refused'; readonly message: string };

export type SubmitOutcome =
  | { readonly kind: 'submitted'; readonly job: string }
  | { readonly kind: 'refused'; readonly message: string };

export type ResultOutcome = AskOutcome | { readonly kind: 'pending' };

/**
 * One registry that is asked. Faults (no connection, an answer that is none) are thrown as RegistryFault. Whatever is asked
 * twice is asked once: callers give each number once.
 */
export interface RegistryQuestions {
  /** At most `form.mostAtOnce` numbers: answered at once. */
  ask(e164s: readonly string[]): Promise<AskOutcome>;
  /** A batch of any size: taken now, answered later. */
  submit(e164s: readonly string[]): Promise<SubmitOutcome>;
  /** The answers to `count` numbers, all of which are among `e164s`. */
  result(job: string, count: number, e164s: readonly string[]): Promise<ResultOutcome>;
}

/** The registry does not answer, or not as it should. */
export class RegistryFault extends Error {
  override readonly name = 'RegistryFault';
}

/** An answer as it is kept: of which day, by which question. Times are RFC 3339. */
export interface KeptAnswer extends RegistryAnswer {
  readonly registry: string;
  /** When it was asked: that a number is not registered is known of this moment only. */
  readonly askedAt: string;
  /** When the answer was read, hours or days later for a batch: what is registered was so by then. */
  readonly readAt: string;
  /** The registry's own reference of the question or job, where it gives one. */
  readonly reference: string | null;
  /** The operator's account, on which it was asked. */
  readonly account: string;
}

/** A batch that a registry answers later. The numbers are not in it: whoever asks for its result gives them again. */
export interface SubmittedBatch {
  readonly registry: string;
  readonly job: string;
  readonly submittedAt: string;
  /** How many numbers were sent. */
  readonly count: number;
}

/** Answers by registry and number. Putting one again replaces it. */
export interface AnswerStore {
  /** It may be forgotten from `until` on. */
  keepBatch(batch: SubmittedBatch, until: Date): Promise<void>;
  batch(registry: string, job: string): Promise<SubmittedBatch | null>;
  /** In the order of the numbers. */
  answers(registry: string, e164s: readonly string[]): Promise<readonly (KeptAnswer | null)[]>;
  /** They may be forgotten from `until` on, when they no longer count. */
  keep(answers: readonly KeptAnswer[], until: Date): Promise<void>;
}

/** What a registry lets an account ask, counted when a question is sent. */
export interface QuestionQuota {
  /** False, and nothing is counted, if fewer than `count` are left of `most` in the period (`2026` or `2026-11-22`). */
  take(
    period: { readonly registry: string; readonly account: string; readonly name: string },
    count: number,
    most: number,
  ): Promise<boolean>;
}
