import { type Html, html } from '#shared/http/html.ts';
import type { ReportView } from '#shared/report/report-view-schema.ts';
import type { DayReader } from '../day-reader.ts';
import { dayIn } from '../messages/formats.ts';
import type { SeenReport } from '../own-report.ts';
import type { Visit } from '../visit.ts';
import { dayChart } from './day-chart.ts';

/** How many others reported the sender, and when. */
export async function figures(
  visit: Visit<'figures', { readonly days: DayReader }>,
  { view, others }: SeenReport,
): Promise<Html> {
  const { m } = visit;
  if (others === null) {
    return html`<p class="hint">${m.figures.noSender}</p>`;
  }
  return html`<section aria-labelledby="figures-title">
${others === 0 ? html`<p id="figures-title">${m.figures.none}</p>` : await crowd(visit, others, view.subject)}
</section>
`;
}

async function crowd(
  visit: Visit<'figures', { readonly days: DayReader }>,
  others: number,
  subject: ReportView['subject'],
): Promise<Html> {
  const { m, language, deps } = visit;
  const days = subject === null ? [] : await deps.days.daysOf(subject.id);
  const day = (at: string) => dayIn(language, at.slice(0, 10));
  const first = subject?.firstReported ?? null;
  const last = subject?.lastReported ?? null;
  return html`<h2 id="figures-title">${m.figures.title}</h2>
<p><strong>${m.figures.others(others)}</strong>${
    first !== null &&
    last !== null &&
    first.slice(0, 10) !== last.slice(0, 10) &&
    html` ${m.figures.since(day(first), day(last))}`
  }</p>
${days.length > 1 && dayChart(visit, days)}`;
}
