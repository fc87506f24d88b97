import type { TakeDependencies } from '#shared/report/take-report.ts';
import type { Line } from '#shared/sender/sender.ts';
import type { InboundSms } from '../gateways/inbound-sms.ts';
import { readMessage } from '../reading/read-message.ts';
import type { Reading } from '../reading/reading.ts';
import { isOwnReply } from '../replies/own-reply.ts';
import type { DialogueSettings } from '../sms-settings.ts';
import { hour } from './conversation.ts';
import { messageText } from './message-text.ts';
import type { Arrival } from './move.ts';

/** A message of a person, read. */
export interface Incoming {
  /** Keyed hash of the line. */
  readonly reporter: string;
  readonly line: Line;
  readonly receivedAt: Date;
  readonly reading: Reading;
  /** What was typed where a code belongs. */
  readonly code: string | null;
  readonly arrival: Omit<Arrival, 'named'>;
  /** The text was longer than a report can hold. */
  readonly cut: boolean;
}

/** More than any text message has; words are compared up to there. */
const longestCompared = 16_000;

export function readIncoming(
  message: InboundSms,
  line: Line,
  { identity, clock, sms }: Pick<TakeDependencies, 'identity' | 'clock'> & { readonly sms: DialogueSettings },
): Incoming {
  const now = clock();
  const { reading, cut } = read(message.text, line, sms);
  return {
    reporter: identity.reporter({ kind: 'line', line }),
    line,
    receivedAt: receivedAt(message, now),
    reading,
    code: reading.kind === 'status' || reading.kind === 'delete' ? reading.code : null,
    cut,
    arrival: {
      // Hashed: with the gateway's records at hand, its own id would tie what we keep to a number.
      key: identity.request(`sms-id\0${message.gateway}/${message.messageId}`).toString('hex', 0, 16),
      at: now.getTime(),
      words: identity.request(`sms\0${message.text.slice(0, longestCompared).trim()}`).toString('base64url', 0, 9),
      ownReply: isOwnReply(message.text),
      media: message.media,
      served: sms.countriesServed === null || sms.countriesServed.some((country) => country === line.country),
      repliesPerReporter: sms.repliesPerReporter,
    },
  };
}

/** The texts in a reading are as a report holds them. */
function read(
  raw: string,
  { country }: Line,
  { ownNumbers }: DialogueSettings,
): { readonly reading: Reading; readonly cut: boolean } {
  const reading = readMessage(raw, { country, ownNumbers });
  if (reading.kind !== 'text' && reading.kind !== 'complete') {
    return { reading, cut: false };
  }
  const { text, cut } = messageText(reading.text ?? '');
  return reading.kind === 'text'
    ? { reading: { ...reading, text }, cut }
    : { reading: { ...reading, text: text === '' ? null : text }, cut };
}

const latestDelivery = 7 * 24 * hour;

/** What the gateway says, where it can be true: gateways try for days, and clocks are off. */
function receivedAt({ receivedAt: told }: InboundSms, now: Date): Date {
  const at = told === null ? Number.NaN : Date.parse(told);
  const age = now.getTime() - at;
  return age > -hour && age < latestDelivery ? new Date(at) : now;
}
