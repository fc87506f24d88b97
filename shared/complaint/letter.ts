import { registryName } from '#shared/law/messages/en.ts';
import type { ComplaintDocument } from './complaint-document.ts';
import { field, paragraph, point, quote } from './plain-text.ts';

/** The complaint as a plain letter, in English: every word in it is in the document as well. Ends with a line end. */
export function complaintLetter(document: ComplaintDocument): string {
  const { regulator, contact, sender, complainant, findings } = document;
  const what = contact.kind === 'call' ? 'telephone call' : 'text message';
  return [
    paragraph(`To: ${regulator.name}`),
    field('Complaint', document.id),
    field('Reported on', document.reportedAt.slice(0, 10)),
    '',
    paragraph(`Complaint about an unwanted ${what}`),
    '',
    ...section('The complainant', complainantLines(complainant)),
    ...section(`The ${what}`, contactLines(document)),
    ...section('Who it came from', senderLines(document)),
    ...(contact.text === null ? [] : section('The words of the message, as received', [quote(contact.text)])),
    ...section('The do-not-call registry', registryLines(document)),
    ...(document.statements.registryConfirmation === undefined
      ? []
      : section('The confirmation of the registry, as the complainant received it', [
          quote(document.statements.registryConfirmation),
        ])),
    ...section('What the complainant states', statementLines(document)),
    ...section(
      'Rules that appear to have been broken',
      findings
        .filter(({ verdict }) => verdict === 'violation')
        .map(({ rule, reason, citation }) => point(`${citation} (${rule}): ${reason}`)),
    ),
    ...section(
      'Checked, and not relied on',
      findings
        .filter(({ verdict }) => verdict !== 'violation')
        .map(({ rule, reason, citation }) => point(`${citation} (${rule}): ${reason}`)),
    ),
    paragraph(
      `The complainant agreed that this complaint goes to the regulator named above. It says what the complainant reported: ${
        sender.type === 'phone' ? 'the number shown may have been forged, and ' : ''
      }nobody has yet established that it is so.`,
    ),
    '',
  ].join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title.toUpperCase(), ...lines, ''];
}

function complainantLines(complainant: ComplaintDocument['complainant']): string[] {
  return [
    ...optional('Name', complainant.name),
    ...optional('E-mail', complainant.email),
    ...(complainant.postalAddress === null ? [] : ['Postal address:', quote(complainant.postalAddress)]),
    ...optional('Region', complainant.region),
    ...(complainant.over65 === true ? [field('Age', '65 or older')] : []),
  ];
}

function contactLines({ contact, line }: ComplaintDocument): string[] {
  return [
    ...(line === null
      ? []
      : [field('Received on', [line.value, line.type].filter((part) => part !== null).join(', '))]),
    field('Date', contact.date),
    ...(contact.at === null
      ? [field('Time', 'not known')]
      : [
          ...(contact.localTime === null ? [] : [field('Local time', `${contact.localTime} (${contact.timeZone})`)]),
          field('Time in UTC', contact.at),
        ]),
    ...answer('Recorded message', contact.recorded),
    ...answer('A way to opt out was offered', contact.optOutOffered),
    ...answer('A caller number was shown', contact.callerIdShown),
    ...optional('Subject', contact.topic?.replaceAll('_', ' ') ?? null),
  ];
}

function senderLines({ sender }: ComplaintDocument): string[] {
  const known = {
    valid: '',
    possible: ' (not an assigned number)',
    impossible: ' (not a possible number)',
    not_applicable: '',
  };
  return [
    ...optional('As shown', sender.shown),
    sender.value === null
      ? field('Sender', sender.type === 'withheld' ? 'withheld' : 'not known')
      : field('Sender', `${sender.value}${known[sender.validity]}`),
    ...optional('Caller', sender.callerName),
    ...optional('On behalf of', sender.sellerName),
  ];
}

const registrySources = {
  list: 'by its list',
  query: 'by its answer to a question',
  statement: 'as the complainant states',
} as const;

function registryLines({ registry }: ComplaintDocument): string[] {
  return registry.map(({ source, registry: name, registered, since, noLaterThan, asOf }) => {
    const dates = [
      since === null ? null : `since ${since}`,
      noLaterThan === null ? null : `since ${noLaterThan} or earlier`,
      asOf === null ? null : `as of ${asOf}`,
    ].filter((part) => part !== null);
    const status = [registered ? 'registered' : 'not registered', ...dates].join(', ');
    const named = registryName(name);
    return field(`${named.charAt(0).toUpperCase()}${named.slice(1)}, ${registrySources[source]}`, status);
  });
}

function statementLines({ statements }: ComplaintDocument): string[] {
  return [
    ...optional('Dealings with the caller', statements.relationship),
    ...optional('Last dealt with on', statements.lastDealtOn),
    ...optional('Purpose', statements.purpose),
    ...answer('The survey also sold something', statements.surveyAlsoSells),
    ...optional('Asked them to stop on', statements.askedToStopOn),
    ...(statements.earlierContacts.length === 0
      ? []
      : [field('Earlier possible violations reported', statements.earlierContacts.join(', '))]),
  ];
}

function optional(label: string, value: string | null): string[] {
  return value === null || value.trim() === '' ? [] : [field(label, value)];
}

function answer(label: string, value: boolean | null): string[] {
  return value === null ? [] : [field(label, value ? 'yes' : 'no')];
}
