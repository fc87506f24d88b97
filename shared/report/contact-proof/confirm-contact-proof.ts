import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import type { Report } from '../report.ts';
import { expiry, type TakeDependencies } from '../take-report.ts';
import { proves, readProofToken } from './proof-token.ts';
import { proofSubject } from './wanted-proof.ts';

export interface ConfirmDependencies extends Pick<TakeDependencies, 'reports' | 'clock' | 'retentionDays' | 'pause'> {
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

/** As for any correction (shared/report/amend-report.ts). */
const tries = 12;

export async function lookAtProofLink(token: string, deps: ConfirmDependencies): Promise<LinkOutcome> {
  const { kind } = await weigh(token, deps);
  return { kind };
}

/**
 * The holder of the link reads the complainant's mail: the report's next version says so, and its stream completes the
 * complaint. A second opening, also at the same time, finds it said.
 */
export async function confirmContactProof(token: string, deps: ConfirmDependencies): Promise<ConfirmOutcome> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const weighed = await weigh(token, deps);
    if (weighed.kind !== 'open') {
      return { kind: weighed.kind };
    }
    const { report } = weighed;
    const now = deps.clock();
    const next: Report = {
      ...report,
      revision: report.revision + 1,
      updatedAt: now.toISOString(),
      contactProof: 'email',
    };
    if ((await deps.reports.replace(next, expiry(now, deps.retentionDays))).kind === 'replaced') {
      return { kind: 'confirmed' };
    }
    await deps.pause(attempt);
  }
  return { kind: 'busy' };
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
