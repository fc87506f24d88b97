import { html } from '#shared/http/html.ts';
import { notFoundPage } from '#shared/pages/failures.ts';
import { pageResponse } from '#shared/pages/layout.ts';
import { dayIn } from '#shared/pages/messages/formats.ts';
import { displayReceipt, parseReceipt } from '#shared/report/receipt.ts';
import { displaySender } from '#shared/sender/display-sender.ts';
import { disputeId } from '#shared/subject/disputes/file-dispute.ts';
import type { ContestPage } from '../words.ts';

/** Where a dispute stands, for whoever has its reference. Its statement and address are not shown again. */
export const contestedPage: ContestPage = async (visit) => {
  const { m, deps, request, language } = visit;
  const reference = parseReceipt(request.parameters['reference'] ?? '');
  const dispute = reference === null ? null : await deps.disputes.get(disputeId(deps.referenceHash, reference));
  if (reference === null || dispute === null) {
    return notFoundPage(visit);
  }
  const { state, answer, decidedAt } = dispute;
  const shown = displayReceipt(reference);
  return pageResponse(visit, {
    title: m.contest.statusTitle,
    body: html`<h1>${m.contest.statusTitle}</h1>
<p class="lead">${displaySender(dispute.sender)}, ${dayIn(language, dispute.filedAt.slice(0, 10))}</p>
<section class="panel calm" aria-labelledby="now-title"><h2 id="now-title">${m.contest.now}</h2>
<p><strong>${m.contest[state]}</strong></p>
${state === 'open' && html`<p>${m.contest.next}</p>`}
${decidedAt !== null && html`<p>${m.contest.decided(dayIn(language, decidedAt.slice(0, 10)))}</p>`}
${answer !== null && html`<p>${m.contest.answer}</p><blockquote dir="auto">${answer}</blockquote>`}
</section>
<p>${m.contest.reference} <strong dir="ltr" translate="no">${shown}</strong></p>
<p class="hint">${m.contest.keep}</p>`,
  });
};
