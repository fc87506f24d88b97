import type { FormFields } from '#shared/http/form-body.ts';
import { isTimeZone } from '#shared/law/time-zone.ts';
import { dateFaults } from '#shared/report/date-faults.ts';
import { readOccurred } from '#shared/report/occurred.ts';
import type { ReportContent } from '#shared/report/report.ts';
import type { FieldErrors } from '../components/error-summary.ts';
import { zonesOf } from '../own-report.ts';
import type { Visit } from '../visit.ts';
import type { QuestionName } from './question.ts';
import { lineTypes, purposes, relationships } from './report-choices.ts';
import { readWhen } from './when.ts';
import { chosen, written, yesOrNo } from './written.ts';

export type ReadAnswer =
  /** A merge patch of report fields. */
  | { readonly kind: 'answer'; readonly patch: Readonly<Record<string, unknown>> }
  /** "I do not know": not to be asked again. */
  | { readonly kind: 'skip' }
  | { readonly kind: 'wrong'; readonly errors: FieldErrors };

export function readAnswer(
  name: QuestionName,
  fields: FormFields,
  content: ReportContent,
  visit: Visit<'errors'>,
): ReadAnswer {
  const { m, deps } = visit;
  const wrong = (field: string, message: string): ReadAnswer => ({
    kind: 'wrong',
    errors: new Map([[field, message]]),
  });
  const given = (value: unknown): ReadAnswer =>
    value === undefined ? wrong(name, m.errors.choose) : { kind: 'answer', patch: { [name]: value } };
  const day = (): ReadAnswer => {
    const date = written(fields, name);
    if (date === undefined || !isDate(date)) {
      return wrong(name, date === undefined ? m.errors.dayMissing : m.errors.dateInvalid);
    }
    const faults = dateFaults({ ...content.input, [name]: date }, deps.clock());
    return faults.length > 0 ? wrong(name, m.errors.dateRange) : given(date);
  };
  switch (name) {
    case 'occurredAt':
      return timeAnswer(fields, content, visit, wrong);
    case 'timeZone': {
      const zone = written(fields, 'zone');
      return zone !== undefined && isTimeZone(zone)
        ? { kind: 'answer', patch: { timeZone: zone } }
        : wrong('zone', m.errors.choose);
    }
    case 'registeredSince':
    case 'lastDealtOn':
      return day();
    case 'purpose':
      return given(chosen(fields, name, purposes));
    case 'relationship':
      return given(chosen(fields, name, relationships));
    case 'lineType':
      return given(chosen(fields, name, lineTypes));
    case 'recorded':
    case 'callerIdShown':
    case 'surveyAlsoSells':
    case 'optOutOffered':
      return fields.get(name) === 'unknown' ? { kind: 'skip' } : given(yesOrNo(fields, name));
  }
}

function timeAnswer(
  fields: FormFields,
  content: ReportContent,
  { m, deps }: Visit<'errors'>,
  wrong: (field: string, message: string) => ReadAnswer,
): ReadAnswer {
  const time = written(fields, 'time');
  if (time === undefined) {
    return wrong('time', m.errors.timeInvalid);
  }
  const when = readWhen(
    { date: content.localDate, time, zone: written(fields, 'zone'), candidates: zonesOf(content) },
    deps.clock(),
    m,
  );
  return when.kind === 'wrong'
    ? wrong(when.field === 'date' ? 'time' : when.field, when.message)
    : { kind: 'answer', patch: { occurredAt: when.occurredAt, timeZone: when.timeZone } };
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && readOccurred(text, undefined, new Date('9999-01-01')).kind === 'occurred';
}
