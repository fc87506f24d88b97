import type { ReportInput } from '#shared/report/report-input.ts';
import { parseSender } from '#shared/sender/parse-sender.ts';
import type { Words } from '../messages/messages.ts';

/** Fields of a report that a form can hold, by their pointer; other pointers belong to the form as a whole. */
const fieldOf: Readonly<Record<string, string>> = {
  '/occurredAt': 'date',
  '/timeZone': 'zone',
  '/complainant/name': 'name',
  '/complainant/email': 'email',
  '/complainant/postalAddress': 'postalAddress',
  '/complainant/region': 'region',
};

export function fieldNamed(pointer: string): string {
  return fieldOf[pointer] ?? pointer.slice(1);
}

/** What to do about a field that the intake refuses, in the reader's language. */
export function problemWith(pointer: string, input: ReportInput, country: string, m: Words<'errors'>): string {
  switch (pointer) {
    case '/sender':
      return senderProblem(input, country, m);
    case '/line':
      return m.errors.lineInvalid;
    case '/timeZone':
      return m.errors.zoneNeeded;
    case '/occurredAt':
    case '/registeredSince':
    case '/lastDealtOn':
    case '/askedToStopOn':
      return m.errors.dateRange;
    default:
      return m.errors.characters;
  }
}

function senderProblem(input: ReportInput, country: string, m: Words<'errors'>): string {
  const read = parseSender(input.sender, { country: input.country ?? country, kind: input.kind });
  switch (read.kind === 'refused' ? read.reason : null) {
    case 'emergency_number':
      return m.errors.senderEmergency;
    case 'country_needed':
      return m.errors.senderCountry;
    case 'control_character':
    case 'bidi_control':
      return m.errors.characters;
    case 'name_in_call':
    case 'foreign_letters':
    case 'not_a_number':
    case 'not_an_address':
      return input.kind === 'call' ? m.errors.senderNotANumber : m.errors.textSender;
    default:
      return input.kind === 'call' ? m.errors.sender : m.errors.textSender;
  }
}
