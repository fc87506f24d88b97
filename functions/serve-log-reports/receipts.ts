import { type Html, html } from '#shared/http/html.ts';
import { goneLogPage, logForm } from '#shared/pages/call-logs/log-page.ts';
import { reportsPath } from '#shared/pages/call-logs/reports-path.ts';
import { tokenField } from '#shared/pages/form-guard.ts';
import { pageResponse } from '#shared/pages/layout.ts';
import { verdictPath } from '#shared/pages/verdict-path.ts';
import { type SentReport, type SentReports, sentReports } from './sent-reports.ts';
import type { ReportsPage, ReportsVisit } from './words.ts';

/** What was reported, to keep: its address opens it again, with the receipts of all its calls. */
export const receiptsPage: ReportsPage = async (visit) => {
  const { m, deps } = visit;
  const sent = await sentReports(visit);
  if (sent === null || (sent.reports.length === 0 && sent.left + sent.refused === 0)) {
    return goneLogPage(visit);
  }
  const { id, reports, left, refused, kept } = sent;
  const title = m.logDone.title(reports.length);
  const address = reportsPath(deps.formHash, id, 'reports', sent);
  return pageResponse(visit, {
    title,
    form: 'tongue',
    body: html`<h1>${title}</h1>
<form id="tongue" method="get" action="/log/${id}/reports">${[...new URL(address, 'https://x.example').searchParams].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}</form>
<p class="lead">${m.logDone.lead}</p>
${left > 0 && html`<p class="panel">${m.logDone.left(left)}</p>`}
${refused > 0 && html`<p class="panel">${m.logDone.refused(refused)}</p>`}
${reports.length > 0 && keeping(visit, sent)}
${bySender(reports).map((own) => group(visit, own))}
${kept ? stillHere(visit, sent) : html`<p class="panel calm">${m.logDone.erased}</p>`}`,
  });
};

/** The same as plain text: one report a line, nothing in it that a table program would run (threat T6). */
export const receiptsFile: ReportsPage = async (visit) => {
  const { reports = [] } = (await sentReports(visit)) ?? {};
  return reports.length === 0
    ? goneLogPage(visit)
    : {
        status: 200,
        headers: {
          'content-type': 'text/plain; charset=utf-8',
          'content-disposition': 'attachment; filename="receipts.txt"',
          'x-robots-tag': 'noindex',
        },
        body: `${reports.map(inOneLine).join('\r\n')}\r\n`,
      };
};

/** Receipts begin with a letter or a digit, so no line begins a formula; what a log says cannot begin another line. */
function inOneLine({ shown, sender, when }: SentReport): string {
  return [shown, when, sender].map((part) => part.replaceAll(/\p{C}/gu, ' ')).join('  ');
}

function keeping({ m, deps }: ReportsVisit, sent: SentReports): Html {
  const { id, reports } = sent;
  return html`<p class="buttons"><a class="button plain" href="${reportsPath(deps.formHash, id, 'receipts.txt', sent)}">${m.logDone.save}</a>
<button type="button" class="button plain" data-copy="${reports.map(inOneLine).join('\n')}" data-copied="${m.logDone.copied}" hidden>${m.logDone.copy}</button></p>
`;
}

function bySender(reports: readonly SentReport[]): (readonly [SentReport, ...SentReport[]])[] {
  const groups = new Map<string, [SentReport, ...SentReport[]]>();
  for (const report of reports) {
    const group = groups.get(report.sender);
    if (group === undefined) {
      groups.set(report.sender, [report]);
    } else {
      group.push(report);
    }
  }
  return [...groups.values()];
}

function group({ m }: ReportsVisit, reports: readonly [SentReport, ...SentReport[]]): Html {
  return html`<section class="sent"><h2><bdi>${reports[0].sender}</bdi>${
    reports.length > 1 && html` <span class="tag">${m.log.entries(reports.length)}</span>`
  }</h2>
<ul class="plain-list">
${reports.map(
  ({ shown, when, headline }) =>
    html`<li><span class="tag">${when}</span> <a href="${verdictPath(shown, [])}">${headline}</a> <span class="code" dir="ltr" translate="no">${shown}</span></li>
`,
)}</ul></section>
`;
}

function stillHere(visit: ReportsVisit, sent: SentReports): Html {
  const { m, deps } = visit;
  const { id } = sent;
  return html`<section class="panel" aria-labelledby="kept-title"><h2 id="kept-title">${m.logDone.keptTitle}</h2>
<p>${m.logDone.kept}</p>
<form method="post" action="${reportsPath(deps.formHash, id, 'next', sent)}" data-once>
${tokenField(visit, logForm(id))}
<p class="buttons"><a class="button" href="/log/${id}">${m.logDone.toList}</a>
<button class="button plain" name="go" value="erase">${m.logDone.erase}</button></p></form></section>
`;
}
