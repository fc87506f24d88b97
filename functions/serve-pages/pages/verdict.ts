import { type Html, html } from '#shared/http/html.ts';
import type { HttpResponse } from '#shared/http/message.ts';
import { amendReport } from '#shared/report/amend-report.ts';
import type { ReportContent } from '#shared/report/report.ts';
import type { ReportView } from '#shared/report/report-view-schema.ts';
import { errorSummary, type FieldErrors, noErrors } from '../components/error-summary.ts';
import { figures } from '../components/figures.ts';
import { byVerdict, ruleList } from '../components/findings.ts';
import { receiptPanel } from '../components/receipt-panel.ts';
import { openSent, tokenErrors, tokenField } from '../form-guard.ts';
import { decidingQuestion, questionFields, questionNamed, readAnswer } from '../forms/question.ts';
import { pageResponse, seeOther } from '../layout.ts';
import { listIn } from '../messages/formats.ts';
import { senderInWords, whenInWords } from '../messages/report-words.ts';
import { type OwnReport, seeReport, withContent } from '../own-report.ts';
import { verdictPath } from '../verdict-path.ts';
import type { Visit } from '../visit.ts';

/** What we found, before any paperwork. */
export const verdictPage = withContent((visit, own, content) => render(visit, own, content, noErrors));

/** Takes the answer to the one question. */
export const answerPage = withContent(async (visit, own, content) => {
  const { fields, deps, m } = visit;
  const name = questionNamed(fields.get('question') ?? '', visit);
  const token = openSent(visit, formOf(own));
  if (name === null) {
    return seeOther(verdictPath(own.shown, skipped(visit)));
  }
  if (visit.switching) {
    return render(visit, own, content, noErrors);
  }
  if (token.kind !== 'good') {
    return render(visit, own, content, tokenErrors(visit, token.kind));
  }
  const skip = skipped(visit);
  const answer = readAnswer(name, fields, content, visit);
  switch (answer.kind) {
    case 'skip':
      return seeOther(verdictPath(own.shown, [...skip, name]));
    case 'wrong':
      return render(visit, own, content, answer.errors);
    case 'answer': {
      const amended = await amendReport(own.report.id, answer.patch, deps);
      if (amended.kind === 'amended') {
        return seeOther(verdictPath(own.shown, skip));
      }
      const text =
        amended.kind === 'exhausted' ? m.errors.tooMany : amended.kind === 'busy' ? m.errors.busy : m.errors.choose;
      return render(visit, own, content, new Map([['', text]]));
    }
  }
});

const formOf = ({ report }: OwnReport) => `answer ${report.id}`;

/** From the address, or from the form that was sent. */
function skipped({ request, fields }: Visit): string[] {
  return (fields.get('skip') ?? request.query['skip'] ?? '')
    .split(',')
    .filter((name) => /^[a-zA-Z]{1,20}$/.test(name))
    .slice(0, 12);
}

async function render(
  visit: Visit,
  own: OwnReport,
  content: ReportContent,
  errors: FieldErrors,
): Promise<HttpResponse> {
  const { m } = visit;
  const seen = await seeReport(visit, own);
  const { view } = seen;
  const violations = byVerdict(view.findings, 'violation');
  const exempt = byVerdict(view.findings, 'exempt');
  const open = byVerdict(view.findings, 'undetermined');
  const notShown = byVerdict(view.findings, 'not_shown');
  const title = headline(view, visit);
  return pageResponse(visit, {
    title,
    address: `/r/${own.shown}/verdict`,
    ...(errors.size > 0 || visit.switching ? { form: 'answer' } : {}),
    status: errors.size === 0 ? 200 : 422,
    failed: errors.size > 0,
    body: html`${errorSummary(m, errors)}
<div class="verdict${violations.length > 0 && ' broken'}">
<h1>${title}</h1>
<p>${m.verdict.about(senderInWords(content.sender, visit), whenInWords(content, visit))}</p>
<p>${m.receipt.saved} <strong dir="ltr" translate="no">${own.shown}</strong></p>
</div>
${view.findings.length === 0 && html`<p>${m.verdict.noRules}</p>`}
${content.sender.validity === 'impossible' && html`<p>${m.verdict.impossible}</p>`}
${content.sender.validity === 'possible' && html`<p>${m.verdict.possible}</p>`}
${visit.language !== 'en' && view.findings.length > 0 && html`<p class="hint">${m.common.inEnglish}</p>`}
${violations.length > 0 && html`<h2>${m.verdict.violations}</h2><p class="hint">${m.verdict.allegation}</p>${ruleList(visit, violations, true)}`}
${question(visit, own, content, view, errors)}
${violations.length > 0 && nextStep(visit, own, content, view)}
${exempt.length > 0 && html`<h2>${m.verdict.exempt}</h2>${ruleList(visit, exempt, false)}`}
${open.length > 0 && html`<h2>${m.verdict.open}</h2>${ruleList(visit, open, false)}`}
${notShown.length > 0 && html`<details><summary>${m.verdict.notShown(notShown.length)}</summary>${ruleList(visit, notShown, false)}</details>`}
${await figures(visit, seen)}
${receiptPanel(visit, own.shown, true)}
<p><a href="/${content.input.kind}">${m.verdict.another}</a></p>`,
  });
}

function headline({ findings }: ReportView, { m }: Visit): string {
  const violations = byVerdict(findings, 'violation').length;
  if (findings.length === 0) {
    return m.verdict.titleNoRules;
  }
  if (violations > 0) {
    return m.verdict.titleViolations(violations);
  }
  return byVerdict(findings, 'undetermined').length > 0 ? m.verdict.titleOpen : m.verdict.titleNone;
}

function question(visit: Visit, own: OwnReport, content: ReportContent, view: ReportView, errors: FieldErrors): Html {
  const { m } = visit;
  const skip = skipped(visit);
  const deciding = decidingQuestion(view, content, skip, visit);
  return deciding === null
    ? html``
    : html`<section class="panel ask" aria-labelledby="question-title">
<h2 id="question-title">${m.verdict.questionTitle}</h2>
<form id="answer" method="post" action="/r/${own.shown}/answer" novalidate data-once>
${tokenField(visit, formOf(own))}
<input type="hidden" name="question" value="${deciding.name}">
<input type="hidden" name="skip" value="${skip.join(',')}">
${questionFields(deciding.name, content, errors, visit)}
<p class="hint">${m.verdict.questionDecides(deciding.decides)}</p>
<p class="buttons"><button class="button">${m.verdict.answer}</button>
<a href="${verdictPath(own.shown, [...skip, deciding.name])}">${m.verdict.skip}</a></p>
</form>
</section>
`;
}

function nextStep(visit: Visit, own: OwnReport, { input }: ReportContent, { findings }: ReportView): Html {
  const { m, deps, language } = visit;
  const regulators = deps.law.complaintRegulators(findings).map(({ name }) => name);
  if (regulators.length === 0) {
    return html``;
  }
  return input.complain === true
    ? html`<p>${m.verdict.complaintAsked} <a href="/r/${own.shown}">${m.receipt.open}</a></p>`
    : html`<section aria-labelledby="complain-title">
<h2 id="complain-title">${m.verdict.complaintTitle}</h2>
<p>${m.verdict.complaintLead(listIn(language, regulators))}</p>
<p class="buttons"><a class="button" href="/r/${own.shown}/complaint">${m.verdict.complaintStart}</a></p>
</section>
`;
}
