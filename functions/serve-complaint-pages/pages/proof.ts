import { html } from '#shared/http/html.ts';
import type { HttpRequest } from '#shared/http/message.ts';
import { proofForm, proofPath } from '#shared/pages/components/proof-panel.ts';
import { openSent } from '#shared/pages/form-guard.ts';
import { pageResponse, seeOther } from '#shared/pages/layout.ts';
import { withReport } from '#shared/pages/own-report.ts';
import type { ComplaintVisit } from '../words.ts';

/** Has the link sent, and goes back to the report. */
export const askForProof = withReport(async (visit: ComplaintVisit, own) => {
  if (openSent(visit, proofForm(own.report.id)).kind !== 'good') {
    return seeOther(`/r/${own.shown}`);
  }
  const { kind } = await visit.deps.proofs.request(own.report.id);
  return seeOther(proofPath(own.shown, kind));
});

/** Behind the link in the mail: nothing of the report, and nothing done yet, since mail scanners open links. */
export const linkPage = async (visit: ComplaintVisit) => {
  const { m, deps, request } = visit;
  const token = tokenOf(request);
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
export const confirmLink = async (visit: ComplaintVisit) => {
  const { kind } = await visit.deps.proofs.confirm(tokenOf(visit.request));
  return linkAnswer(visit, kind);
};

/** As it stands in links; anything else becomes one that opens nothing. */
function tokenOf({ parameters }: HttpRequest): string {
  const token = parameters['token'] ?? '';
  return /^[\w-]{1,64}$/.test(token) ? token : 'none';
}

type Answer = 'confirmed' | 'already_confirmed' | 'expired' | 'not_valid' | 'busy';

function linkAnswer(visit: ComplaintVisit, kind: Answer) {
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
    address: `/r/proof/${tokenOf(visit.request)}`,
    body: html`<h1>${title}</h1>
<p class="lead">${lead}</p>
<p class="buttons"><a class="button" href="/status">${m.common.follow}</a></p>`,
  });
}
