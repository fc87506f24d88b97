import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { GatewayName } from '#shared/intake/gateways/inbound-sms.ts';
import { infobipSender } from '#shared/intake/gateways/infobip-sender.ts';
import { type OutgoingSms, SmsNotSent, type SmsSender } from '#shared/intake/gateways/outgoing-sms.ts';
import type { Fetch } from '#shared/intake/gateways/post-to-gateway.ts';
import { vonageSender } from '#shared/intake/gateways/vonage-sender.ts';
import { createAwsSmsSender } from '#shared/storage/aws-sms-sender.ts';
import { vonageSecret } from '#test/support/gateways/vonage-webhook.ts';

interface Sent {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const reply = (gateway: GatewayName, text = 'Thanks & bye. Réf K7Q2'): OutgoingSms => ({
  gateway,
  to: '+447700900001',
  from: '+447700900000',
  text,
});
const infobipSecret = { current: 'App invented-by-the-operator', apiKey: 'an invented key' };
const basic = `Basic ${Buffer.from('a1b2c3d:an invented API secret').toString('base64')}`;

/** A `fetch` that answers so, and what it was asked. */
function answering(status: number, body: string): { readonly fetch: Fetch; readonly sent: Sent[] } {
  const sent: Sent[] = [];
  return {
    sent,
    fetch: async (url, init) => {
      sent.push({
        url: String(url),
        headers: Object.fromEntries(new Headers(init?.headers)),
        body: String(init?.body),
      });
      return new Response(body, { status });
    },
  };
}

async function failureOf(sender: SmsSender): Promise<SmsNotSent> {
  const error: unknown = await sender.send(reply('vonage')).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof SmsNotSent)) {
    throw new Error('expected SmsNotSent', { cause: error });
  }
  expect(`${error.message} ${error.code} ${JSON.stringify(error)}`).not.toMatch(/7700900|Thanks|K7Q2/);
  return error;
}

const vonage = (fetch: Fetch) => vonageSender('https://rest.example', vonageSecret, fetch);
const infobip = (fetch: Fetch) => infobipSender('https://x1.example', infobipSecret, fetch);

const accepted = '{"message-count":"1","messages":[{"status":"0","message-id":"1"}]}';
const pending = '{"messages":[{"messageId":"1","status":{"groupId":1,"groupName":"PENDING"}}]}';

test("Vonage's SMS API gets a form, its text as Unicode only where it must be", async () => {
  const { fetch, sent } = answering(200, accepted);
  await vonage(fetch).send(reply('vonage'));
  await vonage(fetch).send(reply('vonage', 'Спасибо'));
  expect(sent.map(({ url, headers }) => [url, headers['authorization'], headers['content-type']])).toEqual(
    Array.from({ length: 2 }, () => ['https://rest.example/sms/json', basic, 'application/x-www-form-urlencoded']),
  );
  expect(sent.map(({ body }) => Object.fromEntries(new URLSearchParams(body)))).toEqual([
    { from: '447700900000', to: '447700900001', text: 'Thanks & bye. Réf K7Q2', type: 'text' },
    { from: '447700900000', to: '447700900001', text: 'Спасибо', type: 'unicode' },
  ]);
});

test('Infobip gets JSON', async () => {
  const { fetch, sent } = answering(200, pending);
  await infobip(fetch).send(reply('infobip'));
  expect(sent).toMatchObject([
    { url: 'https://x1.example/sms/3/messages', headers: { authorization: 'App an invented key' } },
  ]);
  expect(JSON.parse(sent[0]?.body ?? '')).toEqual({
    messages: [
      { sender: '447700900000', destinations: [{ to: '447700900001' }], content: { text: 'Thanks & bye. Réf K7Q2' } },
    ],
  });
});

describe('what is not sent says so by a code, and is not tried again', () => {
  test.each([
    ['vonage throttles', vonage, 200, '{"messages":[{"status":"1"}]}', 'vonage_1', false],
    ['vonage says nothing', vonage, 200, '{}', 'unreadable_answer', true],
    ['vonage quotes the number', vonage, 200, '{"messages":[{"status":"to 447700900001"}]}', 'unreadable_answer', true],
    ['vonage refuses', vonage, 401, '447700900001', 'http_401', false],
    ['vonage breaks', vonage, 503, '', 'http_503', true],
    ['no JSON', vonage, 200, '<html>', 'unreadable_answer', true],
    ['infobip rejects', infobip, 200, '{"messages":[{"status":{"groupName":"REJECTED"}}]}', 'infobip_REJECTED', false],
    ['infobip says nothing', infobip, 200, 'null', 'unreadable_answer', true],
  ] as const)('%s', async (_name, sender, status, body, code, ambiguous) => {
    const { fetch, sent } = answering(status, body);
    expect(await failureOf(sender(fetch))).toMatchObject({ code, ambiguous });
    expect(sent).toHaveLength(1);
  });

  test('no network', async () => {
    const fetch: Fetch = () => Promise.reject(new TypeError('fetch failed for +447700900001'));
    expect(await failureOf(vonage(fetch))).toMatchObject({ code: 'network', ambiguous: true });
  });
});

describe('over a real connection', () => {
  const closers: (() => void)[] = [];
  afterEach(() => {
    vi.restoreAllMocks();
    for (const close of closers.splice(0)) {
      close();
    }
  });

  async function serving(status: number | null): Promise<{ readonly url: string; readonly asked: () => number }> {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      if (status !== null) {
        response.writeHead(status, { location: '/elsewhere' }).end(accepted);
      }
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    closers.push(
      () => server.closeAllConnections(),
      () => server.close(),
    );
    const address: string | AddressInfo | null = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    return { url: `http://127.0.0.1:${port}`, asked: () => asked };
  }

  test('a redirect is not followed: it would carry the credentials away', async () => {
    const { url, asked } = await serving(302);
    expect(await failureOf(vonageSender(url, vonageSecret, fetch))).toMatchObject({ code: 'network' });
    expect(asked()).toBe(1);
  });

  test('a gateway that does not answer is given up after five seconds', async () => {
    const { url } = await serving(null);
    const soon = AbortSignal.timeout.bind(AbortSignal, 30);
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation(soon);
    const credentials = { accessKeyId: 'invented', secretAccessKey: 'invented' };
    const client = new PinpointSMSVoiceV2Client({ region: 'us-east-1', endpoint: url, credentials, maxAttempts: 1 });
    for (const sender of [vonageSender(url, vonageSecret, fetch), createAwsSmsSender(client, null)]) {
      expect(await failureOf(sender)).toMatchObject({ code: 'timeout', ambiguous: true });
    }
    expect(timeout.mock.calls).toEqual([[5_000], [5_000]]);
  });
});

describe('AWS End User Messaging', () => {
  function clientAnswering(statusCode: number, answer: object) {
    const sent: string[] = [];
    const client = new PinpointSMSVoiceV2Client({
      region: 'us-east-1',
      credentials: { accessKeyId: 'invented', secretAccessKey: 'invented' },
      maxAttempts: 1,
      requestHandler: {
        handle: async ({ body: asked }: { readonly body: Uint8Array }) => {
          sent.push(new TextDecoder().decode(asked));
          const body = new Blob([JSON.stringify(answer)]).stream();
          return { response: { statusCode, headers: { 'content-type': 'application/x-amz-json-1.0' }, body } };
        },
      },
    });
    return { client, sent };
  }

  test('sends from the number that was written to', async () => {
    const { client, sent } = clientAnswering(200, { MessageId: '1' });
    await createAwsSmsSender(client, null).send(reply('aws'));
    await createAwsSmsSender(client, 'deliveries').send(reply('aws'));
    const wanted = {
      DestinationPhoneNumber: '+447700900001',
      OriginationIdentity: '+447700900000',
      MessageBody: 'Thanks & bye. Réf K7Q2',
      MessageType: 'TRANSACTIONAL',
    };
    expect(sent.map((body) => JSON.parse(body))).toEqual([wanted, { ...wanted, ConfigurationSetName: 'deliveries' }]);
  });

  test.each([
    [400, 'ValidationException', false],
    [402, 'ServiceQuotaExceededException', false],
    [500, 'InternalServerException', true],
  ])('an error %i %s keeps its name alone', async (status, name, ambiguous) => {
    const { client, sent } = clientAnswering(status, { __type: name, message: 'to +447700900001' });
    expect(await failureOf(createAwsSmsSender(client, null))).toMatchObject({ code: name, ambiguous });
    expect(sent).toHaveLength(1);
  });
});
