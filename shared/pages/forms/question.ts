import { type Html, html } from '#shared/http/html.ts';
import type { ReportContent } from '#shared/report/report.ts';
import type { ReportView } from '#shared/report/report-view-schema.ts';
import type { FieldErrors } from '../components/error-summary.ts';
import { inputField, type Options, radioField, selectField } from '../components/field.ts';
import type { Messages } from '../messages/messages.ts';
import { zonesOf } from '../own-report.ts';
import type { Visit } from '../visit.ts';
import { lineTypeOptions, purposeOptions, relationshipOptions, yesNoOptions } from './report-choices.ts';
import { zoneOptions } from './zone-options.ts';

const questions = [
  ...['occurredAt', 'timeZone', 'recorded', 'callerIdShown', 'purpose', 'surveyAlsoSells'],
  ...['registeredSince', 'lineType', 'relationship', 'lastDealtOn', 'optOutOffered'],
] as const;

/** What the questions say. */
export type QuestionGroup = 'asking' | 'lineTypes' | 'purposes' | 'questions' | 'relationships';

export type QuestionName = keyof Messages['questions'];

export function questionNamed(name: string, { m }: Visit<'questions'>): QuestionName | null {
  return isQuestion(name, m.questions) ? name : null;
}

function isQuestion(name: string, known: Messages['questions']): name is QuestionName {
  return Object.hasOwn(known, name);
}

/** The question whose answer decides most rules, and how many; the first found where several decide as many. */
export function decidingQuestion(
  { findings }: Pick<ReportView, 'findings'>,
  content: ReportContent,
  skip: readonly string[],
  visit: Visit<'questions'>,
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
export function questionFields(
  name: QuestionName,
  content: ReportContent,
  errors: FieldErrors,
  visit: Visit<QuestionGroup>,
): Html {
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
    selectField(m, { ...frame('zone', m.questions.timeZone), options: zoneOptions(language, zones), zone: true });
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
      return radios(lineTypeOptions(m));
    case 'recorded':
    case 'callerIdShown':
    case 'surveyAlsoSells':
    case 'optOutOffered':
      return radios(yesNoOptions(m));
  }
}
