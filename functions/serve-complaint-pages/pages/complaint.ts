import { unwrapped } from '#shared/complaint/plain-text.ts';
import { html } from '#shared/http/html.ts';
import type { HttpResponse } from '#shared/http/message.ts';
import { errorSummary, type FieldErrors, noErrors } from '#shared/pages/components/error-summary.ts';
import { tick } from '#shared/pages/components/field.ts';
import { proofPath } from '#shared/pages/components/proof-panel.ts';
import { openSent, tokenErrors, tokenField } from '#shared/pages/form-guard.ts';
import { fieldNamed, problemWith } from '#shared/pages/forms/field-problem.ts';
import { schemaProblems } from '#shared/pages/forms/schema-problem.ts';
import { pageResponse, seeOther } from '#shared/pages/layout.ts';
import { type OwnReport, seeReport, withContent } from '#shared/pages/own-report.ts';
import { amendReport } from '#shared/report/amend-report.ts';
import type { ReportContent } from '#shared/report/report.ts';
import { type Draft, draftComplaint, type Needed, neededBy } from '../complaint-draft.ts';
import type { ComplaintVisit } from '../words.ts';
import { complaintFields, complaintPatch, hiddenFields, lackingFields } from './complaint-fields.ts';

/** What the regulators still need; straight to the letter when they need nothing. */
export const complaintPage = withContent(async (visit: ComplaintVisit, own, content) => {
  const needed = await neededNow(visit, own, content);
  if (needed.length === 0 || needed.some(({ missing }) => missing.length > 0)) {
    return formPage(visit, own, content, needed, noErrors);
  }
  if (content.input.complain === true && content.input.complainant?.consent === true) {
    return seeOther(`/r/${own.shown}`);
  }
  const draft = await draftComplaint(own.report, complaintPatch(visit), visit.deps);
  return draft.kind === 'draft' && draft.letters.length > 0
    ? letterPage(visit, own, draft, noErrors)
    : formPage(visit, own, content, needed, noErrors);
});

/** The steps of the complaint: `check` shows the letter, `edit` goes back to the form, `send` lets it go. */
export const complaintStep = withContent(async (visit: ComplaintVisit, own, content) => {
  const { fields, deps, m } = visit;
  const needed = await neededNow(visit, own, content);
  const step = fields.get('step');
  if (needed.length === 0 || step === 'edit' || (visit.switching && step !== 'send')) {
    return formPage(visit, own, content, needed, noErrors);
  }
  const token = openSent(visit, formOf(own));
  if (token.kind !== 'good') {
    return formPage(visit, own, content, needed, tokenErrors(visit, token.kind));
  }
  const draft = await draftComplaint(own.report, complaintPatch(visit), deps);
  const errors = draftErrors(draft, content, visit);
  if (draft.kind !== 'draft' || errors.size > 0) {
    return formPage(visit, own, content, needed, errors);
  }
  if (step !== 'send' || visit.switching) {
    return letterPage(visit, own, draft, noErrors);
  }
  if (!fields.has('consent')) {
    return letterPage(visit, own, draft, new Map([['consent', m.errors.consentMissing]]));
  }
  const amended = await amendReport(own.report.id, complaintPatch(visit), deps);
  return amended.kind === 'amended'
    ? seeOther(await afterSending(visit, own, draft))
    : letterPage(visit, own, draft, new Map([['', amended.kind === 'exhausted' ? m.errors.tooMany : m.errors.busy]]));
});

/** Where a regulator takes complaints from its queue, ours go there with proof of contact only: the link is sent at once. */
async function afterSending(
  { deps }: ComplaintVisit,
  { report, shown }: OwnReport,
  { letters }: DraftedLetters,
): Promise<string> {
  return letters.some(({ regulator }) => deps.queueRegulators.has(regulator.id))
    ? proofPath(shown, (await deps.proofs.request(report.id)).kind)
    : `/r/${shown}`;
}

type DraftedLetters = Draft & { readonly kind: 'draft' };

const formOf = ({ report }: OwnReport) => `complaint ${report.id}`;

async function neededNow(visit: ComplaintVisit, own: OwnReport, content: ReportContent): Promise<readonly Needed[]> {
  const { view } = await seeReport(visit, own);
  return neededBy(content, visit.deps.law.complaintRegulators(view.findings));
}

function draftErrors(draft: Draft, content: ReportContent, visit: ComplaintVisit): FieldErrors {
  const { m, deps } = visit;
  switch (draft.kind) {
    case 'not_a_report':
      return schemaProblems(draft.error, m);
    case 'refused':
      return new Map(
        draft.faults.map(({ pointer }) => [fieldNamed(pointer), problemWith(pointer, content.input, deps.country, m)]),
      );
    case 'draft':
      // What was entered, another line for example, may take the last possible violation away.
      if (draft.letters.length === 0) {
        return new Map([['', m.complaint.nothing]]);
      }
      return lackingFields(
        neededBy(
          draft.content,
          draft.letters.map(({ regulator }) => regulator),
        ),
        visit,
      );
  }
}

/** A statement of registration is there that nothing was added to yet. */
function confirmable({ registry, input }: ReportContent): boolean {
  return registry.statement !== null && input.registryConfirmation === undefined;
}

function formPage(
  visit: ComplaintVisit,
  own: OwnReport,
  content: ReportContent,
  needed: readonly Needed[],
  errors: FieldErrors,
): HttpResponse {
  const { m } = visit;
  if (needed.length === 0) {
    return pageResponse(visit, {
      title: m.complaint.nothingTitle,
      body: html`<h1>${m.complaint.nothingTitle}</h1>
<p class="lead">${m.complaint.nothing}</p>
<p class="buttons"><a class="button" href="/r/${own.shown}/verdict">${m.complaint.verdict}</a></p>`,
    });
  }
  return pageResponse(visit, {
    title: m.complaint.title,
    status: errors.size === 0 ? 200 : 422,
    failed: errors.size > 0,
    form: 'complaint',
    body: html`${errorSummary(m, errors)}
<h1>${m.complaint.title}</h1>
<p class="lead">${m.complaint.lead}</p>
<p>${m.complaint.goesTo}</p>
<ul>${needed.map(({ regulator }) => html`<li lang="en">${regulator.name}</li>`)}</ul>
<form id="complaint" method="post" action="/r/${own.shown}/complaint" novalidate data-once>
${tokenField(visit, formOf(own))}
<input type="hidden" name="step" value="check">
${complaintFields(needed, confirmable(content), errors, visit)}
<p class="buttons"><button class="button">${m.complaint.check}</button>
<a href="/r/${own.shown}/verdict">${m.common.back}</a></p>
</form>`,
  });
}

function letterPage(visit: ComplaintVisit, own: OwnReport, draft: DraftedLetters, errors: FieldErrors): HttpResponse {
  const { m, fields } = visit;
  return pageResponse(visit, {
    title: m.complaint.checkTitle,
    status: errors.size === 0 ? 200 : 422,
    failed: errors.size > 0,
    form: 'send',
    body: html`${errorSummary(m, errors)}
<h1>${m.complaint.checkTitle}</h1>
<p class="lead">${m.complaint.checkLead}</p>
${draft.letters.map(
  ({ regulator, letter }, index) => html`<h2 id="letter-${index}">${m.complaint.letterTo(regulator.name)}</h2>
<pre class="paper" lang="en" dir="auto" tabindex="0" role="region" aria-labelledby="letter-${index}">${unwrapped(letter)}</pre>
`,
)}
<form id="send" method="post" action="/r/${own.shown}/complaint" novalidate data-once>
${tokenField(visit, formOf(own))}
<input type="hidden" name="step" value="send">
${hiddenFields(fields)}
${tick(m, { name: 'consent', label: m.complaint.consent, ticked: fields.has('consent'), error: errors.get('consent') })}
<p class="buttons"><button class="button">${m.complaint.send}</button></p>
</form>
<form method="post" action="/r/${own.shown}/complaint" class="buttons">
${tokenField(visit, formOf(own))}
<input type="hidden" name="step" value="edit">
${hiddenFields(fields)}
<button class="button plain">${m.complaint.change}</button>
</form>`,
  });
}
