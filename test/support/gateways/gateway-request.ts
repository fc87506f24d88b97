import type { GatewayRequest } from '#shared/intake/gateways/webhook.ts';

export const requestTime = new Date('2026-11-21T10:00:00Z');

type RequestParts = Partial<Omit<GatewayRequest, 'body'>> & { readonly body?: string | Uint8Array };

/** A webhook request; `body` is text in UTF-8 or bytes. */
export function gatewayRequest({ body = '', ...parts }: RequestParts): GatewayRequest {
  return {
    method: 'POST',
    path: '/v1/sms/twilio',
    rawQuery: '',
    headers: {},
    sourceAddress: '192.0.2.1',
    now: requestTime,
    ...parts,
    body: Buffer.from(body),
  };
}
