import { type Html, html } from '#shared/http/html.ts';
import type { HttpResponse } from '#shared/http/message.ts';
import { errorSummary, type FieldErrors } from '../components/error-summary.ts';
import { inputField, radioField } from '../components/field.ts';
import { tokenField } from '../form-guard.ts';
import { purposeOptions, relationshipOptions } from '../forms/report-choices.ts';
import { pageResponse } from '../layout.ts';
import type { Visit } from '../visit.ts';
import { senderOfCall } from './call-words.ts';
import type { CarriedCall } from './carried-calls.ts';
import { logForm } from './log-page.ts';
import { reportsPath } from './reports-path.ts';
import { writeRows } from './row-ranges.ts';

/** What the page about chosen calls says. */
export type FactsGroup =
  | 'common'
  | 'log'
  | 'logFacts'
  | 'logTicks'
  | 'purposes'
  | 'questions'
  | 'relationships'
  | 'sender';

export interface ChosenCalls {
  readonly id: string;
  /** Those that this form sends. */
  readonly calls: readonly CarriedCall[];
  /** The same, as the form carries them. */
  readonly packed: string;
  /** Rows that are chosen, too, and sent after these. */
  readonly rest: readonly number[];
  /** Rows that are reported already. */
  readonly done: readonly number[];
  /** How many intake has refused so far. */
  readonly refused: number;
  /** The log has parts that the person has not come to. */
  readonly goesOn: boolean;
  /** Fields that lead back to the list as it was. */
  readonly back: Readonly<Record<'part' | 'page' | 'start' | 'changed', string>>;
}

/** More are counted, not named. */
const mostNamed = 8;

/** What will be reported, and the few facts that hold for all of it: asked once. */
export function factsPage(
  visit: Visit<FactsGroup, { readonly country: string }>,
  chosen: ChosenCalls,
  errors: FieldErrors,
): HttpResponse {
  const { m, fields } = visit;
  const { id, calls, packed, rest, done, refused, goesOn, back } = chosen;
  const frame = (name: string) => ({ name, value: fields.get(name) ?? '', error: errors.get(name), optional: true });
  const title = m.logFacts.factsTitle(calls.length);
  const so = { rest: writeRows(rest), done: writeRows(done), refused: String(refused) };
  const hidden = { calls: packed, ...so, goesOn: goesOn ? 'yes' : '', ...back };
  return pageResponse(visit, {
    title,
    status: errors.size === 0 ? 200 : 422,
    failed: errors.size > 0,
    form: 'facts',
    body: html`${errorSummary(m, errors)}
<h1>${title}</h1>
${done.length > 0 && html`<p class="panel calm">${m.logFacts.doneSoFar(done.length)} <a href="${reportsPath(visit.deps.formHash, id, 'reports', { rows: done, refused, kept: true })}">${m.logTicks.doneReceipts}</a></p>`}
${senders(visit, calls)}
${rest.length > 0 && html`<p>${m.logFacts.restFollows(rest.length)}</p>`}
<form id="facts" method="post" action="/log/${id}/reports" novalidate data-once>
${tokenField(visit, logForm(id))}
${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<h2>${m.logFacts.factsAsked}</h2>
<p class="hint">${m.logFacts.factsLead}</p>
${radioField(m, { ...frame('purpose'), label: m.questions.purpose, options: purposeOptions(m) })}
${radioField(m, { ...frame('relationship'), label: m.questions.relationship, options: relationshipOptions(m) })}
${inputField(m, { ...frame('registeredSince'), type: 'date', label: m.questions.registeredSince })}
<p class="hint">${m.logFacts.chosenOnly} <a href="/data">${m.common.myData}</a></p>
<p class="buttons"><button class="button">${m.logFacts.reportNow}</button>
<button class="button plain" formaction="/log/${id}" name="go" value="list">${m.logFacts.change}</button></p>
</form>`,
  });
}

/** By who they came from, with how often. */
function senders(visit: Visit<FactsGroup, { readonly country: string }>, calls: readonly CarriedCall[]): Html {
  const { m, deps } = visit;
  const counts = new Map<string, number>();
  for (const { report } of calls) {
    const name = senderOfCall(report, deps.country, visit);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const named = [...counts].slice(0, mostNamed);
  return html`<ul class="plain-list">
${named.map(
  ([
    name,
    count,
  ]) => html`<li><bdi>${name}</bdi>${count > 1 && html` <span class="tag">${m.log.entries(count)}</span>`}</li>
`,
)}${counts.size > named.length && html`<li>${m.logFacts.andMore(counts.size - named.length)}</li>`}</ul>
`;
}
