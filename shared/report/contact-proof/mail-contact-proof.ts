import type { Clock } from '#shared/runtime/clock.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import type { ReportStore } from '../ports.ts';
import { MailNotSent, type ProofCounters, type ProofMail } from './ports.ts';
import { linkHours, proofToken } from './proof-token.ts';
import { wantedProof } from './wanted-proof.ts';

export interface MailProofDependencies {
  readonly reports: Pick<ReportStore, 'get'>;
  readonly counters: ProofCounters;
  readonly mail: ProofMail;
  /** For the purpose `contact-proof`. */
  readonly hash: KeyedHash;
  readonly clock: Clock;
  /** Without a slash at the end. */
  readonly publicUrl: string;
}

export type MailProofOutcome =
  /** `mailed_before`: this message was delivered once more. `not_wanted`: proven, withdrawn or changed meanwhile. */
  | { readonly kind: 'mailed' | 'mailed_before' | 'not_wanted' }
  /** Lost, as a second try could be a second mail, or would fail as well; the person may ask again. */
  | { readonly kind: 'lost'; readonly failure: 'refused' | 'unsure'; readonly code: string };

/**
 * Mails the link that one message on the queue asks for, to the address that the report has now. At most once a message:
 * it is marked before the mail goes, and the mark is taken back only when the service has taken no mail for certain.
 * Throws MailNotSent then, so that the queue brings the message again.
 */
export async function mailContactProof(
  { reportId, messageId }: { readonly reportId: string; readonly messageId: string },
  deps: MailProofDependencies,
): Promise<MailProofOutcome> {
  const report = await deps.reports.get(reportId);
  const wanted = report === null ? null : wantedProof(report);
  if (wanted?.kind !== 'wanted') {
    return { kind: 'not_wanted' };
  }
  const now = deps.clock();
  const message = { of: 'message', id: messageId } as const;
  if (!(await deps.counters.take(message, 1, now))) {
    return { kind: 'mailed_before' };
  }
  const expiresAt = new Date(now.getTime() + linkHours * 3600 * 1000);
  const { subject, locale } = wanted;
  const link = `${deps.publicUrl}/r/proof/${proofToken(subject, expiresAt, deps.hash)}`;
  try {
    await deps.mail.send({ to: subject.email, locale, link, expiresAt });
  } catch (error) {
    if (!(error instanceof MailNotSent)) {
      throw error;
    }
    if (error.failure === 'not_now') {
      await deps.counters.giveBack(message);
      throw error;
    }
    return { kind: 'lost', failure: error.failure, code: error.code };
  }
  return { kind: 'mailed' };
}
