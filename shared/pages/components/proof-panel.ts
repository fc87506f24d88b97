import { type Html, html } from '#shared/http/html.ts';
import type { RequestOutcome } from '#shared/report/contact-proof/request-contact-proof.ts';
import { tokenField } from '../form-guard.ts';
import type { Visit } from '../visit.ts';

/** What became of asking for the link; it travels in the address of the report's page. */
const told = ['sent', 'too_many', 'spent', 'off', 'no_address', 'already_proven'] as const;

type Told = (typeof told)[number];

/** Null where nothing was asked for just now. */
export function proofOutcome({ request }: Visit): Told | null {
  return told.find((each) => each === request.query['proof']) ?? null;
}

export function proofInWords(outcome: Told, { m }: Visit<'proof'>): string {
  return outcome === 'already_proven' ? m.proof.already : m.proof[outcome];
}

/** The name of the form that has the link sent, for its token. */
export const proofForm = (reportId: string) => `proof ${reportId}`;

export function proofPath(receipt: string, outcome: RequestOutcome['kind'] | null): string {
  const known = told.find((each) => each === outcome);
  return `/r/${receipt}${known === undefined ? '' : `?proof=${known}`}`;
}

/** Beside a complaint that waits for proof: what was sent, and the button that sends it. */
export function proofPanel(visit: Visit<'proof' | 'status'>, receipt: string, reportId: string): Html {
  const { m } = visit;
  const outcome = proofOutcome(visit);
  return html`<p>${m.status.missingProof}</p>
${outcome !== null && html`<p role="status"><strong>${proofInWords(outcome, visit)}</strong></p>`}
${
  outcome !== 'off' &&
  html`<form method="post" action="/r/${receipt}/proof" class="buttons" data-once>
${tokenField(visit, proofForm(reportId))}<button class="button">${m.proof.send}</button>
</form>`
}
${outcome === 'sent' && html`<p class="hint">${m.proof.again}</p>`}`;
}
