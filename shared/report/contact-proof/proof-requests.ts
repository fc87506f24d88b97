import type { ConfirmOutcome, LinkOutcome } from './confirm-contact-proof.ts';
import type { RequestOutcome } from './request-contact-proof.ts';

/** Proof of contact by a one-time e-mail link, as a page uses it. */
export interface ProofRequests {
  /** By report id: has the link sent. */
  request(reportId: string): Promise<RequestOutcome>;
  /** By the token of a link; changes nothing. */
  look(token: string): Promise<LinkOutcome>;
  confirm(token: string): Promise<ConfirmOutcome>;
}
