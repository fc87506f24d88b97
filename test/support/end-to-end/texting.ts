import { createHash, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import * as z from 'zod';
import { localDeployment } from '#infra/cli/deployment.ts';
import { localAnswerSchema } from '#infra/cli/directory.ts';
import { genericSignature } from '#shared/intake/gateways/generic.ts';
import { vonageSignature } from '#shared/intake/gateways/vonage-signature.ts';

const sentSchema = z.object({
  sent: z.array(z.object({ to: z.string(), from: z.string(), text: z.string(), by: z.string() })),
});
const secretSchema = z.object({ current: z.string(), apiKey: z.string().optional() });

/** The gateways' side of a local run: each posts as it would, with its own secret. */
export interface Gateways {
  /** What left through a gateway's API for this number, with or without its plus sign. */
  repliesTo(number: string): Promise<readonly string[]>;
  vonage(fields: Readonly<Record<string, string>>, method?: 'GET' | 'POST'): Promise<Response>;
  vonageMessages(message: Readonly<Record<string, unknown>>): Promise<Response>;
  infobip(results: readonly Readonly<Record<string, unknown>>[]): Promise<Response>;
  generic(message: Readonly<Record<string, unknown>>): Promise<Response>;
  /** Publishes to the topic as a number's two-way channel does. */
  aws(message: Readonly<Record<string, unknown>>): Promise<Response>;
  /** A post by a stranger. */
  forged(name: string, type: string, body: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

export async function gatewaysOf(url: string): Promise<Gateways> {
  const { directory, endpoints } = localAnswerSchema.parse(await (await fetch(`${url}/_local`)).json());
  const deployment = await localDeployment(url);
  const secretOf = async (name: string) =>
    secretSchema.parse(JSON.parse(await deployment.secret(directory.sms.secrets[name] ?? '')));
  const post = (name: string, type: string, body: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${url}/v1/sms/${name}`, { method: 'POST', headers: { 'content-type': type, ...headers }, body });
  const json = 'application/json';

  return {
    repliesTo: async (number) => {
      const { sent } = sentSchema.parse(await (await fetch(`${endpoints.sms}/sms`)).json());
      return sent.filter(({ to }) => to.replace('+', '') === number.replace('+', '')).map(({ text }) => text);
    },
    vonage: async (fields, method = 'POST') => {
      const { current } = await secretOf('vonage');
      const all = { ...fields, timestamp: String(Math.floor(Date.now() / 1000)), nonce: randomUUID() };
      const signed = { ...all, sig: vonageSignature('hmac-sha256', current, Object.entries(all)) };
      const form = new URLSearchParams(signed).toString();
      return method === 'GET'
        ? fetch(`${url}/v1/sms/vonage?${form}`)
        : post('vonage', 'application/x-www-form-urlencoded', form);
    },
    vonageMessages: async (message) => {
      const { current, apiKey } = await secretOf('vonage-messages');
      const body = JSON.stringify(message);
      const token = await new SignJWT({
        iat: Math.floor(Date.now() / 1000),
        jti: randomUUID(),
        iss: 'Vonage',
        api_key: apiKey,
        payload_hash: createHash('sha256').update(body).digest('hex'),
      })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .sign(new TextEncoder().encode(current));
      return post('vonage-messages', json, body, { authorization: `Bearer ${token}` });
    },
    infobip: async (results) => {
      const { current } = await secretOf('infobip');
      const body = JSON.stringify({ results, messageCount: results.length, pendingMessageCount: 0 });
      return post('infobip', json, body, { authorization: current });
    },
    generic: async (message) => {
      const { current } = await secretOf('generic');
      const body = JSON.stringify(message);
      const signature = { header: 'x-signature', algorithm: 'hmac-sha256', encoding: 'hex', prefix: '' } as const;
      return post('generic', json, body, { 'x-signature': genericSignature(signature, current, Buffer.from(body)) });
    },
    aws: (message) =>
      fetch(endpoints.sqs, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          authorization:
            'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/sns/aws4_request, SignedHeaders=host, Signature=00',
        },
        body: new URLSearchParams({
          Action: 'Publish',
          Version: '2010-03-31',
          TopicArn: directory.sms.topicArn ?? '',
          Message: JSON.stringify(message),
        }).toString(),
      }),
    forged: post,
  };
}
