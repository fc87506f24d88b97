import type { Topic } from '#shared/report/topics.ts';

/** CONTRACT section 2: what became of the contact, seen from the line. */
export const directions = ['in', 'missed', 'rejected', 'voicemail', 'out'] as const;

export type Direction = (typeof directions)[number];

/** One call or text of a log, whatever the log's format. Text is as in the file; nothing is checked yet. */
export interface LogRow {
  readonly kind: 'call' | 'text';
  readonly direction: Direction;
  /** The other party as the log shows it; '' where it shows none, `withheld` where the log says so. */
  readonly sender: string;
  /** The log gives the other party a name from the address book. */
  readonly contact: boolean;
  readonly durationSeconds: number | null;
  /** With `Z` or an offset: an instant; without: the clock on the wall; ten characters: a date, time unknown. */
  readonly occurredAt: string;
  /** The zone of the clock on the wall, where the log itself tells it. */
  readonly timeZone?: string | undefined;
  readonly text?: string | undefined;
  readonly topic?: Topic | undefined;
  readonly recorded?: boolean | undefined;
}

/** Why a row of the log is not offered for reporting. Stable: pages and programs key their words on them. */
export const skipReasons = [
  /** It cannot be read: broken quotes, tags or entities. */
  'malformed',
  /** Too few or too many columns. */
  'columns',
  /** No date, one that is not on the calendar, before 1990 or ahead of time. */
  'date',
  /** What it shows as the other party identifies nobody. */
  'sender',
  'sender_empty',
  /** Zeros and other fillers. */
  'sender_placeholder',
  'emergency_number',
  /** A cell, name or number beyond its limit. */
  'too_long',
  /** The log does not say which way the call went, or by a value that is not known. */
  'direction',
  /** Drafts and messages that failed: nothing was sent. */
  'not_sent',
  'answered_elsewhere',
  /** Between two extensions. */
  'internal',
] as const;

export type SkipReason = (typeof skipReasons)[number];

export type RowReading =
  | { readonly kind: 'row'; readonly row: LogRow }
  | { readonly kind: 'skipped'; readonly reason: SkipReason };

/** Takes the rows of a log in their order; the first is row 1, and headers do not count. */
export type OnRow = (reading: RowReading) => void;

export function skipped(reason: SkipReason): RowReading {
  return { kind: 'skipped', reason };
}

/** Reads a log piece by piece, however the pieces are cut. Both may throw LogFault. */
export interface LogParser {
  write(text: string): void;
  /** Answers whether the log was there to its end. */
  end(): boolean;
}
