import { confirmContactProof, lookAtProofLink } from '#shared/report/contact-proof/confirm-contact-proof.ts';
import type { ProofRequests } from '#shared/report/contact-proof/proof-requests.ts';
import { linkHours, proofToken } from '#shared/report/contact-proof/proof-token.ts';
import { requestContactProof } from '#shared/report/contact-proof/request-contact-proof.ts';
import { proofSubject } from '#shared/report/contact-proof/wanted-proof.ts';
import type { TakeDependencies } from '#shared/report/take-report.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { fakeProofCounters } from '#test/support/contact-proof/fake-counters.ts';

export interface ProofLinks {
  readonly proofs: ProofRequests;
  /** The tokens that would have been mailed, oldest first. */
  readonly mailed: () => readonly string[];
}

const hash = keyedHash('a secret for tests', 'contact-proof');

/** Proof of contact by the real use cases, without queue and mail: the token is made when it is asked for. */
export function proofLinks(
  deps: Pick<TakeDependencies, 'reports' | 'clock' | 'retentionDays' | 'pause'>,
  requireContactProof: boolean,
): ProofLinks {
  const mailed: string[] = [];
  const asking = {
    ...deps,
    requireContactProof,
    sending: {
      counters: fakeProofCounters(),
      budget: { spend: async () => true },
      queue: {
        send: async ({ reportId }: { readonly reportId: string }) => {
          const report = await deps.reports.get(reportId);
          const subject = report === null ? null : proofSubject(report);
          if (subject !== null) {
            mailed.push(proofToken(subject, new Date(deps.clock().getTime() + linkHours * 3_600_000), hash));
          }
        },
      },
      mailboxHash: keyedHash('a secret for tests', 'proof-mailbox'),
      limits: { perReport: 3, perAddress: 3 },
    },
  };
  return {
    proofs: {
      request: (reportId) => requestContactProof(reportId, asking),
      look: (token) => lookAtProofLink(token, { ...deps, hash }),
      confirm: (token) => confirmContactProof(token, { ...deps, hash }),
    },
    mailed: () => mailed,
  };
}
