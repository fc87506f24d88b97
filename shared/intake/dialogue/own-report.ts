import { placeFor } from '#shared/law/place.ts';
import { localTime } from '#shared/law/time-zone.ts';
import { zonesFor } from '#shared/law/zones.ts';
import { type Receipt, receiptForKey, reportIdOf } from '#shared/report/receipt.ts';
import type { Report } from '#shared/report/report.ts';
import type { ReportInput } from '#shared/report/report-input.ts';
import { keyInChannel, type TakeDependencies, takeReport } from '#shared/report/take-report.ts';
import type { Line } from '#shared/sender/sender.ts';
import type { Reading } from '../reading/reading.ts';
import type { MessageKey } from './conversation.ts';

/** What a message tells about a call or text. */
export interface Told {
  readonly kind: 'call' | 'text';
  readonly sender: string | null;
  readonly text: string | null;
  /** `YYYY-MM-DD`; null for the day of receipt: when the original came is not known. */
  readonly date: string | null;
  /** `HH:MM`. */
  readonly time: string | null;
}

const untold: Told = { kind: 'text', sender: null, text: null, date: null, time: null };

/** Null for a reading that reports nothing. */
export function toldBy(reading: Reading): Told | null {
  switch (reading.kind) {
    case 'complete': {
      const { report: kind, sender, text, date, time } = reading;
      return { kind, sender, text, date, time };
    }
    case 'sender':
      return { ...untold, sender: reading.written };
    case 'text':
      return { ...untold, sender: reading.sender?.written ?? null, text: reading.text };
    default:
      return null;
  }
}

export function receiptOfMessage({ identity }: Pick<TakeDependencies, 'identity'>, key: MessageKey): Receipt {
  return receiptForKey(identity.receipt, keyInChannel('sms', key));
}

export function reportIdOfMessage({ identity }: Pick<TakeDependencies, 'identity'>, key: MessageKey): string {
  return reportIdOf(identity.receiptId, receiptOfMessage({ identity }, key));
}

/** Takes the message's own report, or finds it as it is now. When it answers, the report is durable. */
export async function takeOwnReport(
  told: Told,
  { key, line, receivedAt }: { readonly key: MessageKey; readonly line: Line; readonly receivedAt: Date },
  deps: TakeDependencies,
): Promise<Report> {
  const plain = { ...told, date: null, time: null };
  // What a person typed into a form may be no date, or nobody who can be accused: the rest is reported all the same.
  for (const attempt of [told, plain, { ...plain, sender: null }]) {
    const outcome = await takeReport(
      {
        input: inputOf(attempt, line, receivedAt),
        channel: 'sms',
        contactProof: 'sms',
        idempotencyKey: key,
      },
      deps,
    );
    switch (outcome.kind) {
      case 'taken':
      case 'repeated':
        return outcome.report;
      // The same message, read on another day or by an older version of ours.
      case 'key_reused':
        return await existing(key, deps);
      case 'refused':
        break;
    }
  }
  throw new Error('a report by text message was refused without sender and date');
}

async function existing(key: MessageKey, deps: TakeDependencies): Promise<Report> {
  const report = await deps.reports.get(reportIdOfMessage(deps, key));
  if (report === null) {
    throw new Error('a report by text message is there and is not');
  }
  return report;
}

function inputOf({ kind, sender, text, date, time }: Told, line: Line, receivedAt: Date): ReportInput {
  const zones = zonesFor({
    timeZone: undefined,
    line: line.e164,
    place: placeFor({ line: line.e164, country: line.country, region: undefined }),
  });
  const [zone] = zones;
  const hasTime = date !== null && time !== null && zone !== undefined && zones.length === 1;
  return {
    kind,
    line: line.e164,
    ...(sender === null ? {} : { sender: sender.slice(0, 254).toWellFormed() }),
    ...(text === null || text === '' ? {} : { text }),
    ...(hasTime
      ? { occurredAt: `${date}T${time}:00`, timeZone: zone }
      : { occurredAt: date ?? localTime(zone ?? 'UTC', receivedAt.getTime()).date }),
  };
}
