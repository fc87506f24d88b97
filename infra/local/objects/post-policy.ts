import { createHmac, timingSafeEqual } from 'node:crypto';
import { isList, isObject, type Json, parseJson } from '../json.ts';

export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

export type PolicyAnswer =
  | { readonly kind: 'allowed'; readonly fewestBytes: number; readonly mostBytes: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

interface PolicyPlace {
  readonly bucket: string;
  readonly secretKey: string;
  readonly now: Date;
}

/** Fields that a policy need not name. */
const FREE = /^(?:x-amz-signature|policy|file|x-ignore-.*)$/;
/** What S3 takes in one request. */
const MOST_BYTES = 5 * 1024 ** 3;

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

function signatureOf(policy: string, credential: string, secretKey: string): string {
  const [, date = '', region = '', service = '', end = ''] = credential.split('/');
  const key = [date, region, service, end].reduce<string | Buffer>(hmac, `AWS4${secretKey}`);
  return hmac(key, policy).toString('hex');
}

function sameText(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

const denied = (message: string): PolicyAnswer => ({
  kind: 'refused',
  refusal: { status: 403, code: 'AccessDenied', message },
});

/** A condition as `[operator, field, value]`; the form `{field: value}` means equality. */
function readCondition(condition: Json): readonly [string, string, string] | null {
  if (isList(condition) && condition.length === 3) {
    return [String(condition[0]), String(condition[1]).replace(/^\$/, ''), String(condition[2])];
  }
  const [entry, ...others] = isObject(condition) ? Object.entries(condition) : [];
  return entry === undefined || others.length > 0 ? null : ['eq', entry[0], String(entry[1])];
}

/**
 * Checks a form against its policy as S3 does: signature, expiry, every condition, and no field beside them
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html).
 */
export function checkPolicy(
  fields: ReadonlyMap<string, string>,
  { bucket, secretKey, now }: PolicyPlace,
): PolicyAnswer {
  const form = new Map([...fields].map(([name, value]) => [name.toLowerCase(), value]));
  const policy = form.get('policy') ?? '';
  const signature = form.get('x-amz-signature') ?? '';
  if (policy === '' || form.get('x-amz-algorithm') !== 'AWS4-HMAC-SHA256') {
    return denied('Access Denied');
  }
  if (!sameText(signature, signatureOf(policy, form.get('x-amz-credential') ?? '', secretKey))) {
    const message = 'The request signature we calculated does not match the signature you provided.';
    return { kind: 'refused', refusal: { status: 403, code: 'SignatureDoesNotMatch', message } };
  }
  const document = parseJson(Buffer.from(policy, 'base64').toString('utf8'));
  const conditions = isObject(document) && isList(document['conditions']) ? document['conditions'] : [];
  const expiration = isObject(document) ? Date.parse(String(document['expiration'])) : Number.NaN;
  if (!(expiration > now.getTime())) {
    return denied('Invalid according to Policy: Policy expired.');
  }
  form.set('bucket', bucket);
  const named = new Set<string>(['bucket']);
  let [fewestBytes, mostBytes] = [0, MOST_BYTES];
  for (const condition of conditions) {
    const read = readCondition(condition);
    const [operator, field, value] = read ?? ['', '', ''];
    const name = field.toLowerCase();
    if (operator === 'content-length-range') {
      [fewestBytes, mostBytes] = [Number(field), Number(value)];
      continue;
    }
    const sent = form.get(name) ?? '';
    const holds = operator === 'eq' ? sent === value : operator === 'starts-with' && sent.startsWith(value);
    if (!holds) {
      return denied(`Invalid according to Policy: Policy Condition failed: ${JSON.stringify(condition)}`);
    }
    named.add(name);
  }
  const extra = [...form.keys()].find((name) => !named.has(name) && !FREE.test(name));
  return extra === undefined
    ? { kind: 'allowed', fewestBytes, mostBytes }
    : denied(`Invalid according to Policy: Extra input fields: ${extra}`);
}
