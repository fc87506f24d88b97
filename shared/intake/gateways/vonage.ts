import { type VonageSecret, validSecrets } from './gateway-secrets.ts';
import { readMessage, withPlus } from './message-fields.ts';
import { bodyText, isJson, jsonOf, membersOf, type Parameter, parametersOf, scalar } from './request-content.ts';
import { bytesOf, decodeUserData } from './user-data.ts';
import { type PartFields, partOf, readUserDataHeader } from './user-data-header.ts';
import { isVonageSignature, type VonageSignature } from './vonage-signature.ts';
import type { GatewayRequest, Parsed, Verification, WebhookGateway } from './webhook.ts';
import { readTime } from './written-time.ts';

/** Vonage repeats a message for a day until it is answered; what was signed before that is a recording. */
const longestWait = (24 * 60 + 5) * 60_000;
const clockSkew = 5 * 60_000;

type Fields = ReadonlyMap<string, string>;

/** Vonage's SMS API: GET, or POST of a form or of JSON, with the parameter `sig`. */
export function vonageGateway(method: VonageSignature, secret: VonageSecret): WebhookGateway {
  return {
    name: 'vonage',
    verify: (request) => verify(request, method, validSecrets(secret)),
    parse,
    repliesBy: 'api',
    answer: () => ({ status: 200, headers: {}, body: '' }),
    unreadable: 'acknowledge',
  };
}

function verify(request: GatewayRequest, method: VonageSignature, secrets: readonly string[]): Verification {
  const parameters = parametersIn(request);
  if (parameters === undefined) {
    return { kind: 'malformed', reason: 'not_readable' };
  }
  const fields: Fields = new Map(parameters);
  const signature = fields.get('sig') ?? '';
  if (signature === '') {
    return { kind: 'forged', reason: 'no_signature' };
  }
  if (fields.size !== parameters.length) {
    return { kind: 'forged', reason: 'repeated_field' };
  }
  if (!isVonageSignature(signature, method, secrets, parameters)) {
    return { kind: 'forged', reason: 'bad_signature' };
  }
  const signedAt = readTime(fields.get('timestamp'), 'unix');
  const age = signedAt === null ? Number.NaN : request.now.getTime() - Date.parse(signedAt);
  return age <= longestWait && age >= -clockSkew
    ? { kind: 'verified', once: null }
    : { kind: 'forged', reason: 'stale' };
}

function parse(request: GatewayRequest): Parsed {
  const parameters = parametersIn(request);
  if (parameters === undefined) {
    return { kind: 'malformed', reason: 'not_readable' };
  }
  const fields: Fields = new Map(parameters);
  // A delivery receipt of a message of ours, sent here by mistake.
  if (fields.has('status') && (fields.has('scts') || fields.has('err-code'))) {
    return { kind: 'malformed', reason: 'not_inbound' };
  }
  const part = partFields(fields);
  if (part.kind === 'refused') {
    return { kind: 'malformed', reason: 'part' };
  }
  const read = readMessage('vonage', {
    messageId: fields.get('messageId'),
    from: withPlus(fields.get('msisdn')),
    to: withPlus(fields.get('to')),
    text: fields.get('type') === 'binary' ? binaryText(fields) : fields.get('text'),
    receivedAt: readTime(fields.get('message-timestamp'), 'local'),
    part: part.kind === 'part' ? part.part : null,
  });
  return read.kind === 'message' ? { kind: 'messages', messages: [read.message], skipped: [] } : read;
}

/** By the gateway's own fields, else by the header of a binary message. Not every carrier gives them. */
function partFields(fields: Fields): PartFields {
  const reference = fields.get('concat-ref');
  const total = fields.get('concat-total');
  const number = fields.get('concat-part');
  if (fields.get('concat') === 'true' && reference !== undefined && total !== undefined && number !== undefined) {
    return /^\d{1,3}$/.test(total) && /^\d{1,3}$/.test(number)
      ? partOf(reference, Number(total), Number(number))
      : { kind: 'refused' };
  }
  const header = bytesOf(fields.get('udh') ?? '');
  return header === undefined ? { kind: 'whole' } : readUserDataHeader(header);
}

function binaryText(fields: Fields): string | null {
  const data = bytesOf(fields.get('data') ?? '');
  const coding = fields.get('data-coding') ?? fields.get('data_coding') ?? '';
  return data === undefined ? null : decodeUserData(data, /^\d{1,3}$/.test(coding) ? Number(coding) : null);
}

/** All parameters, wherever they stand: Vonage signs every one. Undefined for a body that is none of the forms, or holds nested values. */
function parametersIn(request: GatewayRequest): readonly Parameter[] | undefined {
  const query = parametersOf(request.rawQuery);
  if (request.method === 'GET') {
    return query;
  }
  if (!isJson(request)) {
    const text = bodyText(request.body);
    return text === undefined ? undefined : [...query, ...parametersOf(text)];
  }
  const members = membersOf(jsonOf(request.body));
  if (members === undefined) {
    return undefined;
  }
  const written = [...members].map(([name, value]): [string, string | undefined] => [name, scalar(value)]);
  const plain = written.filter((entry): entry is [string, string] => entry[1] !== undefined);
  return plain.length === written.length ? [...query, ...plain] : undefined;
}
