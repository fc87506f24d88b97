import { html } from '#shared/http/html.ts';
import type { HttpResponse } from '#shared/http/message.ts';
import { uploadLimits } from '#shared/intake/call-logs/limits.ts';
import type { UploadForm } from '#shared/intake/call-logs/uploads/call-log-uploads.ts';
import { tokenField } from '#shared/pages/form-guard.ts';
import { pageResponse } from '#shared/pages/layout.ts';
import type { UploadVisit } from '../words.ts';

const megabyte = 1024 * 1024;

/**
 * The file goes from the browser straight to the bucket: this page alone may send a form there. The language switch sends
 * the form before it once more, and another upload is opened.
 */
export function filePage(visit: UploadVisit, { id, url, fields }: UploadForm): HttpResponse {
  const { m, fields: sent, language } = visit;
  const megabytes = new Intl.NumberFormat(language, { style: 'unit', unit: 'megabyte' });
  const most = megabytes.format(uploadLimits.fileBytes / megabyte);
  return pageResponse(visit, {
    title: m.logUpload.fileTitle,
    form: 'again',
    formsTo: url,
    body: html`<h1>${m.logUpload.fileTitle}</h1>
<p class="lead">${m.logUpload.fileLead}</p>
<form id="again" method="post" action="/log?send">
${tokenField(visit, 'log')}
<input type="hidden" name="step" value="file">
<input type="hidden" name="line" value="${sent.get('line')}">
<input type="hidden" name="zone" value="${sent.get('zone')}">
</form>
<form id="upload" method="post" action="${url}" enctype="multipart/form-data" data-once>
${Object.entries(fields).map(
  ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">
`,
)}<div class="field">
<label for="file">${m.logUpload.file}</label>
<p class="hint" id="file-hint">${m.logUpload.fileHint(most)}</p>
<p class="error" id="file-error" role="alert" hidden>${m.logUpload.fileTooLarge(most)}</p>
<input type="file" id="file" name="file" required aria-describedby="file-hint" data-most-bytes="${uploadLimits.fileBytes}" data-error="file-error">
</div>
<p class="buttons"><button class="button">${m.logUpload.send}</button></p>
</form>
<p>${m.logUpload.sent} <a href="/log/${id}">${m.logUpload.seeList}</a></p>
<p class="hint">${m.log.notKept} <a href="/data">${m.common.myData}</a></p>`,
  });
}
