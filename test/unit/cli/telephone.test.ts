import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { phoneCommand } from '#infra/cli/commands/phone.ts';
import { smsCommand } from '#infra/cli/commands/sms.ts';
import { readPhoneArguments } from '#infra/cli/sms/phone-line.ts';
import { repliesIn } from '#infra/cli/sms/replies-in.ts';
import { asShown } from '#infra/cli/sms/screen.ts';
import type { PhoneDeployment } from '#infra/cli/sms/text-us.ts';
import { isTwilioSignature } from '#shared/intake/gateways/twilio-signature.ts';
import { twiml } from '#shared/intake/gateways/twiml.ts';

const token = '0123456789abcdef0123456789abcdef';

function said() {
  const lines: { to: 'out' | 'err'; line: string }[] = [];
  return {
    io: {
      out: (line: string) => lines.push({ to: 'out', line }),
      err: (line: string) => lines.push({ to: 'err', line }),
    },
    out: () => lines.filter(({ to }) => to === 'out').map(({ line }) => line),
    err: () => lines.filter(({ to }) => to === 'err').map(({ line }) => line),
  };
}

let server: Server | undefined;

afterEach(() => {
  server?.close();
  server = undefined;
});

/** A webhook that answers every text by `reply`, if Twilio's signature is good; and what it was sent. */
async function webhook(reply: (text: string) => string | null, status = 200) {
  const forms: URLSearchParams[] = [];
  let url = '';
  const listening = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(Buffer.from(chunk));
    }
    const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
    forms.push(form);
    const good = isTwilioSignature(String(request.headers['x-twilio-signature']), [token], `${url}${request.url}`, [
      ...form,
    ]);
    response.writeHead(good ? status : 403).end(good ? twiml(reply(form.get('Body') ?? '')) : '');
  }).listen(0, '127.0.0.1');
  server = listening;
  await once(listening, 'listening');
  const address = listening.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const deployment: PhoneDeployment = {
    local: true,
    secret: async () => JSON.stringify({ current: token }),
    directory: { sms: { webhookUrl: url, secrets: { twilio: 'arn' } } },
  };
  return { deployment, forms };
}

describe('sms', () => {
  it('texts as Twilio would and shows the reply as a telephone does', async () => {
    const { deployment, forms } = await webhook((text) => `Got "${text}" & more`);
    const { io, out } = said();
    expect(await smsCommand(['--from', '+12025550123', 'Win', 'a', 'prize'], deployment, io)).toBe(0);
    expect(out()).toEqual([expect.stringMatching(/^7726 {2}\d\d:\d\d {2}Got "Win a prize" & more$/)]);
    expect(Object.fromEntries(forms[0] ?? [])).toMatchObject({
      From: '+12025550123',
      To: '7726',
      Body: 'Win a prize',
      NumMedia: '0',
      SmsStatus: 'received',
      MessageSid: expect.stringMatching(/^SM[0-9a-f]{32}$/),
    });
  });

  it('says when nothing comes back, and still succeeds', async () => {
    const { deployment } = await webhook(() => null);
    const { io, out, err } = said();
    expect(await smsCommand(['--from', '+12025550123', '--to', '+12025550100', 'hi'], deployment, io)).toBe(0);
    expect([out(), err()]).toEqual([[], ['(no reply)']]);
  });

  it.each([[['hi']], [['--from', '+12025550123']], [['--from', '<script>', 'hi']], [['--form', '+12025550123', 'hi']]])(
    '%j is not understood',
    async (args) => {
      const { deployment } = await webhook(() => null);
      const { io, err } = said();
      expect(await smsCommand(args, deployment, io)).toBe(2);
      expect(err()).toEqual([expect.stringMatching(/^usage: sms --from/)]);
    },
  );

  it('says in one line what is wrong with a local run', async () => {
    const { deployment } = await webhook(() => null, 500);
    const cases: [Partial<PhoneDeployment>, string][] = [
      [{}, 'The local run answered 500; logs/take-sms.log'],
      [{ secret: async () => JSON.stringify({ current: 'another token' }) }, 'The local run refused the signature'],
      [{ local: false }, 'This telephone only reaches a local run'],
      [{ directory: { sms: { webhookUrl: '', secrets: {} } } }, 'This local run has no webhook for Twilio'],
      [{ directory: { sms: { webhookUrl: 'http://127.0.0.1:1', secrets: { twilio: 'arn' } } } }, 'Nothing answers at'],
    ];
    for (const [change, words] of cases) {
      const { io, err } = said();
      expect(await smsCommand(['--from', '+12025550123', 'hi'], { ...deployment, ...change }, io)).toBe(1);
      expect(err()).toEqual([expect.stringContaining(words)]);
    }
  });
});

describe('phone', () => {
  it('sends each line until the end of input; \\n in a line is a new line', async () => {
    const { deployment, forms } = await webhook((text) => (text === 'STOP' ? null : `re: ${text.length}`));
    const { io, out, err } = said();
    const keyboard = { input: Readable.from(['From +15005550006:\\nWin\n', '\n', 'STOP\n']), prompt: () => {} };
    expect(await phoneCommand(['--from', '+12025550123'], deployment, io, keyboard)).toBe(0);
    expect(forms.map((form) => form.get('Body'))).toEqual(['From +15005550006:\nWin', 'STOP']);
    expect(out()).toEqual([expect.stringMatching(/^7726 {2}\d\d:\d\d {2}re: 22$/)]);
    expect(err().at(-1)).toBe('(no reply)');
  });

  it('has a number of nobody without --from, and takes no text', async () => {
    const { deployment, forms } = await webhook(() => null);
    const keyboard = { input: Readable.from(['hi\n']), prompt: () => {} };
    expect(await phoneCommand([], deployment, said().io, keyboard)).toBe(0);
    expect(forms[0]?.get('From')).toBe('+12025550123');
    expect(await phoneCommand(['hi'], deployment, said().io, keyboard)).toBe(2);
  });
});

describe('reading and showing', () => {
  it('markup becomes the text that was sent', () => {
    for (const text of ['a < b & "c" \'d\'', '&amp;lt;', 'हिन्दी']) {
      expect(repliesIn(twiml(text))).toEqual([text]);
    }
    expect(repliesIn(twiml(null))).toEqual([]);
  });

  it('arguments may name both numbers', () => {
    expect(readPhoneArguments(['--from=+12025550123', '--to=33700', 'a b', 'c'])).toEqual({
      kind: 'line',
      line: { from: '+12025550123', to: '33700' },
      text: 'a b c',
    });
  });

  it('a reply has its hour', () => {
    expect(asShown('Hello', '7726', new Date(2026, 10, 21, 9, 5))).toBe('7726  09:05  Hello');
  });
});
