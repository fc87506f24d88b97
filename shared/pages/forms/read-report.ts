import type { FormFields } from '#shared/http/form-body.ts';
import { dateFaults } from '#shared/report/date-faults.ts';
import { type ReportInput, reportInputSchema } from '#shared/report/report-input.ts';
import { topics } from '#shared/report/topics.ts';
import { parseLine } from '#shared/sender/parse-line.ts';
import { parseSender } from '#shared/sender/parse-sender.ts';
import type { Line } from '#shared/sender/sender.ts';
import type { FieldErrors } from '../components/error-summary.ts';
import type { Words } from '../messages/messages.ts';
import { problemWith } from './field-problem.ts';
import { purposes, relationships } from './report-choices.ts';
import { schemaProblems } from './schema-problem.ts';
import { isTime, readWhen, zonesOfLine } from './when.ts';
import { chosen, written, yesOrNo } from './written.ts';

export interface FormContext {
  readonly kind: 'call' | 'text';
  /** The deployment's. */
  readonly country: string;
  readonly now: Date;
  readonly m: Words<'errors'>;
  /** The line of a report that is corrected: it stays unless another is entered. */
  readonly keptLine?: Line | null;
}

export type ReadReport =
  | { readonly kind: 'report'; readonly input: ReportInput }
  | { readonly kind: 'wrong'; readonly errors: FieldErrors };

/** Fields of the form in the order of the page, so that errors are told in that order. */
const order = [
  ...['sender', 'withheld', 'text', 'date', 'time', 'line', 'zone', 'purpose', 'recorded', 'relationship'],
  ...['topic', 'callerName', 'sellerName', 'askedToStopOn'],
];

/** What the form says, as the report that intake takes; all that is wrong with it, at once. */
export function readReport(fields: FormFields, context: FormContext): ReadReport {
  const { kind, country, now, m } = context;
  const errors = new Map<string, string>();
  const line = written(fields, 'line');
  const parsedLine = line === undefined ? null : parseLine(line, { country });
  const knownLine = parsedLine?.kind === 'line' ? parsedLine.line : (context.keptLine ?? null);
  const time = written(fields, 'time');
  const when = readWhen(
    {
      date: written(fields, 'date'),
      time,
      zone: written(fields, 'zone'),
      candidates: zonesOfLine(knownLine, country),
    },
    now,
    m,
  );
  if (when.kind === 'wrong') {
    errors.set(when.field, when.message);
  }
  if (time !== undefined && !isTime(time)) {
    errors.set('time', m.errors.timeInvalid);
  }
  if (parsedLine?.kind === 'refused') {
    errors.set('line', m.errors.lineInvalid);
  }
  const askedToStopOn = written(fields, 'askedToStopOn');
  const parsed = reportInputSchema.safeParse({
    kind,
    ...senderOf(fields, kind),
    ...(line === undefined ? {} : { line }),
    ...(when.kind === 'when' ? { occurredAt: when.occurredAt } : { occurredAt: '' }),
    ...(when.kind === 'when' && when.timeZone !== null ? { timeZone: when.timeZone } : {}),
    ...(kind === 'text' ? { text: written(fields, 'text') } : { recorded: yesOrNo(fields, 'recorded') }),
    purpose: chosen(fields, 'purpose', purposes),
    relationship: chosen(fields, 'relationship', relationships),
    topic: chosen(fields, 'topic', topics),
    callerName: written(fields, 'callerName'),
    sellerName: written(fields, 'sellerName'),
    askedToStopOn,
  });
  for (const [field, message] of [
    ...missing(fields, context),
    ...(parsed.success ? [] : schemaProblems(parsed.error, m)),
  ]) {
    errors.set(field, message);
  }
  if (parsed.success) {
    const faults = [
      ...(errors.has('sender') || parseSender(parsed.data.sender, { country, kind }).kind !== 'refused'
        ? []
        : ['/sender']),
      ...dateFaults(parsed.data, now).map(({ pointer }) => pointer),
    ];
    for (const pointer of faults) {
      errors.set(pointer.slice(1), problemWith(pointer, parsed.data, country, m));
    }
  }
  return parsed.success && errors.size === 0
    ? { kind: 'report', input: defined(parsed.data) }
    : { kind: 'wrong', errors: new Map([...errors].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))) };
}

function senderOf(fields: FormFields, kind: 'call' | 'text'): Pick<ReportInput, 'sender' | 'callerIdShown'> {
  const sender = written(fields, 'sender');
  if (kind === 'text') {
    return sender === undefined ? {} : { sender };
  }
  return fields.has('withheld')
    ? { sender: 'withheld', callerIdShown: false }
    : { ...(sender === undefined ? {} : { sender }), callerIdShown: true };
}

function missing(fields: FormFields, { kind, m }: FormContext): (readonly [string, string])[] {
  const sender = written(fields, 'sender');
  const withheld = kind === 'call' && fields.has('withheld');
  return [
    ...(sender === undefined && !withheld
      ? [['sender', kind === 'call' ? m.errors.sender : m.errors.textSender] as const]
      : []),
    ...(sender !== undefined && withheld ? [['sender', m.errors.senderBoth] as const] : []),
    ...(kind === 'text' && written(fields, 'text') === undefined ? [['text', m.errors.textMissing] as const] : []),
  ];
}

/** Without the fields that are undefined: they would count as said when bodies are compared. */
function defined(input: ReportInput): ReportInput {
  return reportInputSchema.parse(Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)));
}
