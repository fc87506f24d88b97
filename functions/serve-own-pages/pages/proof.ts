import { type Html, html } from '#shared/http/html.ts';
import { openSent, tokenField } from '#shared/pages/form-guard.ts';
import { pageResponse, seeOther } from '#shared/pages/layout.ts';
import { withReport } from '#shared/pages/own-report.ts';
import type { RequestOutcome } from '#shared/report/contact-proof/request-contact-proof.ts';
import type { OwnVisit } from '../words.ts';

/** What became of asking for the link; it travels in the address of the report's page. */
const told = ['sent', 'too_many', 'spent', 'off', 'no_address', 'already_proven'] as const;
type Told = (typeof told)[number];

/** Has the link sent, and goes back to the report. */
export const askForProof = withReport(async (visit: OwnVisit, own) => {
  if (openSent(visit, proofForm(own.report.id)).kind !== 'good') {
    return seeOther(`/r/${own.shown}`);
  }
  const { kind } = await visit.deps.proofs.request(own.report.id);
  return seeOther(proofPath(own.shown, kind));
});

export function proofPath(receipt: string, outcome: RequestOutcome['kind']): string {
  const known = told.find((each) => each === outcome);
  return `/r/${receipt}${known === undefined ? '' : `?proof=${known}`}`;
}

/** Beside a complaint that waits for proof: what was sent, and the button that sends it. */
export function proofPanel(visit: OwnVisit, receipt: string, reportId: string): Html {
  const { m, request, language } = visit;
  const outcome = told.find((each) => each === request.query['proof']);
  return html`<p>${m.status.missingProof}</p>
${outcome !== undefined && html`<p role="status"><strong>${inWords(outcome, visit)}</strong></p>`}
${
  outcome !== 'off' &&
  html`<form method="post" action="/r/${receipt}/proof" class="buttons" data-once>
${tokenField(visit, proofForm(reportId))}<button class="button">${m.proof.send}</button>
</form>`
}
${outcome === 'sent' && html`<p class="hint" lang="${language}">${m.proof.again}</p>`}`;
}

const proofForm = (reportId: string) => `proof ${reportId}`;

function inWords(outcome: Told, { m }: OwnVisit): string {
  return outcome === 'already_proven' ? m.proof.already : m.proof[outcome];
}

/** Behind the link in the mail: nothing of the report, and nothing done yet, since mail scanners open links. */
export const linkPage = async (visit: OwnVisit) => {
  const { m, deps, request } = visit;
  const token = request.parameters['token'] ?? '';
  const { kind } = await deps.proofs.look(token);
  return kind === 'open'
    ? pageResponse(visit, {
        title: m.proof.title,
        body: html`<h1>${m.proof.title}</h1>
<p class="lead">${m.proof.lead}</p>
<form method="post" action="/r/proof/${token}" class="buttons" data-once>
<button class="button">${m.proof.confirm}</button>
</form>`,
      })
    : linkAnswer(visit, kind);
};

/** The button behind the link. The token in its address is all the right it needs, and no other site knows it. */
export const confirmLink = async (visit: OwnVisit) => {
  if (visit.switching) {
    return linkPage(visit);
  }
  const { kind } = await visit.deps.proofs.confirm(visit.request.parameters['token'] ?? '');
  return linkAnswer(visit, kind);
};

type Answer = 'confirmed' | 'already_confirmed' | 'expired' | 'not_valid' | 'busy';

function linkAnswer(visit: OwnVisit, kind: Answer) {
  const { m } = visit;
  const says: Readonly<Record<Answer, readonly [number, string, string]>> = {
    confirmed: [200, m.proof.doneTitle, m.proof.done],
    already_confirmed: [200, m.proof.alreadyTitle, m.proof.done],
    expired: [410, m.proof.expiredTitle, m.proof.expired],
    not_valid: [404, m.proof.invalidTitle, m.proof.invalid],
    busy: [503, m.faults.title, m.errors.busy],
  };
  const [status, title, lead] = says[kind];
  return pageResponse(visit, {
    status,
    title,
    body: html`<h1>${title}</h1>
<p class="lead">${lead}</p>
<p class="buttons"><a class="button" href="/status">${m.common.follow}</a></p>`,
  });
}
