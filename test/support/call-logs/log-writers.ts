import { stringify } from 'csv-stringify/sync';
import type { Direction } from '#shared/intake/call-logs/log-row.ts';
import { type LoggedContact, type ReadContact, told } from './logged-contact.ts';

/** A program that writes logs. */
export interface LogWriter {
  readonly format: string;
  /** The contacts that such a log can hold. */
  readonly holds: (contact: LoggedContact) => boolean;
  readonly write: (contacts: readonly LoggedContact[]) => string;
  /** A contact as such a log tells it. */
  readonly tells: (contact: LoggedContact) => ReadContact;
  /** A log that holds one contact only. */
  readonly single?: true;
}

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\t', '&#9;');

/** As Android's serialiser writes characters beyond the first plane: two references. */
const inSurrogates = (text: string) =>
  escaped(text).replaceAll(/[\uD800-\uDFFF]/g, (unit) => `&#${unit.charCodeAt(0)};`);

const attributes = (values: Readonly<Record<string, string | number>>) =>
  Object.entries(values)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');

const iso = (at: number) => new Date(at * 1000).toISOString();
const clock = (at: number, date = '-') => `${iso(at).slice(0, 10).replaceAll('-', date)} ${iso(at).slice(11, 19)}`;
const withheld = (number: string) => number === 'withheld';
const national = (number: string) => (withheld(number) ? '' : number.slice(2));
const hms = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 19);
const callType: Readonly<Record<Direction, number>> = { in: 1, out: 2, missed: 3, voicemail: 4, rejected: 5 };
const isCall = ({ kind }: LoggedContact) => kind === 'call';
const numbered = ({ number }: LoggedContact) => !withheld(number);

const phoneCalls: LogWriter = {
  format: 'smsbr-calls',
  holds: isCall,
  tells: (contact) => told(contact),
  write: (contacts) => `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<calls count="${contacts.length}" type="full">
${contacts
  .map(
    ({ number, direction, at, seconds, name }) =>
      `  <call ${attributes({
        number: withheld(number) ? '' : number,
        duration: seconds,
        date: at * 1000,
        type: callType[direction],
        presentation: withheld(number) ? 2 : 1,
        subscription_id: 1,
        post_dial_digits: '',
        subscription_component_name: 'null',
        readable_date: 'Nov 20, 2026 10:00:01',
        contact_name: name === '' ? '(Unknown)' : inSurrogates(name),
      })} />`,
  )
  .join('\n')}
</calls>`,
};

const phoneTexts: LogWriter = {
  format: 'smsbr-sms',
  holds: (contact) => !isCall(contact) && numbered(contact),
  tells: (contact) => told(contact),
  write: (contacts) => `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<smses count="${contacts.length}">
${contacts
  .map(({ number, direction, at, name, text }, index) => {
    const shared = { date: at * 1000, contact_name: name === '' ? '(Unknown)' : escaped(name), address: number };
    const type = direction === 'out' ? 2 : 1;
    return index % 2 === 0
      ? `  <sms ${attributes({ protocol: 0, ...shared, type, subject: 'null', body: index % 4 === 0 ? inSurrogates(text) : escaped(text) })} />`
      : `  <mms ${attributes({ ...shared, msg_box: type, ct_t: 'application/vnd.wap.multipart.related' })}><parts><part ${attributes({ seq: 0, ct: 'image/png', text: 'null', data: 'QUJD'.repeat(50) })} /><part ${attributes({ seq: 1, ct: 'text/plain', text: escaped(text) })} /></parts><addrs><addr ${attributes({ address: direction === 'out' ? '+14135550142' : number, type: 137 })} /></addrs></mms>`;
  })
  .join('\n')}
</smses>`,
};

const voicePage = (body: string) => `<?xml version="1.0" ?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>A page</title></head><body>${body}</body></html>`;

const voiceCall: LogWriter = {
  format: 'gvoice-html',
  single: true,
  holds: (contact) => isCall(contact) && contact.direction !== 'rejected',
  tells: (contact) => told(contact),
  write: (contacts) =>
    voicePage(
      contacts
        .map(({ number, direction, at, seconds, name }) => {
          const label = direction === 'in' ? 'received' : direction === 'out' ? 'placed' : direction;
          return `<div class="haudio"><span class="fn">Call with</span>
<div class="contributor vcard">Call with <a class="tel" href="tel:${withheld(number) ? '' : number}"><span class="fn">${escaped(name)}</span></a></div>
<abbr class="published" title="${iso(at)}">Nov 20, 2026</abbr><abbr class="duration" title="PT${Math.floor(seconds / 60)}M${seconds % 60}S">(0)</abbr>
<div class="tags">Labels: <a rel="tag" href="http://www.google.com/voice#${label}">${label}</a></div></div>`;
        })
        .join(''),
    ),
};

const voiceTexts: LogWriter = {
  format: 'gvoice-html',
  holds: (contact) => !isCall(contact) && numbered(contact) && contact.direction === 'in',
  tells: (contact) => told(contact, { text: contact.text.replaceAll(/[\r\t]/g, '').trim() }),
  write: (contacts) =>
    voicePage(
      `<div class="hChatLog hfeed">${contacts
        .map(
          ({ number, at, name, text }) =>
            `<div class="message"><abbr class="dt" title="${iso(at)}">Nov 20</abbr>: <cite class="sender vcard"><a class="tel" href="tel:${number}"><span class="fn">${escaped(name)}</span></a></cite>: <q>${escaped(text.replaceAll(/[\r\t]/g, '')).replaceAll('&#10;', '<br>')}</q></div>`,
        )
        .join('\n')}</div>`,
    ),
};

const asterisk = (order: 'cdr_csv' | 'cdr_custom'): LogWriter => ({
  format: 'asterisk-csv',
  holds: (contact) => isCall(contact) && numbered(contact) && contact.direction !== 'rejected',
  tells: (contact) => told(contact, { contact: false, number: national(contact.number) }),
  write: (contacts) =>
    contacts
      .map(({ number, direction, at, seconds, name }) => {
        const out = direction === 'out';
        const start = clock(at);
        const answer = direction === 'missed' ? '' : start;
        const cells = [
          out ? '100' : national(number),
          out ? national(number) : '100',
          out ? 'from-internal' : 'from-trunk',
          'SIP/trunk-1',
          'SIP/100-2',
          direction === 'voicemail' ? 'VoiceMail' : 'Dial',
          'SIP/100,20',
          start,
          answer,
          clock(at + seconds),
        ].map((cell) => `"${cell}"`);
        const tail = [seconds, seconds, `"${direction === 'missed' ? 'NO ANSWER' : 'ANSWERED'}"`, '"DOCUMENTATION"'];
        const id = `"${at}.1"`;
        const clid = `"""${name.replaceAll(/["\n\r]/g, '')}"" <${national(number)}>"`;
        return order === 'cdr_csv'
          ? ['""', ...cells.slice(0, 3), clid, ...cells.slice(3), ...tail, id, '""'].join(',')
          : [clid, ...cells, ...tail, '""', id, '""'].join(',');
      })
      .join('\n'),
});

const threeCx: LogWriter = {
  format: '3cx-cdr',
  holds: (contact) => isCall(contact) && numbered(contact) && contact.direction !== 'rejected',
  tells: (contact) =>
    told(contact, {
      contact: false,
      number: national(contact.number),
      seconds: contact.direction === 'missed' ? 0 : contact.seconds,
    }),
  write: (contacts) =>
    contacts
      .map(({ number, direction, at, seconds }, index) => {
        const out = direction === 'out';
        const [from, to] = out ? ['Ext.100', national(number)] : [national(number), 'Ext.100'];
        const types = out
          ? 'Extension,LineNumber,LineNumber'
          : `LineNumber,Extension,${direction === 'voicemail' ? 'VoiceMail' : 'Extension'}`;
        const answered = direction === 'missed' ? '' : clock(at, '/');
        return `Call ${index + 1},00000123ABCD,${hms(seconds)},${clock(at, '/')},${answered},${clock(at + seconds, '/')},TerminatedBySrc,${from},${to},,100,100,,100,100,,,,,Chain: ${from};${to};,${types},,,,`;
      })
      .join('\r\n'),
};

const fritzBox = (columns: 7 | 8): LogWriter => ({
  format: 'fritzbox-csv',
  holds: (contact) => isCall(contact) && contact.direction !== 'voicemail',
  tells: (contact) =>
    told(contact, {
      number: withheld(contact.number) ? '' : contact.number,
      at: contact.at - (contact.at % 60),
      seconds: contact.seconds - (contact.seconds % 60),
    }),
  write: (contacts) => {
    const type: Readonly<Record<Direction, number>> = { in: 1, missed: 2, rejected: 3, out: 4, voicemail: 1 };
    const rows = contacts.map(({ number, direction, at, seconds, name }) => {
      const date = `${iso(at).slice(8, 10)}.${iso(at).slice(5, 7)}.${iso(at).slice(2, 4)} ${iso(at).slice(11, 16)}`;
      const minutes = Math.floor(seconds / 60);
      return [
        type[direction],
        date,
        name.replaceAll(/[;"\n\r]/g, '_'),
        withheld(number) ? '' : number,
        ...(columns === 8 ? ['Köln'] : []),
        'Fon 1',
        '5550142',
        `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`,
      ].join(';');
    });
    const area = columns === 8 ? 'Landes-/Ortsnetzbereich;' : '';
    return ['sep=;', `Typ;Datum;Name;Rufnummer;${area}Nebenstelle;Eigene Rufnummer;Dauer`, ...rows].join('\n');
  },
});

const table: LogWriter = {
  format: 'generic-csv',
  holds: isCall,
  tells: (contact) => told(contact),
  write: (contacts) =>
    stringify(
      contacts.map(({ number, direction, at, seconds, name }) => [
        name,
        clock(at),
        number,
        direction === 'in' ? 'Incoming' : direction === 'out' ? 'Outgoing' : direction,
        seconds,
      ]),
      { header: true, columns: ['Contact', 'Date and time', 'Phone number', 'Call type', 'Duration (secs)'] },
    ),
};

const ftc: LogWriter = {
  format: 'ftc-csv',
  holds: (contact) => isCall(contact) && numbered(contact) && contact.direction === 'in' && contact.at % 86_400 !== 0,
  tells: (contact) => told(contact, { contact: false, seconds: null }),
  write: (contacts) =>
    [
      'Company_Phone_Number,Created_Date,Violation_Date,Consumer_City,Consumer_State,Consumer_Area_Code,Subject,Recorded_Message_Or_Robocall',
      ...contacts.map(
        ({ number, at }) => `${national(number)},${clock(at)},${clock(at)},Exampletown,Illinois,217,Other,Y`,
      ),
    ].join('\n'),
};

export const logWriters: readonly LogWriter[] = [
  phoneCalls,
  phoneTexts,
  voiceCall,
  voiceTexts,
  asterisk('cdr_csv'),
  asterisk('cdr_custom'),
  threeCx,
  fritzBox(7),
  fritzBox(8),
  table,
  ftc,
];
