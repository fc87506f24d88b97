import { type Html, html } from '#shared/http/html.ts';
import type { HttpResponse } from '#shared/http/message.ts';
import type { OfferedCall } from '#shared/intake/call-logs/offered-call.ts';
import { durationIn, momentOfCall, senderOfCall } from '#shared/pages/call-logs/call-words.ts';
import { type Choice, choiceFields, isTicked } from '#shared/pages/call-logs/choice.ts';
import { doneBefore } from '#shared/pages/call-logs/done-before.ts';
import { logForm } from '#shared/pages/call-logs/log-page.ts';
import { writeRows } from '#shared/pages/call-logs/row-ranges.ts';
import { errorSummary, type FieldErrors, noErrors } from '#shared/pages/components/error-summary.ts';
import { tokenField } from '#shared/pages/form-guard.ts';
import { pageResponse } from '#shared/pages/layout.ts';
import { type CallGroup, groupCalls, type ListPage, listPage } from '../list/call-groups.ts';
import type { LogVisit } from '../words.ts';
import { aboutLog, zoneQuestion } from './about-log.ts';
import type { ListedLog } from './with-log.ts';

interface ListState {
  readonly choice: Choice;
  /** Which page of the list. */
  readonly number: number;
  readonly errors?: FieldErrors;
}

/** The calls of a log with their ticks, by who they came from. */
export function listView(
  visit: LogVisit,
  log: ListedLog,
  { choice, number, errors = noErrors }: ListState,
): HttpResponse {
  const { m } = visit;
  const { id, part, page } = log;
  const { done, refused } = doneBefore(visit);
  const list = listPage(groupCalls(page.calls), number);
  const ticked = page.calls.filter((call) => isTicked(call, choice)).length;
  const shown = list.groups.flatMap(({ calls }) => calls.map(({ row }) => row));
  return pageResponse(visit, {
    title: m.logList.listTitle,
    status: errors.size === 0 ? 200 : 422,
    failed: errors.size > 0,
    form: 'calls',
    body: html`${errorSummary(m, errors)}
<h1>${m.logList.listTitle}</h1>
<p class="lead">${m.logList.listLead}</p>
${aboutLog(visit, log)}
<form id="calls" method="post" action="/log/${id}" data-once>
${tokenField(visit, logForm(id))}
<input type="hidden" name="part" value="${part}">
<input type="hidden" name="page" value="${list.number}">
<input type="hidden" name="shown" value="${writeRows(shown)}">
${done.length > 0 && html`<input type="hidden" name="done" value="${writeRows(done)}">`}
${refused > 0 && html`<input type="hidden" name="refused" value="${refused}">`}
${choiceFields(choice).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${page.timeZoneNeeded && zoneQuestion(visit, id, errors.get('zone'))}
${
  page.calls.length > 0 &&
  html`<div class="tally"><strong>${m.logList.ticked(ticked)}</strong> <span>${m.logList.found(page.calls.length)}</span>
<button class="link" name="go" value="none">${m.logList.untickAll}</button> <button class="link" name="go" value="usual">${m.logList.tickUsual}</button></div>`
}
${list.groups.map((group, index) => groupView(visit, group, choice, list.groups[index - 1]))}
${list.pages > 1 && turning(visit, list)}
${page.calls.length > 0 && html`<p class="buttons"><button class="button" name="go" value="facts">${m.logList.review}</button></p>`}
</form>
<p class="hint">${m.log.notKept} <a href="/data">${m.common.myData}</a></p>`,
  });
}

function groupView(visit: LogVisit, group: CallGroup, choice: Choice, before: CallGroup | undefined): Html {
  const { m } = visit;
  const [first] = group.calls;
  if (first === undefined) {
    return html``;
  }
  const heading = before === undefined || before.stranger !== group.stranger;
  const all = group.calls.every((call) => isTicked(call, choice));
  return html`${heading && html`<h2>${group.stranger ? m.logList.strangers : m.logList.others}</h2>${!group.stranger && html`<p class="hint">${m.logList.othersHint}</p>`}`}
<fieldset class="party" id="party-${first.row}">
<legend><bdi>${senderOfCall(first.report, visit.deps.country, visit)}</bdi>${
    group.calls.length > 1 && html` <span class="tag">${m.log.entries(group.calls.length)}</span>`
  }${first.contact && html` <span class="tag">${m.logList.contact}</span>`}</legend>
${group.calls.map((call) => callView(visit, call, isTicked(call, choice)))}${
  group.calls.length > 2 &&
  html`<button class="link" name="go" value="group:${first.row}" formaction="/log/${visit.request.parameters['id']}#party-${first.row}">${all ? m.logList.untickGroup : m.logList.tickGroup}</button>`
}</fieldset>
`;
}

function callView({ m, language }: LogVisit, call: OfferedCall, ticked: boolean): Html {
  const { row, report, direction, durationSeconds } = call;
  const way = m.logDirections[report.kind === 'text' ? (direction === 'out' ? 'textOut' : 'textIn') : direction];
  const lasted = durationSeconds !== null && durationSeconds > 0 ? `, ${durationIn(language, durationSeconds)}` : '';
  return html`<div class="choice"><input type="checkbox" id="row-${row}" name="row" value="${row}"${ticked && html` checked`}><label for="row-${row}">${momentOfCall(report, language)} <span class="tag">${way}${lasted}</span>${
    report.text !== undefined && html`<span class="words" dir="auto">${beginningOf(report.text)}</span>`
  }</label></div>
`;
}

/** Enough to know a text again. */
function beginningOf(text: string): string {
  const line = text.slice(0, 400).replaceAll(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 120).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
}

function turning({ m }: LogVisit, { number, pages }: ListPage): Html {
  return html`<div class="turn"><span>${m.logList.pageOf(number, pages)}</span>
${number > 1 && html`<button class="button plain" name="go" value="page:${number - 1}">${m.logList.previous}</button>`}
${number < pages && html`<button class="button plain" name="go" value="page:${number + 1}">${m.logList.next}</button>`}</div>
`;
}
