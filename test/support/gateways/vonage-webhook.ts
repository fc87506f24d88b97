import { createHash, createHmac } from 'node:crypto';
import type { Parameter } from '#shared/intake/gateways/request-content.ts';
import { type VonageSignature, vonageSignature } from '#shared/intake/gateways/vonage-signature.ts';
import type { GatewayRequest } from '#shared/intake/gateways/webhook.ts';
import { gatewayRequest, requestTime } from './gateway-request.ts';

export const vonageSecret = {
  current: 'my_signature_secret',
  apiKey: 'a1b2c3d',
  apiSecret: 'an invented API secret',
} as const;

/** The vector of 2020, signed then. */
export const vonageFields: readonly Parameter[] = [
  ['msisdn', '447700900001'],
  ['to', '447700900000'],
  ['messageId', '0A0000000123ABCD1'],
  ['text', 'Hello=1&x'],
  ['type', 'text'],
  ['keyword', 'HELLO=1&X'],
  ['message-timestamp', '2020-01-01 12:00:00'],
  ['timestamp', '1578787200'],
  ['nonce', 'aaaaaaaa-bbbb-cccc-dddd-0123456789ab'],
];

export const secondsOf = (time: Date) => Math.floor(time.getTime() / 1000);

/** The fields as of now, some replaced; undefined takes one away. */
export function vonageFieldsWith(changes: Readonly<Record<string, string | undefined>> = {}): readonly Parameter[] {
  const all = { ...Object.fromEntries(vonageFields), timestamp: String(secondsOf(requestTime)), ...changes };
  return Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
}

/** A signed request of the SMS API, in one of its three forms. */
export function vonageWebhook(
  fields: readonly Parameter[] = vonageFieldsWith(),
  {
    method = 'hmac-sha256',
    secret = vonageSecret.current,
    form = 'json',
  }: { readonly method?: VonageSignature; readonly secret?: string; readonly form?: 'query' | 'form' | 'json' } = {},
): GatewayRequest {
  const signed: [string, string][] = [...fields, ['sig', vonageSignature(method, secret, fields)] as const].map(
    ([name, value]) => [name, value],
  );
  const path = '/v1/sms/vonage';
  const encoded = new URLSearchParams(signed).toString();
  switch (form) {
    case 'query':
      return gatewayRequest({ path, method: 'GET', rawQuery: encoded });
    case 'form':
      return gatewayRequest({ path, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: encoded });
    case 'json':
      return gatewayRequest({
        path,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(Object.fromEntries(signed)),
      });
  }
}

export const messagesBody =
  '{"channel":"sms","message_uuid":"aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab","to":"447700900000","from":"447700900001","timestamp":"2025-02-03T12:14:25Z","message_type":"text","text":"Hello"}';

export const messagesToken =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpYXQiOjE3Mzg1ODQ4NjUsImp0aSI6ImM1YmE4ZjI0LTFhMTQtNGMxMC1iZmRmLTNmYmU4Y2U1MTFiNSIsImlzcyI6IlZvbmFnZSIsInBheWxvYWRfaGFzaCI6IjZjZjU1ODg4ZmYwYmZhYzhkZDJiZWExZDkyOTlkZDllM2VmZGJjMWVkMzc5OGFiYTdkZWVmZWU2MTFiZmNlMGEiLCJhcGlfa2V5IjoiYTFiMmMzZCJ9.MXGOU5_GejOrXU0IRnai5QXIN8P9ZVBPpnGl-C_4Q9s';

/** When that token was issued. */
export const messagesTime = new Date(1_738_584_865_000);

interface Token {
  readonly body?: string;
  readonly secret?: string;
  readonly header?: object;
  readonly claims?: object;
}

/** A token over a body; the signature is always HS256, whatever the header says. */
export function messagesTokenFor({ body = messagesBody, secret = vonageSecret.current, header, claims }: Token = {}) {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${encode(header ?? { alg: 'HS256', typ: 'JWT' })}.${encode({
    iat: secondsOf(messagesTime),
    jti: 'c5ba8f24-1a14-4c10-bfdf-3fbe8ce511b5',
    iss: 'Vonage',
    api_key: vonageSecret.apiKey,
    payload_hash: createHash('sha256').update(body).digest('hex'),
    ...claims,
  })}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

/** A callback of the Messages API; `token` null: unsigned. */
export function messagesWebhook({
  body = messagesBody,
  token = messagesTokenFor({ body }),
  now = messagesTime,
}: {
  readonly body?: string;
  readonly token?: string | null;
  readonly now?: Date;
} = {}): GatewayRequest {
  return gatewayRequest({
    path: '/v1/sms/vonage-messages',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body,
    now,
  });
}
