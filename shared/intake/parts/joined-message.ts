import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import type { InboundSms } from '../gateways/inbound-sms.ts';
import { joinedMessageId } from './part-hashes.ts';
import { isComplete, type PartSet } from './part-set.ts';

/**
 * Stands where parts are missing: what was around them does not read as one word or number, nor a torn `STOP …` as the
 * keyword that it begins with.
 */
const gap = ' [part missing] ';

/** The text message that the parts make: `partial` if some are missing. */
export function joinedMessage(set: PartSet, hash: KeyedHash): InboundSms {
  const parts = [...set.parts.values()];
  return {
    gateway: set.gateway,
    messageId: joinedMessageId(hash, set),
    from: set.from,
    to: set.to,
    text: joinedText(set),
    receivedAt: parts.flatMap(({ receivedAt }) => receivedAt ?? []).sort()[0] ?? null,
    media: parts.reduce((sum, { media }) => sum + media, 0),
    part: null,
    partial: !isComplete(set),
  };
}

/** A character that the network tore apart between two parts is whole again. */
function joinedText({ parts, total }: PartSet): string {
  const pieces: string[] = [];
  for (let number = 1; number <= total; number += 1) {
    const text = parts.get(number)?.text ?? gap;
    if (text !== gap || pieces.at(-1) !== gap) {
      pieces.push(text);
    }
  }
  const text = pieces.join('').toWellFormed();
  return parts.size === total ? text : text.trim();
}
