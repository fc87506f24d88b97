import { type Html, html } from '#shared/http/html.ts';
import { figures } from '#shared/pages/components/figures.ts';
import { proofInWords, proofOutcome, proofPath } from '#shared/pages/components/proof-panel.ts';
import { receiptPanel } from '#shared/pages/components/receipt-panel.ts';
import { pageResponse } from '#shared/pages/layout.ts';
import { dayIn, momentIn, zoneIn } from '#shared/pages/messages/formats.ts';
import { reportInWords } from '#shared/pages/messages/report-words.ts';
import { type OwnReport, type SeenReport, seeReport, withReport, zonesOf } from '#shared/pages/own-report.ts';
import type { ReportView } from '#shared/report/report-view-schema.ts';
import { dayMilliseconds } from '#shared/runtime/day.ts';
import { complaintsOf, type Happened, storyOf } from '../story.ts';
import type { OwnVisit } from '../words.ts';
import { complaintPanel } from './complaint-panel.ts';

/** Where a report stands: now, next and by when, who has it, and everything that happened. */
export const ownStatusPage = withReport(async (visit: OwnVisit, own) => {
  const { m } = visit;
  const [seen, complaints] = await Promise.all([seeReport(visit, own), complaintsOf(own.report, visit.deps)]);
  const { view } = seen;
  const letters = await Promise.all(view.complaints.map(({ id }) => visit.deps.letters.complaintOf(own.report.id, id)));
  const { content } = own.report;
  const wanted = content?.input.complain === true && view.complaints.length === 0;
  const preparing = wanted && visit.deps.complaintRegulators(view.findings).length > 0;
  const outcome = proofOutcome(visit);
  return pageResponse(visit, {
    title: m.status.reportTitle,
    body: html`<h1>${m.status.reportTitle}</h1>
${content !== null && html`<p class="lead">${reportInWords(content, visit)}</p>`}
<section class="panel calm" aria-labelledby="now-title"><h2 id="now-title">${m.status.now}</h2>
<p><strong>${m.reportStates[view.status]}</strong></p>
${preparing && html`<p>${m.status.preparing} <a href="${proofPath(own.shown, outcome)}">${m.status.lookAgain}</a></p>`}
${wanted && !preparing && html`<p>${m.status.nothingYet}</p>`}
${preparing && outcome !== null && html`<p role="status"><strong>${proofInWords(outcome, visit)}</strong></p>`}
${next(visit, own, seen)}
</section>
${
  view.complaints.length > 0 &&
  html`<h2>${m.status.complaints}</h2>
${view.complaints.map((summary, index) =>
  complaintPanel(visit, {
    receipt: own.shown,
    reportId: own.report.id,
    summary: own.report.content === null ? takenBack(summary) : summary,
    complaint: complaints.find(({ id }) => id === summary.id),
    letter: letters[index] ?? null,
  }),
)}`
}
${story(visit, own, storyOf(own.report, complaints))}
${content !== null && (await figures(visit, seen))}
${content !== null && choices(visit, own)}
${receiptPanel(visit, own.shown, false)}`,
  });
});

/** What no regulator has is withdrawn with its report; the complaint's own state says so some seconds later. */
function takenBack(summary: ReportView['complaints'][number]): ReportView['complaints'][number] {
  return ['incomplete', 'queued', 'handed_over'].includes(summary.status)
    ? { ...summary, status: 'withdrawn' }
    : summary;
}

function next(visit: OwnVisit, { report }: OwnReport, { view }: SeenReport): Html {
  const { m, language, deps } = visit;
  if (report.content === null) {
    return html``;
  }
  const until = new Date(Date.parse(report.updatedAt) + deps.retentionDays * dayMilliseconds)
    .toISOString()
    .slice(0, 10);
  return html`<h3>${m.status.nextTitle}</h3>
${view.complaints.length === 0 && report.content.input.complain !== true && html`<p>${m.status.nextNothing}</p>`}
<p>${m.status.keptUntil(dayIn(language, until))}</p>`;
}

function story(visit: OwnVisit, { report }: OwnReport, happened: readonly Happened[]): Html {
  const { m, language, deps } = visit;
  const zone = (report.content === null ? undefined : zonesOf(report.content)[0]) ?? 'UTC';
  const name = (id: string) => deps.regulators.find((each) => each.id === id)?.name ?? id;
  return html`<h2>${m.status.history}</h2>
<ol class="story">
${happened.map(
  ({
    at,
    event,
    regulator,
    note,
    until,
  }) => html`<li><time datetime="${at}">${momentIn(language, at, zone)}</time>${m.events[event]}${
    regulator !== null && html` <span class="tag">${name(regulator)}</span>`
  }${note !== null && html` <span class="tag" dir="auto">${note}</span>`}${
    until !== null && html` <span class="tag">${m.status.until(dayIn(language, until))}</span>`
  }</li>
`,
)}</ol>
<p class="hint">${m.status.timesIn(zoneIn(language, zone))}</p>`;
}

function choices({ m }: OwnVisit, { shown }: OwnReport): Html {
  return html`<p class="buttons"><a class="button" href="/r/${shown}/verdict">${m.status.verdict}</a>
<a class="button plain" href="/r/${shown}/correct">${m.status.correct}</a>
<a class="button plain" href="/r/${shown}/withdraw">${m.status.withdraw}</a></p>`;
}
