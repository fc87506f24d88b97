import type { Language } from '#shared/intake/language.ts';
import type { ReportInput } from '#shared/report/report-input.ts';
import { displaySender } from '#shared/sender/display-sender.ts';
import { parseSender } from '#shared/sender/parse-sender.ts';
import type { Visit } from '../visit.ts';

/** Who it was, as numbers are written for people; what cannot be read as a sender stays as the log shows it. */
export function senderOfCall(
  report: Pick<ReportInput, 'sender' | 'kind' | 'country'>,
  country: string,
  { m }: Visit<'sender'>,
): string {
  const read = parseSender(report.sender, { country: report.country ?? country, kind: report.kind });
  if (read.kind === 'refused') {
    return report.sender ?? m.sender.unknown;
  }
  switch (read.sender.type) {
    case 'withheld':
      return m.sender.withheld;
    case 'unknown':
      return m.sender.unknown;
    default:
      return displaySender(read.sender);
  }
}

/** When it was by the person's own clock, as far as the log tells; a clock that nobody knows is UTC, and said to be. */
export function momentOfCall({ occurredAt, timeZone }: ReportInput, language: Language): string {
  if (!occurredAt.includes('T')) {
    return format(language, `${occurredAt}T00:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' });
  }
  if (!/(?:Z|[+-]\d\d:\d\d)$/i.test(occurredAt)) {
    return format(language, `${occurredAt}Z`, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  }
  return timeZone === undefined
    ? `${format(language, occurredAt, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })} UTC`
    : format(language, occurredAt, { dateStyle: 'medium', timeStyle: 'short', timeZone });
}

function format(language: Language, at: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? at : new Intl.DateTimeFormat(language, options).format(date);
}

/** `1 min 12 s`, as the language shortens it; never broken over lines. */
export function durationIn(language: Language, seconds: number): string {
  const unit = (value: number, name: 'hour' | 'minute' | 'second') =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return [
    ...(hours > 0 ? [unit(hours, 'hour')] : []),
    ...(minutes > 0 ? [unit(minutes, 'minute')] : []),
    ...(hours === 0 && (whole % 60 > 0 || minutes === 0) ? [unit(whole % 60, 'second')] : []),
  ]
    .join(' ')
    .replaceAll(' ', '\u00a0');
}
