import type { FormFields } from '#shared/http/form-body.ts';
import { html } from '#shared/http/html.ts';
import type { HttpResponse } from '#shared/http/message.ts';
import { localTime } from '#shared/law/time-zone.ts';
import { errorSummary, type FieldErrors, noErrors } from '#shared/pages/components/error-summary.ts';
import { openSent, tokenErrors, tokenField } from '#shared/pages/form-guard.ts';
import { readReport } from '#shared/pages/forms/read-report.ts';
import { reportFields } from '#shared/pages/forms/report-fields.ts';
import { pageResponse, seeOther } from '#shared/pages/layout.ts';
import { type OwnReport, withContent, zonesOf } from '#shared/pages/own-report.ts';
import { verdictPath } from '#shared/pages/verdict-path.ts';
import { amendReport } from '#shared/report/amend-report.ts';
import type { ReportContent } from '#shared/report/report.ts';
import { lineEnding } from '#shared/sender/display-sender.ts';
import type { FormVisit } from '../words.ts';

/** The report as a form to change; of the reporter's own line only its end is shown (threat T14). */
export const correctPage = withContent((visit: FormVisit, own, content) =>
  form({ ...visit, fields: fieldsOf(content) }, own, content, noErrors),
);

export const saveCorrection = withContent(async (visit: FormVisit, own, content) => {
  const { fields, deps, m } = visit;
  if (visit.switching) {
    return form(visit, own, content, noErrors);
  }
  const token = openSent(visit, formOf(own));
  if (token.kind !== 'good') {
    return form(visit, own, content, tokenErrors(visit, token.kind));
  }
  const { kind } = content.input;
  const read = readReport(fields, { kind, country: deps.country, now: deps.clock(), m, keptLine: content.line });
  if (read.kind === 'wrong') {
    return form(visit, own, content, read.errors);
  }
  const amended = await amendReport(own.report.id, patchOf(read.input, isSameTime(fields, fieldsOf(content))), deps);
  switch (amended.kind) {
    case 'amended':
      return seeOther(verdictPath(own.shown, []));
    case 'exhausted':
      return form(visit, own, content, new Map([['', m.errors.tooMany]]));
    default:
      return form(visit, own, content, new Map([['', m.errors.busy]]));
  }
});

const formOf = ({ report }: OwnReport) => `correct ${report.id}`;

/** Fields of the form that an empty answer takes away. The line is none of them: it stays unless another is given. */
const erasable = [
  ...['sender', 'callerIdShown', 'timeZone', 'text', 'recorded', 'purpose', 'relationship', 'topic'],
  ...['callerName', 'sellerName', 'askedToStopOn'],
];

/** A time that nobody changed stays as it was told: the form shows minutes, and no clock where the zone is not known. */
function patchOf(input: object, sameTime: boolean): Record<string, unknown> {
  const patch = { ...Object.fromEntries(erasable.map((name) => [name, null])), ...input };
  return sameTime ? Object.fromEntries(Object.entries(patch).filter(([name]) => !timeFields.includes(name))) : patch;
}

const timeFields = ['occurredAt', 'timeZone'];

function isSameTime(sent: FormFields, shown: FormFields): boolean {
  return ['date', 'time', 'zone'].every((name) => (sent.get(name) ?? '') === (shown.get(name) ?? ''));
}

function fieldsOf(content: ReportContent): FormFields {
  const { input, occurred, localDate } = content;
  const zones = zonesOf(content);
  const [zone] = zones;
  const withheld = content.sender.type === 'withheld';
  const clock =
    occurred.timeKnown && zone !== undefined
      ? new Date(localTime(zone, Date.parse(occurred.at)).clock).toISOString().slice(11, 16)
      : undefined;
  const values: Readonly<Record<string, string | undefined>> = {
    sender: withheld ? undefined : input.sender,
    withheld: withheld ? 'yes' : undefined,
    date: localDate,
    time: clock,
    // Of several possible zones the one whose clock is shown, so that the two belong together.
    zone: zones.length === 1 || clock === undefined ? undefined : zone,
    text: input.text,
    purpose: input.purpose,
    recorded: input.recorded === undefined ? undefined : input.recorded ? 'yes' : 'no',
    relationship: input.relationship,
    topic: input.topic,
    callerName: input.callerName,
    sellerName: input.sellerName,
    askedToStopOn: input.askedToStopOn,
  };
  return new Map(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function form(visit: FormVisit, own: OwnReport, content: ReportContent, errors: FieldErrors): HttpResponse {
  const { m, language, fields } = visit;
  return pageResponse(visit, {
    title: m.correct.title,
    status: errors.size === 0 ? 200 : 422,
    failed: errors.size > 0,
    form: 'correct',
    body: html`${errorSummary(m, errors)}
<h1>${m.correct.title}</h1>
<p class="lead">${m.correct.lead}</p>
<form id="correct" method="post" action="/r/${own.shown}/correct" novalidate data-once>
${tokenField(visit, formOf(own))}
${reportFields({
  kind: content.input.kind,
  language,
  m,
  fields,
  errors,
  zones: zonesOf(content),
  lineEnding: content.line === null ? undefined : lineEnding(content.line),
})}
<p class="buttons"><button class="button">${m.correct.save}</button>
<a href="/r/${own.shown}">${m.common.back}</a></p>
</form>`,
  });
}
