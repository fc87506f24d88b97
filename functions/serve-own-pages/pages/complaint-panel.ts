import type { Complaint } from '#shared/complaint/complaint.ts';
import { unwrapped } from '#shared/complaint/plain-text.ts';
import { type Html, html } from '#shared/http/html.ts';
import type { Language } from '#shared/intake/language.ts';
import type { Regulator } from '#shared/law/rulebook.ts';
import { stepsIn } from '#shared/law/steps-in-languages.ts';
import { proofPanel } from '#shared/pages/components/proof-panel.ts';
import { dayIn } from '#shared/pages/messages/formats.ts';
import type { ReporterComplaint } from '#shared/report/ports.ts';
import type { ReportView } from '#shared/report/report-view-schema.ts';
import type { OwnVisit } from '../words.ts';

interface PanelParts {
  readonly receipt: string;
  readonly reportId: string;
  readonly summary: ReportView['complaints'][number];
  readonly complaint: Complaint | undefined;
  readonly letter: ReporterComplaint | null;
}

/** One complaint: where it is, who has it, what comes next and by when, and its letter. */
export function complaintPanel(visit: OwnVisit, { receipt, reportId, summary, complaint, letter }: PanelParts): Html {
  const { m, deps, language } = visit;
  const { id, status } = summary;
  const regulator = deps.regulators.find((each) => each.id === summary.regulator);
  const name = regulator?.name ?? summary.regulator;
  const until = complaint?.extendedUntil ?? null;
  const awaited = ['queued', 'submitted', 'acknowledged'].includes(status);
  return html`<section class="panel" aria-labelledby="c-${id}">
<h3 id="c-${id}" lang="en">${name}</h3>
<dl class="facts">
<dt>${m.status.state}</dt><dd><strong>${m.complaintStates[status]}</strong></dd>
<dt>${m.status.who}</dt><dd>${holder(status, name, visit)}</dd>
${summary.reference !== null && html`<dt>${m.status.reference}</dt><dd>${summary.reference}</dd>`}
${awaited && html`<dt>${m.status.by}</dt><dd>${until === null ? byWhen(summary, visit) : m.status.until(dayIn(language, until))}</dd>`}
</dl>
${status === 'incomplete' && toComplete(visit, receipt, reportId, summary.missing)}
${
  letter !== null &&
  html`${
    status === 'handed_over' &&
    html`<p>${m.status.steps}</p>${stepList(language, regulator)}
<p><a href="${pageOf(letter.regulatorPage)}" rel="noreferrer noopener">${m.status.regulatorPage}</a></p>`
  }
<details><summary>${m.status.letter}</summary>
<pre class="paper" lang="en" dir="auto" tabindex="0" role="region" aria-labelledby="c-${id}">${unwrapped(letter.letter)}</pre>
<p><a href="/v1/reports/${receipt}/complaints/${id}/letter.txt" download>${m.status.download}</a></p></details>`
}
</section>
`;
}

function stepList(language: Language, regulator: Regulator | undefined): Html | false {
  if (regulator === undefined) {
    return false;
  }
  const own = stepsIn(language, regulator);
  return html`<ol lang="${own.language}">${own.steps.map((step) => html`<li>${step}</li>`)}</ol>`;
}

function holder(status: ReportView['complaints'][number]['status'], regulator: string, { m }: OwnVisit): string {
  switch (status) {
    case 'incomplete':
    case 'queued':
      return m.status.whoUs;
    case 'handed_over':
      return m.status.whoYou;
    case 'withdrawn':
      return '–';
    default:
      return regulator;
  }
}

function byWhen({ nextStep, nextStepBy }: ReportView['complaints'][number], { m, language }: OwnVisit): string {
  if (nextStepBy !== null) {
    return dayIn(language, nextStepBy.slice(0, 10));
  }
  return nextStep === 'no_individual_answer' ? m.status.noAnswer : m.status.noDate;
}

function toComplete(visit: OwnVisit, receipt: string, reportId: string, missing: readonly string[]): Html {
  const { m } = visit;
  const proofOnly = missing.every((pointer) => pointer === '/contactProof');
  return html`${missing.includes('/contactProof') && proofPanel(visit, receipt, reportId)}${
    !proofOnly && html`<p class="buttons"><a class="button" href="/r/${receipt}/complaint">${m.status.missing}</a></p>`
  }`;
}

/** From our own rulebooks; anything but a web address would still be no link. */
function pageOf(page: string): string {
  return page.startsWith('https://') ? page : '/';
}
