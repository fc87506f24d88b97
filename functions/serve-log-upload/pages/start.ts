import { html } from '#shared/http/html.ts';
import type { HttpRequest, HttpResponse } from '#shared/http/message.ts';
import { isTimeZone } from '#shared/law/time-zone.ts';
import { errorSummary, type FieldErrors, noErrors } from '#shared/pages/components/error-summary.ts';
import { inputField, selectField } from '#shared/pages/components/field.ts';
import { openSent, tokenErrors, tokenField } from '#shared/pages/form-guard.ts';
import { zonesOfLine } from '#shared/pages/forms/when.ts';
import { written } from '#shared/pages/forms/written.ts';
import { zoneOptions } from '#shared/pages/forms/zone-options.ts';
import { pageResponse } from '#shared/pages/layout.ts';
import { parseLine } from '#shared/sender/parse-line.ts';
import type { UploadPage, UploadVisit } from '../words.ts';
import { filePage } from './file-form.ts';

const form = 'log';

/** Whose log it is. Nothing must be answered. */
export const startPage: UploadPage = (visit) => startForm(visit, noErrors);

/** Opens an upload and shows the form for the file; also when the language is changed before that form. */
export const openLog: UploadPage = async (visit) => {
  const { deps, fields, m, switching } = visit;
  if (switching && fields.get('step') !== 'file') {
    return startForm(visit, noErrors);
  }
  const token = openSent(visit, form);
  if (token.kind !== 'good') {
    return startForm(visit, tokenErrors(visit, token.kind));
  }
  const line = written(fields, 'line');
  const parsed = line === undefined ? null : parseLine(line, { country: deps.country });
  const zone = written(fields, 'zone');
  const errors = new Map([
    ...(parsed?.kind === 'refused' ? [['line', m.errors.lineInvalid] as const] : []),
    ...(zone === undefined || isTimeZone(zone) ? [] : [['zone', m.errors.choose] as const]),
  ]);
  if (errors.size > 0) {
    return startForm(visit, errors);
  }
  const [only, ...others] = parsed?.kind === 'line' ? zonesOfLine(parsed.line, deps.country) : [];
  const opened = await deps.uploads.open(
    { line, timeZone: zone ?? (others.length === 0 ? only : undefined) },
    { keepFile: true, redirect: redirectTo(visit) },
  );
  if (opened.kind === 'invalid') {
    return startForm(visit, new Map(opened.faults.map(({ pointer }) => [fieldOf(pointer), m.errors.characters])));
  }
  deps.log.info('log_upload_opened');
  return filePage(visit, opened.form);
};

const fieldOf = (pointer: string) => (pointer === '/timeZone' ? 'zone' : 'line');

/** Where the bucket sends the browser; null where we cannot know our own name: then the page says how to go on. */
function redirectTo({ request, deps }: UploadVisit): ((id: string) => string) | null {
  const base = deps.publicUrl ?? (deps.originSecret === undefined ? ownAddress(request) : null);
  return base === null ? null : (id) => `${base}/log/${id}`;
}

function ownAddress({ headers }: HttpRequest): string | null {
  const { host = '' } = headers;
  if (!/^[a-z0-9.-]{1,253}(?::\d{1,5})?$/i.test(host)) {
    return null;
  }
  return `${/^(?:127\.0\.0\.1|localhost)(?::|$)/.test(host) ? 'http' : 'https'}://${host}`;
}

function startForm(visit: UploadVisit, errors: FieldErrors): HttpResponse {
  const { m, fields, language } = visit;
  const frame = (name: string) => ({ name, value: fields.get(name) ?? '', error: errors.get(name), optional: true });
  return pageResponse(visit, {
    title: m.logUpload.title,
    status: errors.size === 0 ? 200 : 422,
    failed: errors.size > 0,
    form: 'start',
    keepable: visit.request.method === 'GET',
    body: html`${errorSummary(m, errors)}
<h1>${m.logUpload.title}</h1>
<p class="lead">${m.logUpload.lead}</p>
<form id="start" method="post" action="/log?send" novalidate data-once>
${tokenField(visit, form)}
${inputField(m, {
  ...frame('line'),
  type: 'tel',
  label: m.logUpload.line,
  hint: m.logUpload.lineHint,
  autocomplete: 'tel',
  direction: 'ltr',
})}
${selectField(m, { ...frame('zone'), label: m.log.zone, hint: m.logUpload.zoneHint, options: zoneOptions(language, []) })}
<p class="buttons"><button class="button">${m.logUpload.goOn}</button></p>
</form>
<h2>${m.logUpload.kindsTitle}</h2>
<ul>
<li>${m.logUpload.kindPhone}</li>
<li>${m.logUpload.kindVoice}</li>
<li>${m.logUpload.kindExchange}</li>
<li>${m.logUpload.kindCarrier}</li>
</ul>
<p class="hint">${m.log.notKept} <a href="/data">${m.common.myData}</a></p>`,
  });
}
