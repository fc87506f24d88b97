import { html } from '#shared/http/html.ts';
import type { HttpResponse } from '#shared/http/message.ts';
import { errorSummary } from '#shared/pages/components/error-summary.ts';
import { inputField } from '#shared/pages/components/field.ts';
import { openSent, tokenErrors, tokenField } from '#shared/pages/form-guard.ts';
import { written } from '#shared/pages/forms/written.ts';
import { pageResponse, seeOther } from '#shared/pages/layout.ts';
import { displayReceipt, parseReceipt, reportIdOf } from '#shared/report/receipt.ts';
import type { FormPage, FormVisit } from '../words.ts';

/** Where a receipt is typed. It is posted, so that it stands in no log and no address of this page. */
export const statusForm: FormPage = (visit) => form(visit, null);

/** To the report of the receipt, or what is wrong with it. */
export const openStatus: FormPage = async (visit) => {
  const { m, deps, fields } = visit;
  if (visit.switching) {
    return form(visit, null);
  }
  const token = openSent(visit, 'status');
  if (token.kind !== 'good') {
    return form(visit, tokenErrors(visit, token.kind).get('') ?? '');
  }
  const typed = written(fields, 'receipt');
  const receipt = parseReceipt(typed ?? '');
  if (receipt === null) {
    return form(visit, typoIn(typed, visit));
  }
  const report = await deps.reports.get(reportIdOf(deps.identity.receiptId, receipt));
  return report === null ? form(visit, m.errors.receiptUnknown) : seeOther(`/r/${displayReceipt(receipt)}`);
};

function typoIn(typed: string | undefined, { m }: FormVisit): string {
  if (typed === undefined) {
    return m.errors.receiptMissing;
  }
  const characters = [...typed.replaceAll(/[-\s]/g, '')];
  return characters.length === 16 ? m.errors.receiptCharacters : m.errors.receiptLength(characters.length);
}

function form(visit: FormVisit, error: string | null): HttpResponse {
  const { m, fields } = visit;
  return pageResponse(visit, {
    title: m.lookUp.title,
    status: error === null ? 200 : 422,
    failed: error !== null,
    form: 'status',
    keepable: visit.request.method === 'GET',
    body: html`${error !== null && errorSummary(m, new Map([['receipt', error]]))}
<h1>${m.lookUp.title}</h1>
<p class="lead">${m.lookUp.lead}</p>
<form id="status" method="post" action="/status" novalidate data-once>
${tokenField(visit, 'status')}
${inputField(m, {
  name: 'receipt',
  label: m.lookUp.receipt,
  hint: m.lookUp.receiptHint,
  value: fields.get('receipt') ?? '',
  error: error ?? undefined,
  autocomplete: 'off',
  direction: 'ltr',
})}
<p class="buttons"><button class="button">${m.lookUp.open}</button></p>
</form>`,
  });
}
