import { type Html, html } from '#shared/http/html.ts';
import { lawMessages } from '#shared/law/messages/in-languages.ts';
import { noErrors } from '#shared/pages/components/error-summary.ts';
import { figures } from '#shared/pages/components/figures.ts';
import { questionPanel, skippedBy } from '#shared/pages/components/question-panel.ts';
import { receiptPanel } from '#shared/pages/components/receipt-panel.ts';
import { decidingQuestion } from '#shared/pages/forms/question.ts';
import { pageResponse } from '#shared/pages/layout.ts';
import { listIn } from '#shared/pages/messages/formats.ts';
import { reportInWords } from '#shared/pages/messages/report-words.ts';
import { type OwnReport, seeReport, withContent } from '#shared/pages/own-report.ts';
import { headlineOf } from '#shared/pages/verdict-headline.ts';
import type { ReportContent } from '#shared/report/report.ts';
import type { ReportView } from '#shared/report/report-view-schema.ts';
import { byVerdict, ruleList } from './rule-list.ts';
import type { VerdictPage, VerdictVisit } from './words.ts';

/** What we found, before any paperwork. */
export const verdictPage: VerdictPage = withContent(async (visit: VerdictVisit, own, content) => {
  const { m } = visit;
  const seen = await seeReport(visit, own, lawMessages[visit.language]);
  const { view } = seen;
  const violations = byVerdict(view.findings, 'violation');
  const exempt = byVerdict(view.findings, 'exempt');
  const open = byVerdict(view.findings, 'undetermined');
  const notShown = byVerdict(view.findings, 'not_shown');
  const title = headlineOf(view.findings, m);
  return pageResponse(visit, {
    title,
    body: html`<div class="verdict${violations.length > 0 && ' broken'}">
<h1>${title}</h1>
<p>${reportInWords(content, visit)}</p>
<p>${m.receipt.saved} <strong dir="ltr" translate="no">${own.shown}</strong></p>
</div>
${view.findings.length === 0 && html`<p>${m.verdict.noRules}</p>`}
${content.sender.validity === 'impossible' && html`<p>${m.verdict.impossible}</p>`}
${content.sender.validity === 'possible' && html`<p>${m.verdict.possible}</p>`}
${violations.length > 0 && html`<h2>${m.verdict.violations}</h2><p class="hint">${m.verdict.allegation}</p>${ruleList(visit, violations, true)}`}
${question(visit, own, content, view)}
${violations.length > 0 && nextStep(visit, own, content, view)}
${exempt.length > 0 && html`<h2>${m.verdict.exempt}</h2>${ruleList(visit, exempt, false)}`}
${open.length > 0 && html`<h2>${m.verdict.open}</h2>${ruleList(visit, open, false)}`}
${notShown.length > 0 && html`<h2 class="hidden">${m.verdict.notShown(notShown.length)}</h2><details><summary>${m.verdict.notShown(notShown.length)}</summary>${ruleList(visit, notShown, false)}</details>`}
${await figures(visit, seen)}
${receiptPanel(visit, own.shown, true)}
<p><a href="/${content.input.kind}">${m.verdict.another}</a></p>`,
  });
});

function question(visit: VerdictVisit, own: OwnReport, content: ReportContent, view: ReportView): Html {
  const { m } = visit;
  const deciding = decidingQuestion(view, content, skippedBy(visit), visit);
  return deciding === null
    ? html``
    : html`<section class="panel ask" aria-labelledby="question-title">
<h2 id="question-title">${m.asking.title}</h2>
${questionPanel(visit, own, content, {
  name: deciding.name,
  errors: noErrors,
  decides: m.verdict.questionDecides(deciding.decides),
})}</section>
`;
}

function nextStep(visit: VerdictVisit, own: OwnReport, { input }: ReportContent, { findings }: ReportView): Html {
  const { m, deps, language } = visit;
  const regulators = deps.complaintRegulators(findings).map(({ name }) => name);
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
