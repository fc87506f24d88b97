import { type Html, html } from '#shared/http/html.ts';
import { dayMilliseconds } from '#shared/runtime/day.ts';
import type { DayCount } from '../day-reader.ts';
import { dayIn } from '../messages/formats.ts';
import type { Visit } from '../visit.ts';

/** Units of the drawing, which scales with the page. */
const width = 480;
const height = 96;
/** Bars become too thin to see beyond this; what lies before is in the table's figures only. */
const mostDays = 60;

/** Bars by day for the eye, and the same as a table for everybody. */
export function dayChart(visit: Visit<'figures'>, counts: readonly DayCount[]): Html {
  const { m, language } = visit;
  const days = everyDay(counts);
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) {
    return html``;
  }
  const most = Math.max(...days.map(({ reports }) => reports));
  const step = width / days.length;
  const numbers = new Intl.NumberFormat(language);
  return html`<figure>
<p class="ends" aria-hidden="true">${m.figures.most(most)}</p>
<svg class="chart" viewBox="0 0 ${width} ${height + 4}" aria-hidden="true" focusable="false">
${days.map(({ reports }, index) => {
  const tall = reports === 0 ? 0 : Math.max(3, (reports / most) * height);
  return (
    reports > 0 &&
    html`<rect x="${round(index * step + Math.min(1, step / 8))}" y="${round(height - tall)}" width="${round(Math.min(28, step - Math.min(2, step / 4)))}" height="${round(tall)}" rx="1.5"/>`
  );
})}<line x1="0" y1="${height + 1}" x2="${width}" y2="${height + 1}" stroke-width="1.5"/></svg>
<p class="ends" aria-hidden="true"><span>${dayIn(language, first.day)}</span>${days.length > 1 && html`<span>${dayIn(language, last.day)}</span>`}</p>
<figcaption><details><summary>${m.figures.chart}</summary>
<table><thead><tr><th scope="col">${m.figures.day}</th><th scope="col">${m.figures.reports}</th></tr></thead><tbody>
${counts.slice(-mostDays).map(
  ({ day, reports }) =>
    html`<tr><td>${dayIn(language, day)}</td><td>${numbers.format(reports)}</td></tr>
`,
)}</tbody></table></details></figcaption>
</figure>`;
}

/** Days without reports are drawn as gaps: time runs evenly. */
function everyDay(counts: readonly DayCount[]): DayCount[] {
  const last = counts.at(-1);
  const first = counts[0];
  if (last === undefined || first === undefined) {
    return [];
  }
  const end = Date.parse(last.day);
  const start = Math.max(Date.parse(first.day), end - (mostDays - 1) * dayMilliseconds);
  const by = new Map(counts.map(({ day, reports }) => [day, reports]));
  const length = Math.round((end - start) / dayMilliseconds) + 1;
  return Array.from({ length }, (_, index) => {
    const day = new Date(start + index * dayMilliseconds).toISOString().slice(0, 10);
    return { day, reports: by.get(day) ?? 0 };
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
