import { type Html, html } from '#shared/http/html.ts';
import { skipReasons } from '#shared/intake/call-logs/log-row.ts';
import { selectField } from '#shared/pages/components/field.ts';
import { zoneOptions } from '#shared/pages/forms/zone-options.ts';
import type { LogVisit } from '../words.ts';
import type { ListedLog } from './with-log.ts';

/** What a person must know about a log before they trust its list: what is missing of it, and what was guessed. */
export function aboutLog(visit: LogVisit, { id, page, part }: ListedLog): Html {
  const { m, language } = visit;
  const { skipped, calls } = page;
  const counts = skipReasons
    .map((reason) => [reason, skipped.filter((row) => row.reason === reason).length] as const)
    .filter(([, count]) => count > 0);
  const numbers = new Intl.NumberFormat(language);
  return html`${!page.complete && html`<p class="panel">${m.logList.incomplete}</p>`}
${page.mapping !== null && html`<p class="panel">${m.logList.columnsGuessed} <button class="link" form="calls" name="go" value="columns">${m.logList.columnsCorrect}</button></p>`}
${calls.length === 0 && html`<p class="panel">${m.logList.nothingFound} <a href="/log">${m.log.startAgain}</a></p>`}
${
  counts.length > 0 &&
  html`<details${calls.length === 0 && html` open`}><summary>${m.logList.skipped(skipped.length)}</summary>
<ul>${counts.map(([reason, count]) => html`<li>${m.logSkips[reason]}: ${numbers.format(count)}</li>`)}</ul></details>`
}
${
  (part !== '' || page.cursor !== null) &&
  html`<p class="panel">${m.logList.long} ${part !== '' && html`<a href="/log/${id}">${m.logList.firstPart}</a> `}${
    page.cursor !== null && html`<a href="/log/${id}?part=${page.cursor}">${m.logList.nextPart}</a>`
  }</p>`
}`;
}

/** A clock without a place: only the day of such calls counts until the person says where it ran. */
export function zoneQuestion({ m, language, fields }: LogVisit, id: string, error: string | undefined): Html {
  return html`<section class="panel ask" aria-labelledby="zone-title"><h2 id="zone-title">${m.logList.zoneTitle}</h2>
${selectField(m, { name: 'zone', value: fields.get('zone') ?? '', error, label: m.log.zone, hint: m.logList.zoneWhy, options: zoneOptions(language, []), zone: true })}
<p class="buttons"><button class="button plain" formaction="/log/${id}/zone">${m.logList.zoneUse}</button></p></section>
`;
}
