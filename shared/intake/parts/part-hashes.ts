import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import type { InboundSms, MessagePart } from '../gateways/inbound-sms.ts';
import type { PartSet } from './part-set.ts';

// `hash` is the one of the purpose `sms-part`. The first word keeps hashes of different things apart.
const hex = (hash: KeyedHash, bytes: number, ...fields: readonly (string | number)[]) =>
  hash(JSON.stringify(fields)).toString('hex', 0, bytes);

/** Where the parts of this text meet: a key that holds no number. */
export function setKey(hash: KeyedHash, { gateway, from, to }: InboundSms, part: MessagePart): string {
  return hex(hash, 16, 'set', gateway, from, to, part.reference, part.total);
}

/** Tells one part again, whenever it is delivered. */
export function partMark(hash: KeyedHash, { gateway, messageId }: InboundSms, { number }: MessagePart): string {
  return hex(hash, 8, 'part', gateway, messageId, number);
}

/** Tells that a part brings nothing new, once the text itself is gone. */
export function textMark(hash: KeyedHash, text: string): string {
  return hex(hash, 8, 'text', text);
}

/** The same for the same parts, whoever puts them together, in whatever order they came. */
export function joinedMessageId(hash: KeyedHash, { parts }: PartSet): string {
  const marks = [...parts].sort(([a], [b]) => a - b).flatMap(([number, { mark }]) => [number, mark]);
  return `joined-${hex(hash, 16, 'joined', ...marks)}`;
}
