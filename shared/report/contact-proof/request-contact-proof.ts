import type { Clock } from '#shared/runtime/clock.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import type { ReportStore } from '../ports.ts';
import type { MailSettings } from './mail-settings.ts';
import { mailboxOf } from './mailbox.ts';
import type { MailBudget, ProofCounters, ProofQueue } from './ports.ts';
import { wantedProof } from './wanted-proof.ts';

/** Where mails go out from; without it the deployment sends none. */
export interface ProofSending {
  readonly counters: ProofCounters;
  readonly budget: MailBudget;
  readonly queue: ProofQueue;
  /** For the purpose `proof-mailbox`. */
  readonly mailboxHash: KeyedHash;
  readonly limits: Pick<MailSettings, 'perReport' | 'perAddress'>;
}

export interface RequestDependencies {
  readonly reports: Pick<ReportStore, 'get'>;
  readonly clock: Clock;
  readonly requireContactProof: boolean;
  readonly sending: ProofSending | null;
}

export type RequestOutcome = {
  readonly kind: /** On its way: a minute or two. */
    | 'sent'
    | 'already_proven'
    /** No complaint is asked for, or the deployment wants no proof. */
    | 'not_needed'
    /** The report has no e-mail address that we could write to. */
    | 'no_address'
    /** The day's mails about this report, or to this mailbox, are used up (UTC). */
    | 'too_many'
    /** The day's mails of the whole deployment are used up (UTC). */
    | 'spent'
    /** The deployment sends no mail: proof cannot be given. */
    | 'off'
    | 'withdrawn'
    | 'unknown';
};

/**
 * Has a one-time link sent to the complainant of a report. Everything is counted before anything is sent, the narrowest
 * limit first, so that nobody can use up other people's mails; what a later limit refuses stays counted.
 */
export async function requestContactProof(reportId: string, deps: RequestDependencies): Promise<RequestOutcome> {
  const report = await deps.reports.get(reportId);
  if (report === null) {
    return { kind: 'unknown' };
  }
  const wanted = wantedProof(report);
  if (wanted.kind !== 'wanted') {
    return wanted;
  }
  if (!deps.requireContactProof) {
    return { kind: 'not_needed' };
  }
  const { sending } = deps;
  if (sending === null) {
    return { kind: 'off' };
  }
  const { counters, budget, queue, mailboxHash, limits } = sending;
  const now = deps.clock();
  const day = now.toISOString().slice(0, 10);
  const mailbox = mailboxHash(mailboxOf(wanted.subject.email)).toString('hex', 0, 16);
  const within =
    (await counters.take({ of: 'report', id: reportId, day }, limits.perReport, now)) &&
    (await counters.take({ of: 'mailbox', id: mailbox, day }, limits.perAddress, now));
  if (!within) {
    return { kind: 'too_many' };
  }
  if (!(await budget.spend(now))) {
    return { kind: 'spent' };
  }
  await queue.send({ reportId, purpose: 'contact_proof' });
  return { kind: 'sent' };
}
