import { readOccurred } from '#shared/report/occurred.ts';
import type { ReportInput } from '#shared/report/report-input.ts';
import { detached } from './detached.ts';
import type { Direction, LogRow, SkipReason } from './log-row.ts';

/** CONTRACT section 2: one of `calls[]`. */
export interface OfferedCall {
  /** From 1, headers not counted. */
  readonly row: number;
  readonly direction: Direction;
  readonly contact: boolean;
  readonly durationSeconds: number | null;
  /** Can be posted as it stands. */
  readonly report: ReportInput;
}

export type Offer =
  | { readonly kind: 'offered'; readonly call: OfferedCall; readonly zoneMissing: boolean }
  | { readonly kind: 'skipped'; readonly reason: SkipReason };

export interface OfferContext {
  /** As the person wrote it. */
  readonly line: string | undefined;
  readonly timeZone: string | undefined;
  /** The region the person named. */
  readonly country: string | undefined;
  readonly senderReason: (sender: string, kind: 'call' | 'text') => SkipReason | null;
  readonly now: Date;
}

const mostText = 1600;
const unseenInMessage = /[^\P{Cc}\t\n\r]/gu;

/** Makes a report of a row, by the rules that intake will apply; says why, where intake would refuse it. */
export function offerCall(row: LogRow, number: number, context: OfferContext): Offer {
  const reason = context.senderReason(row.sender, row.kind);
  if (reason !== null) {
    return { kind: 'skipped', reason };
  }
  const { occurredAt, timeZone, zoneMissing } = timeOf(row, context);
  if (readOccurred(occurredAt, timeZone, context.now).kind === 'refused') {
    return { kind: 'skipped', reason: 'date' };
  }
  return {
    kind: 'offered',
    zoneMissing,
    call: {
      row: number,
      direction: row.direction,
      contact: row.contact,
      durationSeconds: row.durationSeconds,
      report: {
        kind: row.kind,
        sender: detached(row.sender),
        ...(context.line === undefined ? {} : { line: context.line }),
        ...(context.country === undefined ? {} : { country: context.country }),
        occurredAt,
        ...(timeZone === undefined ? {} : { timeZone }),
        ...(row.text === undefined ? {} : { text: messageOf(row.text) }),
        ...(row.topic === undefined ? {} : { topic: row.topic }),
        ...(row.recorded === undefined ? {} : { recorded: row.recorded }),
      },
    },
  };
}

/** A time of a clock whose zone nobody knows tells only the day. */
function timeOf(row: LogRow, context: OfferContext) {
  const { occurredAt } = row;
  const isLocal = /T\d\d:\d\d:\d\d$/.test(occurredAt);
  const timeZone = context.timeZone ?? (isLocal ? row.timeZone : undefined);
  const zoneMissing = isLocal && timeZone === undefined;
  return { occurredAt: zoneMissing ? occurredAt.slice(0, 'YYYY-MM-DD'.length) : occurredAt, timeZone, zoneMissing };
}

/** As intake takes it: at most 1,600 UTF-16 units, never half a character, no control characters. */
function messageOf(text: string): string {
  const clean = text
    .slice(0, 2 * mostText)
    .toWellFormed()
    .replaceAll(unseenInMessage, '');
  const cut = clean.length > mostText ? clean.slice(0, mostText).replace(/[\uD800-\uDBFF]$/, '') : clean;
  return detached(cut);
}
