import { type Html, html } from '#shared/http/html.ts';
import type { HttpResponse } from '#shared/http/message.ts';
import type { CsvMapping } from '#shared/intake/call-logs/csv/csv-mapping.ts';
import type { OfferedCall } from '#shared/intake/call-logs/offered-call.ts';
import type { RereadUploadOutcome } from '#shared/intake/call-logs/uploads/call-log-uploads.ts';
import { momentOfCall, senderOfCall } from '#shared/pages/call-logs/call-words.ts';
import { listFields, listPath } from '#shared/pages/call-logs/choice.ts';
import { goneLogPage, logForm } from '#shared/pages/call-logs/log-page.ts';
import { errorSummary, type FieldErrors, noErrors } from '#shared/pages/components/error-summary.ts';
import { radioField, selectField } from '#shared/pages/components/field.ts';
import { openSent, tokenErrors, tokenField } from '#shared/pages/form-guard.ts';
import { pageResponse, seeOther } from '#shared/pages/layout.ts';
import { columnField, csvFields, fieldsOf, mappingOf } from '../mapping-fields.ts';
import type { UploadPage, UploadVisit } from '../words.ts';

interface Table {
  readonly id: string;
  readonly mapping: CsvMapping;
  /** The first rows, as they were read. */
  readonly calls: readonly OfferedCall[];
}

const queryOf = ({ request: { query } }: UploadVisit) => new Map(Object.entries(query));

/** How the columns of a table were read, to be corrected. */
export const columnsPage = withTable((visit, table) =>
  columnsForm({ ...visit, fields: new Map([...queryOf(visit), ...fieldsOf(table.mapping)]) }, table, noErrors),
);

/** Has the table read again as the person says. */
export const saveColumns = withTable(async (visit, table) => {
  const { id, mapping } = table;
  if (visit.switching) {
    return columnsForm(visit, table, noErrors);
  }
  const token = openSent(visit, logForm(id));
  if (token.kind !== 'good') {
    return columnsForm(visit, table, tokenErrors(visit, token.kind));
  }
  const read = mappingOf(visit.fields, mapping);
  return read.kind === 'wrong'
    ? columnsForm(visit, table, new Map([[columnField(read.field), visit.m.logColumns[read.why]]]))
    : afterReading(await visit.deps.uploads.reread(id, { mapping: read.mapping }), visit, table);
});

/** Of any other log, and while one is being read, there is only the list. */
function withTable(page: (visit: UploadVisit, table: Table) => Promise<HttpResponse> | HttpResponse): UploadPage {
  return async (visit) => {
    const id = visit.request.parameters['id'] ?? '';
    const read = await visit.deps.uploads.read(id);
    if (read.kind === 'unknown') {
      return goneLogPage(visit);
    }
    return read.kind === 'page' && read.page.mapping !== null
      ? page(visit, { id, mapping: read.page.mapping, calls: read.page.calls })
      : seeOther(listPath(id, visit.fields.size > 0 ? visit.fields : queryOf(visit)) ?? `/log/${id}`);
  };
}

function afterReading({ kind }: RereadUploadOutcome, visit: UploadVisit, table: Table): HttpResponse {
  const wrong = (text: string) => columnsForm(visit, table, new Map([['', text]]));
  switch (kind) {
    case 'reading':
      return seeOther(listPath(table.id, visit.fields) ?? `/log/${table.id}`);
    case 'too_often':
      return wrong(visit.m.logColumns.tooOften);
    case 'invalid':
      return wrong(visit.m.errors.choose);
    case 'gone':
    case 'unknown':
      return goneLogPage(visit);
  }
}

function columnsForm(visit: UploadVisit, table: Table, errors: FieldErrors): HttpResponse {
  const { m, fields } = visit;
  const value = (name: string) => fields.get(name) ?? '';
  const radio = (name: string, label: string, options: Readonly<Record<string, string>>) =>
    radioField(m, { name, label, value: value(name), error: errors.get(name), options: Object.entries(options) });
  const columns = columnOptions(visit, table.mapping);
  return pageResponse(visit, {
    title: m.logColumns.title,
    status: errors.size === 0 ? 200 : 422,
    failed: errors.size > 0,
    form: 'columns',
    body: html`${errorSummary(m, errors)}
<h1>${m.logColumns.title}</h1>
<p class="lead">${m.logColumns.lead}</p>
${asRead(visit, table)}
<form id="columns" method="post" action="/log/${table.id}/columns" novalidate data-once>
${tokenField(visit, logForm(table.id))}
${listFields.map((name) => value(name) !== '' && html`<input type="hidden" name="${name}" value="${value(name)}">`)}
<div class="grid">
${csvFields.map((field) =>
  selectField(m, {
    name: columnField(field),
    label: m.logColumns.fields[field],
    value: value(columnField(field)),
    error: errors.get(columnField(field)),
    options: columns,
  }),
)}</div>
${radio('dateOrder', m.logColumns.dateOrder, m.logColumns.dateOrders)}
${radio('otherwise', m.logColumns.otherwise, m.logColumns.ways)}
${radio('durationIn', m.logColumns.durationIn, m.logColumns.durations)}
${radio('utc', m.logColumns.clock, m.logColumns.clocks)}
<p class="buttons"><button class="button">${m.logColumns.save}</button> <a href="${listPath(table.id, fields) ?? `/log/${table.id}`}">${m.common.back}</a></p>
</form>`,
  });
}

/** The first rows as they were read, to hold against the file. */
function asRead(visit: UploadVisit, { calls }: Table): Html {
  const { m, language, deps } = visit;
  const first = calls.slice(0, 3);
  return first.length === 0
    ? html``
    : html`<section class="panel calm" aria-labelledby="read-title"><h2 id="read-title">${m.logColumns.asRead}</h2>
<ul class="plain-list">${first.map(
        ({ report, direction }) =>
          html`<li><bdi>${senderOfCall(report, deps.country, visit)}</bdi> <span class="tag">${momentOfCall(report, language)}, ${m.logDirections[direction]}</span></li>
`,
      )}</ul></section>
`;
}

/** Columns by their number; as many as the table may have. */
function columnOptions({ m }: UploadVisit, { columns }: CsvMapping): [string, string][] {
  const used = Math.max(...Object.values(columns).map((column: number | undefined) => column ?? 0));
  return Array.from({ length: Math.max(20, used + 5) }, (_, index): [string, string] => [
    String(index),
    m.logColumns.column(index + 1),
  ]);
}
