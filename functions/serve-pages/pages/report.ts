import { type Html, html } from '#shared/http/html.ts';
import type { HttpResponse } from '#shared/http/message.ts';
import { errorSummary, type FieldErrors, noErrors } from '#shared/pages/components/error-summary.ts';
import { type Asked, askedOf, askNote, checkInputs } from '#shared/pages/form-checks.ts';
import { freshTokenField, openSent, tokenErrors, tokenField } from '#shared/pages/form-guard.ts';
import { fieldNamed, problemWith } from '#shared/pages/forms/field-problem.ts';
import { readReport } from '#shared/pages/forms/read-report.ts';
import { reportFields } from '#shared/pages/forms/report-fields.ts';
import { zonesOfLine } from '#shared/pages/forms/when.ts';
import { written } from '#shared/pages/forms/written.ts';
import { pageResponse, seeOther } from '#shared/pages/layout.ts';
import { verdictPath } from '#shared/pages/verdict-path.ts';
import { takeWithinAllowance } from '#shared/report/allowance/take-within-allowance.ts';
import { displayReceipt, receiptForKey } from '#shared/report/receipt.ts';
import { keyInChannel } from '#shared/report/take-report.ts';
import { parseLine } from '#shared/sender/parse-line.ts';
import type { FormPage, FormVisit } from '../words.ts';

type Kind = 'call' | 'text';

/** The empty form. */
export const reportForm =
  (kind: Kind): FormPage =>
  (visit) =>
    formPage(visit, kind, { keepable: true });

/** The form goes to another address than its own: sending to that would make the browser forget the page that it kept. */
const sendTo = (kind: Kind) => `/${kind}?send`;

/** Takes the form: to the verdict, or the same form with what is wrong and everything that was entered. */
export const takeForm =
  (kind: Kind): FormPage =>
  async (visit) => {
    const { deps, fields, m } = visit;
    if (visit.switching) {
      return formPage(visit, kind, {});
    }
    const token = openSent(visit, kind);
    if (token.kind !== 'good') {
      return formPage(visit, kind, { errors: tokenErrors(visit, token.kind) });
    }
    const read = readReport(fields, { kind, country: deps.country, now: deps.clock(), m });
    if (read.kind === 'wrong') {
      return formPage(visit, kind, { errors: read.errors });
    }
    const asked = askedOf(visit, kind, token);
    if (asked !== undefined) {
      return formPage(visit, kind, { asked });
    }
    const taken = await takeWithinAllowance(
      { input: read.input, channel: 'web', contactProof: 'none', idempotencyKey: token.nonce },
      deps,
    );
    switch (taken.kind) {
      case 'taken':
      case 'repeated':
        return seeOther(verdictPath(displayReceipt(taken.receipt), unknownAnswers(visit)));
      case 'key_reused':
        return formPage(visit, kind, { errors: new Map([['', m.errors.alreadySent]]), sentBefore: token.nonce });
      case 'too_many':
        return usedUpPage(visit, kind, taken.retryAfterSeconds);
      case 'refused':
        return formPage(visit, kind, {
          errors: new Map(
            taken.faults.map(({ pointer }) => [fieldNamed(pointer), problemWith(pointer, read.input, deps.country, m)]),
          ),
        });
    }
  };

/** The form with everything in it, for when there is room again. */
function usedUpPage(visit: FormVisit, kind: Kind, seconds: number): HttpResponse {
  const page = formPage(visit, kind, { errors: new Map([['', visit.m.errors.usedUp(Math.ceil(seconds / 3600))]]) });
  return { ...page, status: 429, headers: { ...page.headers, 'retry-after': String(seconds) } };
}

function unknownAnswers({ fields }: FormVisit): string[] {
  return ['purpose', 'recorded', 'relationship'].filter((name) => fields.get(name) === 'unknown');
}

interface FormState {
  readonly errors?: FieldErrors;
  readonly keepable?: boolean;
  /** The key of the report that this form made before. */
  readonly sentBefore?: string;
  readonly asked?: Asked;
}

function formPage(
  visit: FormVisit,
  kind: Kind,
  { errors = noErrors, keepable = false, sentBefore, asked }: FormState,
): HttpResponse {
  const { m, deps, fields, language } = visit;
  const title = kind === 'call' ? m.form.callTitle : m.form.textTitle;
  const line = parseLine(written(fields, 'line') ?? '', { country: deps.country });
  return pageResponse(visit, {
    title,
    status: errors.size === 0 && asked === undefined ? 200 : 422,
    failed: errors.size > 0,
    form: 'report',
    keepable,
    body: html`${errorSummary(m, errors, sentBefore === undefined ? undefined : sentBeforeNote(visit, sentBefore))}${askNote(visit, asked)}
<h1>${title}</h1>
<p class="lead">${m.form.lead}</p>
<form id="report" method="post" action="${sendTo(kind)}" novalidate data-once>
${sentBefore === undefined ? tokenField(visit, kind) : freshTokenField(visit, kind)}
${checkInputs(visit, asked)}
${reportFields({
  kind,
  language,
  m,
  fields,
  errors,
  zones: zonesOfLine(line.kind === 'line' ? line.line : null, deps.country),
})}
<p class="hint">${m.form.privacy} <a href="/data">${m.common.myData}</a></p>
<p class="buttons"><button class="button">${m.form.submit}</button></p>
</form>`,
  });
}

function sentBeforeNote({ m, deps }: FormVisit, nonce: string): Html {
  const receipt = receiptForKey(deps.identity.receipt, keyInChannel('web', nonce));
  return html`<p><a href="/r/${displayReceipt(receipt)}">${m.errors.alreadySentOpen}</a>. ${m.errors.alreadySentAgain}</p>`;
}
