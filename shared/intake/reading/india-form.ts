import { readableText } from '#shared/sender/readable-text.ts';
import { type Named, type NotNamed, readNamed } from './accusable.ts';
import { isBelievableId } from './believable-id.ts';
import { readFormDate, readFormTime } from './form-date.ts';
import type { Reading, ReadingContext } from './reading.ts';
import { trimAround } from './trim-around.ts';

const telephoneForm = /^COMP\s{1,3}TEL\s{1,3}NO\b[\s.:-]{0,5}/iu;
const timeWord = /^time[\s.:-]{0,4}/iu;
const dateLike =
  /^\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{1,4})?$|^\d{1,2}[ -]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[ -]?\d{0,4}$/iu;
const longestField = 60;

interface Fields {
  readonly before: string;
  readonly middle: string;
  readonly last: string;
}

/**
 * India's complaints to 1909 are whole in one message: `text, number or header, dd/mm/yy`, read from the right because
 * the text may hold commas, and `COMP TEL NO number, dd/mm/yy, Time hh:mm`. Nearly one of them: only for people in
 * India, who may mean it; elsewhere it is a text like any other.
 */
export function readIndiaForm(message: string, context: ReadingContext): Reading | null {
  const readable = readableText(message).trim();
  return telephoneForm.test(readable)
    ? readTelephoneForm(readable.replace(telephoneForm, ''), context)
    : readTextForm(message, context);
}

function readTelephoneForm(fields: string, context: ReadingContext): Reading | null {
  const [number = '', day = '', clock = '', ...rest] = fields.slice(0, 2000).split(/[,;\n]/u);
  const read = readNamed(number, context);
  const date = readFormDate(day.trim());
  if (read.kind === 'not_named' && read.why !== 'no_sender') {
    return { kind: 'not_a_sender', why: read.why };
  }
  if (read.kind === 'not_named' || date === null) {
    return nearly(context);
  }
  const time = readFormTime(clock.trim().replace(timeWord, ''));
  const text = trimAround([...(time === null ? [clock] : []), ...rest].join(','));
  const report = read.sender.type === 'alphanumeric' ? 'text' : 'call';
  return { kind: 'complete', report, sender: read.written, text: text === '' ? null : text, date: date.date, time };
}

function readTextForm(message: string, context: ReadingContext): Reading | null {
  const fields = lastFields(message);
  if (fields === null) {
    return null;
  }
  const last = readableText(fields.last);
  const date = readFormDate(last);
  const sender = readFormSender(fields.middle, context);
  const text = trimAround(fields.before) === '' ? '' : fields.before.trim();
  if (date !== null && sender.kind === 'named' && text !== '' && (context.country === 'IN' || date.oneWayOnly)) {
    return { kind: 'complete', report: 'text', sender: sender.written, text, date: date.date, time: null };
  }
  const isNearly = dateLike.test(last)
    ? sender.kind === 'named'
    : readFormSender(fields.last, context).kind === 'named' && dateLike.test(readableText(fields.middle).trim());
  return isNearly ? nearly(context) : null;
}

function nearly({ country }: ReadingContext): Reading | null {
  return country === 'IN' ? { kind: 'nearly_a_form' } : null;
}

/** The last two fields are short; semicolons and line ends are slips of the same thumb. */
function lastFields(message: string): Fields | null {
  const end = message.replace(/[.\s]{1,10}$/u, '');
  const second = lastSeparator(end, end.length);
  const first = second < 0 ? -1 : lastSeparator(end, second);
  if (second < 0 || end.length - second > longestField || second - Math.max(first, 0) > longestField) {
    return null;
  }
  return {
    before: end.slice(0, Math.max(first, 0)),
    middle: end.slice(first + 1, second).trim(),
    last: end.slice(second + 1).trim(),
  };
}

function lastSeparator(text: string, before: number): number {
  const upTo = text.slice(0, before);
  return Math.max(...[',', ';', '\n', '،', '，'].map((separator) => upTo.lastIndexOf(separator)));
}

function readFormSender(typed: string, context: ReadingContext): Named | NotNamed {
  const read = readNamed(typed, context);
  const isForm = read.kind === 'named' && (read.sender.type !== 'alphanumeric' || isBelievableId(read.written));
  return isForm || read.kind === 'not_named' ? read : { kind: 'not_named', why: 'no_sender' };
}
