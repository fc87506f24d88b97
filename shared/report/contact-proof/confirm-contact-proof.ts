import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { type Change, type ChangeDependencies, replaceReport } from '../change-report.ts';
import type { Report } from '../report.ts';
import { proves, readProofToken } from './proof-token.ts';
import { proofSubject } from './wanted-proof.ts';

export interface ConfirmDependencies extends ChangeDependencies {
  /** For the purpose `contact-proof`. */
  readonly hash: KeyedHash;
}

/** What the page behind a link shows before anything is done: mail scanners open links, so that looking proves nothing. */
export type LinkOutcome = {
  readonly kind:
    | 'open'
    | 'already_confirmed'
    | 'expired'
    /** Never ours, or of an address that was changed, or of a report that was withdrawn: one answer for all. */
    | 'not_valid';
};

export type ConfirmOutcome = {
  readonly kind:
    | 'confirmed'
    | Exclude<LinkOutcome['kind'], 'open'> /** Others changed the report under every try. */
    | 'busy';
};

export async function lookAtProofLink(token: string, deps: ConfirmDependencies): Promise<LinkOutcome> {
  const { kind } = await weigh(token, deps);
  return { kind };
}

/**
 * The holder of the link reads the complainant's mail: the report's next version says so, and its stream completes the
 * complaint. A second opening, also at the same time, finds it said.
 */
export async function confirmContactProof(token: string, deps: ConfirmDependencies): Promise<ConfirmOutcome> {
  const outcome = await replaceReport<ConfirmOutcome>(() => confirmed(token, deps), deps);
  return { kind: outcome.kind === 'replaced' ? 'confirmed' : outcome.kind };
}

async function confirmed(token: string, deps: ConfirmDependencies): Promise<Change<ConfirmOutcome>> {
  const weighed = await weigh(token, deps);
  if (weighed.kind !== 'open') {
    return { refusal: { kind: weighed.kind } };
  }
  const { report } = weighed;
  return {
    next: {
      ...report,
      revision: report.revision + 1,
      updatedAt: deps.clock().toISOString(),
      contactProof: 'email',
    },
  };
}

type Weighed =
  | { readonly kind: Exclude<LinkOutcome['kind'], 'open'> }
  | { readonly kind: 'open'; readonly report: Report };

async function weigh(text: string, deps: ConfirmDependencies): Promise<Weighed> {
  const token = readProofToken(text);
  const report = token === null ? null : await deps.reports.get(token.reportId);
  const subject = report === null ? null : proofSubject(report);
  if (token === null || report === null || subject === null || !proves(token, subject, deps.hash)) {
    return { kind: 'not_valid' };
  }
  if (report.contactProof !== 'none') {
    return { kind: 'already_confirmed' };
  }
  return token.expiresAt.getTime() <= deps.clock().getTime() ? { kind: 'expired' } : { kind: 'open', report };
}
