import { html } from '#shared/http/html.ts';
import type { HttpResponse } from '#shared/http/message.ts';
import { errorSummary, type FieldErrors, noErrors } from '#shared/pages/components/error-summary.ts';
import { openSent, tokenErrors, tokenField } from '#shared/pages/form-guard.ts';
import { pageResponse, seeOther } from '#shared/pages/layout.ts';
import { type OwnReport, withReport } from '#shared/pages/own-report.ts';
import { withdrawReport } from '#shared/report/amend-report.ts';
import type { OwnVisit } from '../words.ts';

/** Asks once more: a withdrawal cannot be taken back. */
export const withdrawPage = withReport((visit: OwnVisit, own) =>
  own.report.content === null ? seeOther(`/r/${own.shown}`) : question(visit, own, noErrors),
);

export const withdraw = withReport(async (visit: OwnVisit, own) => {
  const token = openSent(visit, formOf(own));
  if (visit.switching || token.kind !== 'good') {
    return question(visit, own, visit.switching || token.kind === 'good' ? noErrors : tokenErrors(visit, token.kind));
  }
  const { kind } = await withdrawReport(own.report.id, visit.deps);
  return kind === 'busy' ? question(visit, own, new Map([['', visit.m.errors.busy]])) : seeOther(`/r/${own.shown}`);
});

const formOf = ({ report }: OwnReport) => `withdraw ${report.id}`;

function question(visit: OwnVisit, own: OwnReport, errors: FieldErrors): HttpResponse {
  const { m } = visit;
  return pageResponse(visit, {
    title: m.withdraw.title,
    status: errors.size === 0 ? 200 : 422,
    failed: errors.size > 0,
    form: 'withdraw',
    body: html`${errorSummary(m, errors)}
<h1>${m.withdraw.title}</h1>
<p class="lead">${m.withdraw.lead}</p>
<form id="withdraw" method="post" action="/r/${own.shown}/withdraw" data-once>
${tokenField(visit, formOf(own))}
<p class="buttons"><button class="button grave">${m.withdraw.confirm}</button>
<a href="/r/${own.shown}">${m.withdraw.cancel}</a></p>
</form>`,
  });
}
