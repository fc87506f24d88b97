import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMailStandIn } from '#infra/local/services/mail-stand-in.ts';
import { createSesMailSender } from '#shared/storage/ses-mail-sender.ts';

const folder = mkdtempSync(join(tmpdir(), 'ringfence-mail-'));
const printed: string[] = [];
const standIn = createMailStandIn(
  folder,
  (line) => printed.push(line),
  () => new Date('2026-11-21T12:00:00Z'),
);
let answer: (request: IncomingMessage, body: string, response: ServerResponse) => void;

/** As the local run's server does it. */
const kept: typeof answer = (request, body, response) => {
  const { status, body: said } = standIn.answer(request, body) ?? { status: 400, body: {} };
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
};

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(Buffer.from(chunk));
  }
  answer(request, Buffer.concat(chunks).toString(), response);
});
let sender: ReturnType<typeof createSesMailSender>;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const client = new SESv2Client({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  sender = createSesMailSender(client, {
    from: 'proof@report.example.org',
    programme: 'Ringfence',
    configurationSet: null,
  });
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const mail = { to: 'sam@example.com', subject: 'पुष्टि', text: 'one\n\nhttps://report.example.org/r/proof/x\n' };

test('a mail is kept as a file, whose path alone is printed', async () => {
  answer = kept;
  await sender.send(mail);
  const [line = ''] = printed;
  const path = line.replace('mail: ', '');
  expect(line).toMatch(/^mail: .*\/2026-11-21T12-00-00\.000Z-[0-9a-f]{8}\.eml$/);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const [head = '', ...body] = readFileSync(path, 'utf8').split('\r\n\r\n');
  expect(head.split('\r\n')).toEqual([
    'From: "Ringfence" <proof@report.example.org>',
    'To: sam@example.com',
    `Subject: =?utf-8?B?${Buffer.from(mail.subject).toString('base64')}?=`,
    'Date: Sat, 21 Nov 2026 12:00:00 +0000',
    expect.stringMatching(/^Message-ID: <[0-9a-f-]{36}@local\.example>$/),
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ]);
  expect(body.join('\r\n\r\n')).toBe('one\r\n\r\nhttps://report.example.org/r/proof/x\r\n');
  const listed = standIn.answer(Object.assign(Object.create(null), { method: 'GET', url: '/mail' }), '');
  expect(listed).toEqual({ status: 200, body: { sent: [path] } });
});

describe('T18: an address or subject that would be more than one line or address is never sent', () => {
  test.each([
    { to: 'sam@example.com\r\nBcc: all@example.org' },
    { to: 'sam@example.com\n' },
    { to: 'sam@example.com,other@example.org' },
    { to: 'Sam <sam@example.com>' },
    { to: `${'a'.repeat(65)}@example.com` },
    { to: `a@${'b.'.repeat(130)}example` },
    { to: 'sam@exämple.com' },
    { to: '' },
    { subject: 'hello\r\nBcc: all@example.org' },
    { subject: 'hello\u2028x' },
    { subject: 'hello\u0000' },
  ])('%j', async (change) => {
    let asked = 0;
    answer = () => {
      asked += 1;
    };
    await expect(sender.send({ ...mail, ...change })).rejects.toMatchObject({ failure: 'refused' });
    expect(asked).toBe(0);
  });
});

describe('a mail that SES does not take', () => {
  const refusing =
    (status: number, type: string): typeof answer =>
    (_request, _body, response) =>
      response
        .writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': type })
        .end(JSON.stringify({ message: `no mail for ${mail.to}` }));

  test.each([
    [400, 'BadRequestException', 'refused'],
    [429, 'TooManyRequestsException', 'not_now'],
    [400, 'SendingPausedException', 'not_now'],
    [400, 'MessageRejected', 'not_now'],
    [403, 'AccessDeniedException', 'not_now'],
    [500, 'InternalServiceErrorException', 'unsure'],
  ])('with %i %s is %s, and what is thrown holds no address', async (status, type, failure) => {
    answer = refusing(status, type);
    const error: unknown = await sender.send(mail).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'MailNotSent', failure });
    expect(error instanceof Error ? `${error.message}${error.stack}` : '').not.toContain('sam@');
  });

  test('because the connection breaks may have been taken', async () => {
    answer = (_request, _body, response) => void response.destroy();
    await expect(sender.send(mail)).rejects.toMatchObject({ failure: 'unsure' });
  });
});
