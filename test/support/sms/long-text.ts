import type { InboundSms } from '#shared/intake/gateways/inbound-sms.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';

export const partHash = keyedHash('a test secret of enough length', 'sms-part');

/** One part of a long text, as a gateway that joins nothing brings it. */
export function aPart(
  number: number,
  total: number,
  changes: Partial<InboundSms> & { reference?: string } = {},
): InboundSms {
  const { reference = '54', ...rest } = changes;
  return {
    gateway: 'vonage',
    messageId: `0A0000000123AB${reference}${number}`,
    from: '447700900123',
    to: '447700900000',
    text: `part ${number} `,
    receivedAt: `2026-11-20T09:00:0${number % 10}Z`,
    media: 0,
    part: { reference, number, total },
    partial: false,
    ...rest,
  };
}
