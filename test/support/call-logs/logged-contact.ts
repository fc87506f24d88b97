import type { Direction } from '#shared/intake/call-logs/log-row.ts';
import type { OfferedCall } from '#shared/intake/call-logs/offered-call.ts';

/** A call or text as it happened, before any program wrote it down. */
export interface LoggedContact {
  readonly kind: 'call' | 'text';
  readonly direction: Direction;
  /** E.164 in the United States, or `withheld`. */
  readonly number: string;
  /** Seconds since the epoch. */
  readonly at: number;
  readonly seconds: number;
  /** Name in the address book; '' for none. */
  readonly name: string;
  readonly text: string;
}

/** What can be told of a contact from what was read. Local times are read as UTC. */
export interface ReadContact {
  readonly kind: 'call' | 'text';
  readonly direction: Direction;
  readonly number: string;
  readonly at: number;
  readonly seconds: number | null;
  readonly contact: boolean;
  readonly text: string | undefined;
}

export function asRead({ direction, contact, durationSeconds, report }: OfferedCall): ReadContact {
  const { occurredAt } = report;
  const instant = /(?:Z|[+-]\d\d:\d\d)$/.test(occurredAt) ? occurredAt : `${occurredAt}Z`;
  return {
    kind: report.kind,
    direction,
    number: report.sender ?? '',
    at: Date.parse(instant) / 1000,
    seconds: durationSeconds,
    contact,
    text: report.text,
  };
}

/** What a log can tell of a contact at best. */
export function told(contact: LoggedContact, limits: Partial<ReadContact> = {}): ReadContact {
  const { kind, direction, number, at, seconds, name, text } = contact;
  const isText = kind === 'text';
  return {
    kind,
    direction,
    number,
    at,
    seconds: isText ? null : seconds,
    contact: name !== '',
    text: isText ? text : undefined,
    ...limits,
  };
}
