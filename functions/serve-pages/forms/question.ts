import type { FormFields } from '#shared/http/form-body.ts';
import type { Html } from '#shared/http/html.ts';
import { html } from '#shared/http/html.ts';
import { isTimeZone } from '#shared/law/time-zone.ts';
import { dateFaults } from '#shared/report/date-faults.ts';
import { readOccurred } from '#shared/report/occurred.ts';
import type { ReportContent } from '#shared/report/report.ts';
import type { ReportView } from '#shared/report/report-view-schema.ts';
import type { FieldErrors } from '../components/error-summary.ts';
import { inputField, type Options, radioField, selectField } from '../components/field.ts';
import { zonesOf } from '../own-report.ts';
import type { Visit } from '../visit.ts';
import { purposes, relationships } from './read-report.ts';
import { purposeOptions, relationshipOptions, yesNoOptions } from './report-fields.ts';
import { readWhen } from './when.ts';
import { chosen, written, yesOrNo } from './written.ts';
import { zoneOptions } from './zone-options.ts';

const questions = [
  ...['occurredAt', 'timeZone', 'recorded', 'callerIdShown', 'purpose', 'surveyAlsoSells'],
  ...['registeredSince', 'lineType', 'relationship', 'lastDealtOn', 'optOutOffered'],
] as const;

export type QuestionName = keyof Visit['m']['questions'];

const lineTypes = ['wireless', 'residential', 'business'] as const;

export function questionNamed(name: string, { m }: Visit): QuestionName | null {
  return isQuestion(name, m.questions) ? name : null;
}

function isQuestion(name: string, known: Visit['m']['questions']): name is QuestionName {
  return Object.hasOwn(known, name);
}

/** The question whose answer decides most rules, and how many; the first found where several decide as many. */
export function decidingQuestion(
  { findings }: Pick<ReportView, 'findings'>,
  content: ReportContent,
  skip: readonly string[],
  visit: Visit,
): { readonly name: QuestionName; readonly decides: number } | null {
  const decides = new Map<QuestionName, number>();
  for (const { question } of findings) {
    const name = questionNamed(question?.pointer.slice(1) ?? '', visit);
    if (name !== null && !skip.includes(name) && !isAnsweredUnknown(name, content)) {
      decides.set(name, (decides.get(name) ?? 0) + 1);
    }
  }
  const order = (name: QuestionName) => questions.indexOf(name);
  const [first] = [...decides].sort(([a, countA], [b, countB]) => countB - countA || order(a) - order(b));
  return first === undefined ? null : { name: first[0], decides: first[1] };
}

function isAnsweredUnknown(name: QuestionName, { input }: ReportContent): boolean {
  return (name === 'purpose' || name === 'relationship') && input[name] === 'unknown';
}

/** The fields of a question. */
export function questionFields(name: QuestionName, content: ReportContent, errors: FieldErrors, visit: Visit): Html {
  const { m, language, fields } = visit;
  const frame = (field: string, label: string) => ({
    name: field,
    label,
    value: fields.get(field) ?? '',
    error: errors.get(field),
  });
  const own = frame(name, m.questions[name]);
  const zones = zonesOf(content);
  const zone = () =>
    selectField(m, { ...frame('zone', m.form.zone), options: zoneOptions(language, zones), zone: true });
  const radios = (options: Options) => radioField(m, { ...own, options });
  switch (name) {
    case 'occurredAt':
      return html`${inputField(m, { ...frame('time', m.questions.occurredAt), type: 'time' })}${zones.length !== 1 && zone()}`;
    case 'timeZone':
      return selectField(m, {
        ...frame('zone', m.questions.timeZone),
        options: zoneOptions(language, zones),
        zone: true,
      });
    case 'registeredSince':
    case 'lastDealtOn':
      return inputField(m, { ...own, type: 'date' });
    case 'purpose':
      return radios(purposeOptions(m));
    case 'relationship':
      return radios(relationshipOptions(m));
    case 'lineType':
      return radios(lineTypes.map((type) => [type, m.lineTypes[type]]));
    case 'recorded':
    case 'callerIdShown':
    case 'surveyAlsoSells':
    case 'optOutOffered':
      return radios(yesNoOptions(m));
  }
}

export type ReadAnswer =
  /** A merge patch of report fields. */
  | { readonly kind: 'answer'; readonly patch: Readonly<Record<string, unknown>> }
  /** "I do not know": not to be asked again. */
  | { readonly kind: 'skip' }
  | { readonly kind: 'wrong'; readonly errors: FieldErrors };

export function readAnswer(name: QuestionName, fields: FormFields, content: ReportContent, visit: Visit): ReadAnswer {
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
  { m, deps }: Visit,
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
