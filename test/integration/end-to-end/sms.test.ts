import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import twilio from 'twilio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPhone, type Texting, TextNotSent } from '#infra/cli/sms/text-us.ts';
import { type LocalStack, startLocalStack } from '#infra/local/start-local-stack.ts';
import { partsPassedKey } from '#shared/storage/keys.ts';
import { deploymentOf, eventually, follow, type Running, running } from '#test/support/end-to-end/running.ts';
import { type Gateways, gatewaysOf } from '#test/support/end-to-end/texting.ts';

const folder = mkdtempSync(join(tmpdir(), 'ringfence-sms-'));
const key = 'a regulator key for tests';
const token = '0123456789abcdef0123456789abcdef';
let stack: LocalStack;
let here: Running;
let gateways: Gateways;

async function start(twilioToken: string): Promise<void> {
  stack = await startLocalStack({ port: 0, dataFolder: folder, regulatorKey: key, twilioToken, quiet: true });
  here = await running(stack.url, key);
  gateways = await gatewaysOf(stack.url);
}

beforeAll(() => start(token), 300_000);

afterAll(async () => {
  await stack?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const phone = async (from: string, to = '7726'): Promise<Texting> => openPhone({ from, to }, await deploymentOf(here));

const receiptIn = (reply: string | undefined): string => / ([0-9A-HJKMNP-TV-Z]{16})\b/.exec(reply ?? '')?.[1] ?? '';
const reportOf = (reply: string | undefined) => follow(here, receiptIn(reply));

/** How many items the tables hold that a text message writes to. */
async function items(): Promise<number> {
  const { documentClient, directory } = await deploymentOf(here);
  const counts = await Promise.all(
    [directory.tables.Reports, directory.tables.Conversations].map(async (TableName) => {
      const { Count: count = 0 } = await documentClient.send(
        new ScanCommand({
          TableName,
          Select: 'COUNT',
          // The schedule's own mark.
          FilterExpression: 'pk <> :passed',
          ExpressionAttributeValues: { ':passed': partsPassedKey },
        }),
      );
      return count;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

const twilioForm = (fields: Record<string, string>): Record<string, string> => ({
  MessageSid: `SM${randomUUID().replaceAll('-', '')}`,
  AccountSid: `AC${'0'.repeat(32)}`,
  From: '+12025550131',
  To: '7726',
  Body: 'Your parcel is held: https://parcel.example',
  NumMedia: '0',
  ...fields,
});
const postTwilio = (form: Record<string, string>, signature: string) =>
  gateways.forged('twilio', 'application/x-www-form-urlencoded', new URLSearchParams(form).toString(), {
    'x-twilio-signature': signature,
  });
const signTwilio = (form: Record<string, string>, url = `${stack.url}/v1/sms/twilio`, secret = token) =>
  twilio.getExpectedTwilioSignature(secret, url, form);

describe('a person with a telephone', () => {
  it('forwards a text, answers the question, has a receipt, and follows it', async () => {
    const text = await phone('+12025550123');
    const [question] = await text('You have WON! Claim your prize at https://prize.example');
    expect(question).toMatch(/reply with the number/i);
    expect(await reportOf(question)).toMatchObject({
      kind: 'text',
      sender: { type: 'unknown' },
      line: { country: 'US', ending: '23' },
    });
    const [receipt] = await text('+1 202 555 0144');
    expect(receiptIn(receipt)).toBe(receiptIn(question));
    expect(await reportOf(receipt)).toMatchObject({ sender: { type: 'phone', value: '+12025550144' } });
    const [status] = await text('STATUS');
    expect(receiptIn(status)).toBe(receiptIn(question));
    expect(await text(`STATUS ${receiptIn(question)}`)).toHaveLength(1);
    await eventually(
      () => reportOf(receipt),
      (seen) => seen.status === 'checked',
    );
  });

  it('is told how to stop, and nothing after that; what they forward still counts', async () => {
    const text = await phone('+12025550124');
    expect((await text('HELP')).join()).toContain('STOP');
    expect(await text('STOP')).toHaveLength(1);
    expect(await text('STOP paying too much, click https://cheap.example')).toEqual([]);
    expect(await text('START')).toHaveLength(1);
  });
});

describe('Twilio', () => {
  it("is believed with the vendor's own signature", async () => {
    const form = twilioForm({});
    const answer = await postTwilio(form, signTwilio(form));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/xml; charset=utf-8']);
    expect(await answer.text()).toMatch(/^<Response><Message>/);
  });

  it.each([
    ['another key', (form: Record<string, string>) => signTwilio(form, undefined, 'another token')],
    ['another address', (form: Record<string, string>) => signTwilio(form, 'https://elsewhere.example/v1/sms/twilio')],
    ['another path', (form: Record<string, string>) => signTwilio(form, `${stack.url}/v1/sms/generic`)],
    ['a parameter less', (form: Record<string, string>) => signTwilio({ ...form, Extra: 'x' })],
    ['a parameter more', ({ Body: _, ...form }: Record<string, string>) => signTwilio(form)],
    ['no signature', () => ''],
  ])('T3: is refused with %s, and nothing is stored', async (_, signature) => {
    const before = await items();
    const form = twilioForm({});
    const answer = await postTwilio(form, signature(form));
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ type: 'urn:ringfence:problem:forbidden' });
    expect(await items()).toBe(before);
  });

  it('T3: is refused where the host is made up by the caller: the address comes from the settings', async () => {
    const form = twilioForm({});
    const forged = await fetch(`${stack.url}/v1/sms/twilio`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-forwarded-host': 'elsewhere.example',
        'x-twilio-signature': signTwilio(form, 'https://elsewhere.example/v1/sms/twilio'),
      },
      body: new URLSearchParams(form).toString(),
    });
    expect(forged.status).toBe(403);
  });

  it('T4: the same webhook a hundred times at once is one report and one reply', async () => {
    const form = twilioForm({ From: '+12025550132', Body: 'Cheap loans at https://loan.example' });
    const signature = signTwilio(form);
    const answers = await Promise.all(
      Array.from({ length: 100 }, async () => {
        const answer = await postTwilio(form, signature);
        return `${answer.status} ${(await answer.text()).includes('<Message>')}`;
      }),
    );
    expect(
      Object.entries(Object.groupBy(answers, (answer) => answer)).map(([name, all]) => [name, all?.length]),
    ).toEqual(
      expect.arrayContaining([
        ['200 true', 1],
        ['200 false', 99],
      ]),
    );
  });

  it.each([
    ['no text at all', { Body: '' }],
    ['only emoji', { Body: '🎉🎉🎉' }],
    ['a picture without text', { Body: '', NumMedia: '1' }],
    ['ten thousand characters', { Body: 'win '.repeat(2500) }],
    ['a short code that writes', { From: '33700' }],
    ['a name that writes', { From: 'BANK' }],
    ['ourselves', { From: '+12025550100' }],
    ['another alphabet', { Body: 'Ваш счёт заблокирован https://bank.example' }],
    ['no writer', { From: '' }],
    ['no id', { MessageSid: '' }],
  ])('answers %s without a fault', async (_, fields) => {
    const form = twilioForm({ From: '+12025550133', ...fields });
    const answer = await postTwilio(form, signTwilio(form));
    expect(answer.status).toBeLessThan(500);
    expect(await answer.text()).not.toMatch(/<Message>.*<Message>/);
  });
});

describe('Vonage', () => {
  const part = (text: string, number: number, of: { reference: string; from: string }) => ({
    type: 'text',
    to: '12025550100',
    msisdn: of.from,
    messageId: randomUUID(),
    'message-timestamp': '2026-11-21 10:00:00',
    text,
    keyword: 'X',
    concat: 'true',
    'concat-ref': of.reference,
    'concat-total': '2',
    'concat-part': String(number),
  });

  it('brings a long text in parts, in any order, by POST or GET: one report, one question', async () => {
    const of = { reference: '77', from: '447700900101' };
    const second = part('pay the fee at https://toll.example today', 2, of);
    expect((await gateways.vonage(second)).status).toBe(200);
    expect(await gateways.repliesTo(of.from)).toEqual([]);
    expect((await gateways.vonage(part('Your toll is due: ', 1, of), 'GET')).status).toBe(200);
    expect((await gateways.vonage(second)).status).toBe(200);
    const replies = await gateways.repliesTo(of.from);
    expect(replies).toHaveLength(1);
    expect(await reportOf(replies[0])).toMatchObject({ kind: 'text', line: { country: 'GB', ending: '01' } });
  });

  it('T3: is refused with another signature', async () => {
    const before = await items();
    const form = new URLSearchParams({
      ...part('x', 1, { reference: '1', from: '447700900102' }),
      sig: 'ab'.repeat(32),
    });
    const answer = await gateways.forged('vonage', 'application/x-www-form-urlencoded', form.toString());
    expect(answer.status).toBe(403);
    expect(await items()).toBe(before);
  });

  it('brings a message by its Messages API; unsigned, it is asked to sign', async () => {
    const message = {
      channel: 'sms',
      message_uuid: randomUUID(),
      to: '12025550100',
      from: '447700900103',
      timestamp: new Date().toISOString(),
      message_type: 'text',
      text: 'Your account is locked, call +44 7700 900199',
    };
    expect((await gateways.forged('vonage-messages', 'application/json', JSON.stringify(message))).status).toBe(503);
    expect((await gateways.vonageMessages(message)).status).toBe(200);
    expect((await gateways.vonageMessages(message)).status).toBe(200);
    expect(await gateways.repliesTo('447700900103')).toHaveLength(1);
  });

  it('T3: is refused with a token of no algorithm', async () => {
    const none = [{ alg: 'none' }, { api_key: 'fill-in' }]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const answer = await gateways.forged('vonage-messages', 'application/json', '{}', {
      authorization: `Bearer ${none}.`,
    });
    expect(answer.status).toBe(403);
  });
});

describe('Infobip', () => {
  const message = (from: string, text: string) => ({
    messageId: randomUUID(),
    from,
    to: '12025550100',
    text,
    cleanText: text,
    keyword: 'X',
    receivedAt: '2026-11-21T10:00:00.000+0000',
    smsCount: 1,
  });

  it('brings several messages in one request, each with its report and reply', async () => {
    const messages = [
      message('447700900111', 'Win at https://a.example'),
      message('447700900112', 'Win at https://b.example'),
    ];
    expect((await gateways.infobip([...messages, { messageId: 'unreadable' }])).status).toBe(200);
    expect((await gateways.infobip(messages)).status).toBe(200);
    expect(await gateways.repliesTo('447700900111')).toHaveLength(1);
    expect(await gateways.repliesTo('447700900112')).toHaveLength(1);
  });

  it('T3: is refused without its secret', async () => {
    const body = JSON.stringify({ results: [message('447700900113', 'x')] });
    const answer = await gateways.forged('infobip', 'application/json', body, { authorization: 'App wrong' });
    expect(answer.status).toBe(403);
  });
});

describe('any other gateway', () => {
  it('posts JSON with an HMAC and has the reply in the answer', async () => {
    const message = { id: randomUUID(), from: '+12025550141', to: '7726', text: 'Free money: https://free.example' };
    const answer = await gateways.generic(message);
    expect([answer.status, await answer.json()]).toEqual([200, { reply: expect.stringMatching(/SKIP/) }]);
    expect(await (await gateways.generic(message)).json()).toEqual({ reply: null });
  });

  it('T3: is refused without', async () => {
    expect((await gateways.forged('generic', 'application/json', '{}', { 'x-signature': 'ab' })).status).toBe(403);
  });
});

describe('AWS End User Messaging', () => {
  it('publishes to the topic; the function takes it from the queue and replies by its API', async () => {
    const from = '+12025550151';
    const inboundMessageId = randomUUID();
    const message = {
      originationNumber: from,
      destinationNumber: '+12025550100',
      messageKeyword: 'KEYWORD_EXAMPLE',
      messageBody: 'END of summer sale https://sale.example',
      inboundMessageId,
    };
    expect((await gateways.aws(message)).status).toBe(200);
    const [question] = await eventually(
      () => gateways.repliesTo(from),
      (replies) => replies.length > 0,
    );
    expect(await reportOf(question)).toMatchObject({ kind: 'text', line: { country: 'US', ending: '51' } });
    // Delivered once more, and then something that is no message at all: silence, and nothing left behind.
    await gateways.aws(message);
    await gateways.aws({ nonsense: true });
    await gateways.aws({ ...message, originationNumber: '+12025550152', inboundMessageId: randomUUID() });
    await eventually(
      () => gateways.repliesTo('+12025550152'),
      (replies) => replies.length > 0,
    );
    expect(await gateways.repliesTo(from)).toHaveLength(1);
  });
});

describe('the token that Twilio signs with', () => {
  it('is the one of this start, whatever it was before', async () => {
    await stack.stop();
    await start('another token of 32 characters..');
    const form = twilioForm({ From: '+12025550161' });
    expect((await postTwilio(form, signTwilio(form))).status).toBe(403);
    const text = await phone('+12025550161');
    expect(await text('You won https://prize.example')).toHaveLength(1);
  });

  it('is not asked for by a telephone that reaches no local run', async () => {
    await expect(
      openPhone({ from: '+1', to: '7726' }, { ...(await deploymentOf(here)), local: false }),
    ).rejects.toThrow(TextNotSent);
  });
});
