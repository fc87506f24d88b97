import { createHash } from 'node:crypto';
import type { Topic } from '#shared/report/topics.ts';

/** The header of the file, as published. */
export const ftcColumns = [
  'Company_Phone_Number',
  'Created_Date',
  'Violation_Date',
  'Consumer_City',
  'Consumer_State',
  'Consumer_Area_Code',
  'Subject',
  'Recorded_Message_Or_Robocall',
] as const;

/** Why a row names nobody: no number, a filler, too few or too many digits, ten digits outside the numbering plan; or no usable date. */
export type SkipReason = 'empty' | 'placeholder' | 'short' | 'long' | 'not_nanp' | 'columns' | 'date';

/** One usable row. Times are wall-clock without zone, as in the file. */
export interface FtcRow {
  /** Ten digits. */
  readonly number: string;
  /** `YYYY-MM-DDTHH:MM:SS`. */
  readonly createdAt: string;
  /** `YYYY-MM-DDTHH:MM:SS`, or the date alone: exactly midnight means that the time is not known. */
  readonly calledAt: string;
  readonly city: string;
  readonly state: string;
  readonly areaCode: string;
  readonly topic: Topic;
  /** The label was none of the fifteen; the topic is then `other`. */
  readonly unknownSubject: boolean;
  readonly recorded: boolean | undefined;
  /** SHA-256 (hex) over all cells: equal for identical rows. */
  readonly fingerprint: string;
}

export type RowOutcome =
  | { readonly kind: 'row'; readonly row: FtcRow }
  | { readonly kind: 'skipped'; readonly reason: SkipReason };

const usable = /^(?:\+1)?([2-9]\d{2}[2-9]\d{6})$/;
const dateTime = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})$/;

/** The labels with white space collapsed: the file doubles a space that the agency's API does not. */
const topicBySubject: ReadonlyMap<string, Topic> = new Map([
  ['Calls pretending to be government, businesses, or family and friends', 'impersonation'],
  ['Charities', 'charities'],
  ['Computer & technical support', 'tech_support'],
  ['Dropped call or no message', 'dropped_call'],
  ['Energy, solar, & utilities', 'energy'],
  ['Home improvement & cleaning', 'home_improvement'],
  ['Home security & alarms', 'home_security'],
  ['Lotteries, prizes & sweepstakes', 'lotteries'],
  ['Medical & prescriptions', 'medical'],
  ['No Subject Provided', 'none_given'],
  ['Other', 'other'],
  ['Reducing your debt (credit cards, mortgage, student loans)', 'debt_relief'],
  ['Vacation & timeshares', 'travel'],
  ['Warranties & protection plans', 'warranties'],
  ['Work from home & other ways to make money', 'work_from_home'],
]);

/** Reads the cells of one record. */
export function readFtcRow(cells: readonly string[]): RowOutcome {
  if (cells.length !== ftcColumns.length) {
    return skipped('columns');
  }
  const [shown = '', created = '', called = '', city = '', state = '', areaCode = '', subject = '', recorded = ''] =
    cells.map((cell) => cell.trim());
  const number = usable.exec(shown)?.[1];
  if (number === undefined) {
    return skipped(whyUnusable(shown));
  }
  const createdAt = dateTime.exec(created);
  const calledAt = dateTime.exec(called);
  if (createdAt === null || calledAt === null || !onCalendar(created) || !onCalendar(called)) {
    return skipped('date');
  }
  const topic = topicBySubject.get(subject.replaceAll(/\s+/g, ' '));
  return {
    kind: 'row',
    row: {
      number,
      createdAt: `${createdAt[1]}T${createdAt[2]}`,
      calledAt: calledAt[2] === '00:00:00' ? `${calledAt[1]}` : `${calledAt[1]}T${calledAt[2]}`,
      city,
      state,
      areaCode,
      topic: topic ?? 'other',
      unknownSubject: topic === undefined,
      recorded: recorded === 'Y' ? true : recorded === 'N' ? false : undefined,
      fingerprint: createHash('sha256').update(JSON.stringify(cells)).digest('hex'),
    },
  };
}

/** 30 February and 25 o'clock are written like dates, too; facts hold times of this and the next century only. */
function onCalendar(text: string): boolean {
  const time = Date.parse(`${text.replace(' ', 'T')}Z`);
  return (
    text >= '1990' &&
    text < '2100' &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().slice(0, 10) === text.slice(0, 10)
  );
}

function whyUnusable(shown: string): SkipReason {
  if (shown === '') {
    return 'empty';
  }
  const digits = shown.replace(/^\+1/, '').replaceAll(/\D/g, '');
  if (digits === '') {
    return 'placeholder';
  }
  if (digits.length !== 10) {
    return digits.length < 10 ? 'short' : 'long';
  }
  return /^(\d)\1{9}$/.test(digits) ? 'placeholder' : 'not_nanp';
}

function skipped(reason: SkipReason): RowOutcome {
  return { kind: 'skipped', reason };
}
