import { type GatewaySecret, validSecrets } from './gateway-secrets.ts';
import { countOf, readMessage } from './message-fields.ts';
import { bodyText, jsonOf, membersOf, type Parameter, parametersOf } from './request-content.ts';
import { isTwilioBody, isTwilioSignature } from './twilio-signature.ts';
import { twiml } from './twiml.ts';
import type { GatewayRequest, Parsed, Verification, WebhookGateway } from './webhook.ts';

/**
 * Twilio's form webhook. `publicUrl` is the address before `/v1/sms/twilio`, as configured at Twilio: never taken from
 * the request, whose `Host` anybody may write.
 */
export function twilioGateway(publicUrl: string, secret: GatewaySecret): WebhookGateway {
  return {
    name: 'twilio',
    verify: (request) => verify(request, publicUrl, validSecrets(secret)),
    parse,
    repliesBy: 'answer',
    answer: (reply) => ({ status: 200, headers: { 'content-type': 'text/xml; charset=utf-8' }, body: twiml(reply) }),
    unreadable: 'refuse',
  };
}

function verify(request: GatewayRequest, publicUrl: string, tokens: readonly string[]): Verification {
  const signature = request.headers['x-twilio-signature'] ?? '';
  if (signature === '') {
    return { kind: 'forged', reason: 'no_signature' };
  }
  const bodySha256 = bodyHashOf(request);
  const form = bodySha256 === undefined ? formOf(request) : [];
  if (form === undefined) {
    return { kind: 'malformed', reason: 'not_readable' };
  }
  const query = request.rawQuery === '' ? '' : `?${request.rawQuery}`;
  const url = `${publicUrl.replace(/\/$/, '')}${request.path}${query}`;
  if (!isTwilioSignature(signature, tokens, url, form)) {
    return { kind: 'forged', reason: 'bad_signature' };
  }
  if (bodySha256 !== undefined && !isTwilioBody(request.body, bodySha256)) {
    return { kind: 'forged', reason: 'body_changed' };
  }
  // Equal values of one name count once in the signature, so it does not cover how often they stand there.
  return new Set(form.map((pair) => JSON.stringify(pair))).size === form.length
    ? { kind: 'verified', once: null }
    : { kind: 'forged', reason: 'repeated_field' };
}

/**
 * Two letters and 32 digits, never more: names and values are signed without anything between them, so a recorded request
 * could come again under a new id, one that took in the name and value that follow it.
 */
const sid = /^[SM]M[0-9A-Za-z]{1,32}$/;

function parse(request: GatewayRequest): Parsed {
  const fields = fieldsOf(request);
  if (fields === undefined) {
    return { kind: 'malformed', reason: 'not_readable' };
  }
  // The callbacks for our own messages tell how far they came.
  if ((fields.get('SmsStatus') ?? 'received') !== 'received') {
    return { kind: 'malformed', reason: 'not_inbound' };
  }
  const messageId = fields.get('MessageSid') ?? fields.get('SmsMessageSid') ?? fields.get('SmsSid');
  if (typeof messageId !== 'string' || !sid.test(messageId)) {
    return { kind: 'malformed', reason: 'no_message_id' };
  }
  const read = readMessage('twilio', {
    messageId,
    from: fields.get('From'),
    to: fields.get('To'),
    text: fields.get('Body'),
    media: countOf(fields.get('NumMedia')),
  });
  return read.kind === 'message' ? { kind: 'messages', messages: [read.message], skipped: [] } : read;
}

/** Undefined where a name has two values: which one counts is not told. */
function fieldsOf(request: GatewayRequest): ReadonlyMap<string, unknown> | undefined {
  if (bodyHashOf(request) !== undefined) {
    return membersOf(jsonOf(request.body));
  }
  const form = formOf(request);
  const fields = new Map(form);
  return fields.size === form?.length ? fields : undefined;
}

function formOf(request: GatewayRequest): readonly Parameter[] | undefined {
  const text = bodyText(request.body);
  return text === undefined ? undefined : parametersOf(text);
}

/** Twilio puts the hash of a body that is no form into the query. */
function bodyHashOf(request: GatewayRequest): string | undefined {
  return parametersOf(request.rawQuery).find(([name]) => name === 'bodySHA256')?.[1];
}
