import type { FormFields } from '#shared/http/form-body.ts';
import { type Html, html } from '#shared/http/html.ts';
import type { Language } from '#shared/intake/language.ts';
import { topics } from '#shared/report/topics.ts';
import type { FieldErrors } from '../components/error-summary.ts';
import { areaField, inputField, radioField, selectField, tick } from '../components/field.ts';
import type { Words } from '../messages/messages.ts';
import { purposeOptions, relationshipOptions, yesNoOptions } from './report-choices.ts';
import { zoneOptions } from './zone-options.ts';

/** What the form of a report says. */
export type ReportFormGroup = 'common' | 'form' | 'purposes' | 'questions' | 'relationships' | 'topics';

export interface FieldsOfReport {
  readonly kind: 'call' | 'text';
  readonly language: Language;
  readonly m: Words<ReportFormGroup>;
  readonly fields: FormFields;
  readonly errors: FieldErrors;
  /** The zones that the line allows. The question for it is on the page only once it is needed. */
  readonly zones: readonly string[];
  /** The end of the line that a correction keeps. */
  readonly lineEnding?: string | undefined;
}

/** The fields of a report of one kind, filled with what was entered. */
export function reportFields(parts: FieldsOfReport): Html {
  const { m, kind, errors, fields } = parts;
  const value = (name: string) => fields.get(name) ?? '';
  const frame = (name: string) => ({ name, value: value(name), error: errors.get(name) });
  return html`${kind === 'call' ? callSender(parts) : textSender(parts)}
<div class="pair">
${inputField(m, { ...frame('date'), type: 'date', label: m.form.date })}
${inputField(m, { ...frame('time'), type: 'time', label: m.form.time, hint: m.form.timeHint, optional: true })}
</div>
${inputField(m, {
  ...frame('line'),
  type: 'tel',
  label: m.form.line,
  hint: parts.lineEnding === undefined ? m.form.lineHint : m.form.lineKept(parts.lineEnding),
  optional: true,
  autocomplete: 'tel',
  direction: 'ltr',
})}
${
  (errors.has('zone') || value('zone') !== '') &&
  selectField(m, {
    ...frame('zone'),
    label: m.form.zone,
    hint: m.form.zoneHint,
    options: zoneOptions(parts.language, parts.zones),
    zone: true,
  })
}
${radioField(m, { ...frame('purpose'), label: m.questions.purpose, options: purposeOptions(m) })}
${kind === 'call' && radioField(m, { ...frame('recorded'), label: m.questions.recorded, options: yesNoOptions(m) })}
${radioField(m, { ...frame('relationship'), label: m.questions.relationship, options: relationshipOptions(m) })}
<details${['topic', 'callerName', 'sellerName', 'askedToStopOn'].some((name) => value(name) !== '' || errors.has(name)) && html` open`}>
<summary>${m.common.moreDetails}</summary>
${selectField(m, { ...frame('topic'), label: m.form.topic, options: topics.map((topic) => [topic, m.topics[topic]]) })}
${inputField(m, { ...frame('callerName'), label: m.form.callerName })}
${inputField(m, { ...frame('sellerName'), label: m.form.sellerName })}
${inputField(m, { ...frame('askedToStopOn'), type: 'date', label: m.form.askedToStopOn })}
</details>
`;
}

function callSender({ m, fields, errors }: FieldsOfReport): Html {
  return html`${inputField(m, {
    name: 'sender',
    type: 'tel',
    value: fields.get('sender') ?? '',
    error: errors.get('sender'),
    label: m.form.callSender,
    hint: m.form.callSenderHint,
    direction: 'ltr',
  })}
${tick(m, { name: 'withheld', label: m.form.withheld, ticked: fields.has('withheld'), insteadOf: 'sender' })}`;
}

function textSender({ m, fields, errors }: FieldsOfReport): Html {
  return html`${inputField(m, {
    name: 'sender',
    value: fields.get('sender') ?? '',
    error: errors.get('sender'),
    label: m.form.textSender,
    hint: m.form.textSenderHint,
    direction: 'ltr',
  })}
${areaField(m, {
  name: 'text',
  value: fields.get('text') ?? '',
  error: errors.get('text'),
  label: m.form.text,
  hint: m.form.textHint,
  most: 1600,
})}`;
}
