import type { Report } from '../report.ts';
import { canBeMailed } from './mailbox.ts';
import type { ProofSubject } from './proof-token.ts';

/** Whether an opened link would serve this version of the report, and what it would prove. */
export type WantedProof =
  | { readonly kind: 'wanted'; readonly subject: ProofSubject; readonly locale: string | undefined }
  | { readonly kind: 'withdrawn' | 'already_proven' | 'not_needed' | 'no_address' };

export function wantedProof(report: Report): WantedProof {
  if (report.content === null) {
    return { kind: 'withdrawn' };
  }
  if (report.contactProof !== 'none') {
    return { kind: 'already_proven' };
  }
  const { complain, locale } = report.content.input;
  if (complain !== true) {
    return { kind: 'not_needed' };
  }
  const subject = proofSubject(report);
  return subject === null || !canBeMailed(subject.email) ? { kind: 'no_address' } : { kind: 'wanted', subject, locale };
}

/** Null for a report without an address, or without anything. */
export function proofSubject({ id, emailSince, content }: Report): ProofSubject | null {
  const email = content?.input.complainant?.email;
  return email === undefined ? null : { reportId: id, email, emailSince };
}
