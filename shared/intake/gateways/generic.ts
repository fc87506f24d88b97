import { createHmac } from 'node:crypto';
import type { GenericOptions } from './gateway-options.ts';
import { type GatewaySecret, validSecrets } from './gateway-secrets.ts';
import { valueAt } from './json-pointer.ts';
import { countOf, readMessage, withPlus } from './message-fields.ts';
import { jsonOf, membersOf, scalar } from './request-content.ts';
import { sameSecret } from './same-secret.ts';
import { isAllowedAddress } from './source-address.ts';
import { bytesOf, decodeUserData } from './user-data.ts';
import { type PartFields, partOf, readUserDataHeader } from './user-data-header.ts';
import type { GatewayRequest, Parsed, Verification, WebhookGateway } from './webhook.ts';
import { readTime } from './written-time.ts';

type Signature = GenericOptions['signature'];
type FieldName = keyof GenericOptions['fields'];

/** Any gateway that posts JSON: fields, times and signature as the operator's settings say. Answers `{"reply": …}`. */
export function genericGateway(options: GenericOptions, secret: GatewaySecret): WebhookGateway {
  return {
    name: 'generic',
    verify: (request) => verify(request, options, validSecrets(secret)),
    parse: (request) => parse(request, options),
    repliesBy: 'answer',
    answer: (reply) => ({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ reply }),
    }),
    unreadable: 'refuse',
  };
}

/** The header's value for a body. */
export function genericSignature({ algorithm, encoding, prefix }: Signature, secret: string, body: Uint8Array): string {
  return algorithm === 'static'
    ? prefix + secret
    : prefix + createHmac(algorithm.slice('hmac-'.length), secret).update(body).digest(encoding);
}

function verify(
  request: GatewayRequest,
  { signature, allowedAddresses }: GenericOptions,
  secrets: readonly string[],
): Verification {
  const given = request.headers[signature.header] ?? '';
  if (given === '') {
    return { kind: 'forged', reason: 'no_signature' };
  }
  const hexadecimal = signature.algorithm !== 'static' && signature.encoding === 'hex';
  const written = hexadecimal ? signature.prefix + given.slice(signature.prefix.length).toLowerCase() : given;
  if (
    !given.startsWith(signature.prefix) ||
    !secrets.some((secret) => sameSecret(written, genericSignature(signature, secret, request.body)))
  ) {
    return { kind: 'forged', reason: 'bad_signature' };
  }
  return isAllowedAddress(request.sourceAddress, allowedAddresses)
    ? { kind: 'verified', once: null }
    : { kind: 'forged', reason: 'address' };
}

function parse(request: GatewayRequest, { fields, time, withoutPlus }: GenericOptions): Parsed {
  const document = jsonOf(request.body);
  if (membersOf(document) === undefined) {
    return { kind: 'malformed', reason: 'not_readable' };
  }
  const at = (name: FieldName): unknown => {
    const pointer = fields[name];
    return pointer === undefined ? undefined : valueAt(document, pointer);
  };
  const address = (name: FieldName) => (withoutPlus ? withPlus(at(name)) : at(name));
  const part = partFields(at);
  if (part.kind === 'refused') {
    return { kind: 'malformed', reason: 'part' };
  }
  const read = readMessage('generic', {
    messageId: at('messageId'),
    from: address('from'),
    to: address('to'),
    text: at('text') ?? binaryText(at),
    receivedAt: readTime(scalar(at('receivedAt')), time.format, time.zone),
    media: countOf(at('media')),
    part: part.kind === 'part' ? part.part : null,
  });
  return read.kind === 'message' ? { kind: 'messages', messages: [read.message], skipped: [] } : read;
}

function partFields(at: (name: FieldName) => unknown): PartFields {
  const reference = scalar(at('partReference'));
  const number = scalar(at('partNumber'));
  const total = scalar(at('partTotal'));
  if (reference !== undefined && number !== undefined && total !== undefined) {
    return /^\d{1,3}$/.test(number) && /^\d{1,3}$/.test(total)
      ? partOf(reference, Number(total), Number(number))
      : { kind: 'refused' };
  }
  const header = bytesOf(scalar(at('userDataHeader')) ?? '');
  return header === undefined ? { kind: 'whole' } : readUserDataHeader(header);
}

function binaryText(at: (name: FieldName) => unknown): string | null {
  const data = bytesOf(scalar(at('data')) ?? '');
  const coding = scalar(at('dataCoding')) ?? '';
  return data === undefined ? null : decodeUserData(data, /^\d{1,3}$/.test(coding) ? Number(coding) : null);
}
