import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetQueueAttributesCommand, ListQueuesCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPhone } from '#infra/cli/sms/text-us.ts';
import { synthesise } from '#infra/local/assembly/synthesise.ts';
import { type LocalStack, startLocalStack } from '#infra/local/start-local-stack.ts';
import { localSettings } from '#infra/settings.ts';
import { proveContact } from '#test/support/end-to-end/proving.ts';
import {
  ask,
  complaintCall,
  deploymentOf,
  eventually,
  follow,
  postReport,
  type Running,
  running,
} from '#test/support/end-to-end/running.ts';
import { gatewaysOf } from '#test/support/end-to-end/texting.ts';

/** Nobody else writes these. Digits are looked for however they are punctuated. */
const canary = {
  sender: '+1 202 555 0199',
  line: '+1 413 555 0198',
  name: 'Canary Quillfeather',
  email: 'quillfeather@canary.example',
  address: '77 Canary Perch Lane, Birdsville',
  text: 'CANARY win a prize at canary-prize.example',
};
const traces = ['2025550199', '4135550198', 'quillfeather', 'canary perch', 'win a prize', 'canary-prize'];

const folder = mkdtempSync(join(tmpdir(), 'ringfence-canary-'));
const printed: string[] = [];
let stack: LocalStack;
let here: Running;

const write = process.stdout.write.bind(process.stdout);

beforeAll(async () => {
  process.stdout.write = (chunk: string | Uint8Array) => {
    printed.push(String(chunk));
    return true;
  };
  stack = await startLocalStack({
    port: 0,
    dataFolder: join(folder, 'data'),
    regulatorKey: 'a regulator key for tests',
    assembly: await impatientAssembly(join(folder, 'assembly')),
  });
  here = await running(stack.url, 'a regulator key for tests');
}, 300_000);

afterAll(async () => {
  process.stdout.write = write;
  await stack.stop();
  rmSync(folder, { recursive: true, force: true });
});

/**
 * The app, but for two things: its streams give a batch up after one repeat, so that dead letters come within seconds, and
 * complaints wait for proof of contact, as they do in a deployment.
 */
async function impatientAssembly(copy: string): Promise<string> {
  cpSync(await synthesise(localSettings), copy, { recursive: true });
  for (const name of readdirSync(copy).filter((file) => file.endsWith('.template.json'))) {
    const path = join(copy, name);
    writeFileSync(
      path,
      readFileSync(path, 'utf8')
        .replaceAll(/"MaximumRetryAttempts": \d+/g, '"MaximumRetryAttempts": 1')
        .replaceAll('"REQUIRE_CONTACT_PROOF": "false"', '"REQUIRE_CONTACT_PROOF": "true"'),
    );
  }
  return copy;
}

function tracesIn(text: string): string[] {
  const folded = text.toLowerCase();
  const digits = text.replaceAll(/[\s().+-]/g, '');
  return traces.filter((trace) => folded.includes(trace) || digits.includes(trace));
}

function filesUnder(path: string): string[] {
  return readdirSync(path).flatMap((name) => {
    const inner = join(path, name);
    return statSync(inner).isDirectory() ? filesUnder(inner) : [inner];
  });
}

/** The canary by text message: through every gateway, as a part, forged, unreadable. */
async function textCanary(): Promise<void> {
  const gateways = await gatewaysOf(here.url);
  const text = await openPhone({ from: canary.line, to: '7726' }, await deploymentOf(here));
  expect(await text(canary.text)).toHaveLength(1);
  expect(await text(canary.sender)).toHaveLength(1);
  const [from, sender] = [canary.line, canary.sender].map((number) => number.replaceAll(/[\s+]/g, ''));
  const of = { type: 'text', msisdn: String(from), to: '12025550100' };
  const part = { ...of, concat: 'true', 'concat-ref': '7', 'concat-total': '2', 'concat-part': '1' };
  await gateways.vonage({ ...of, messageId: 'one', text: `${canary.text} again` });
  await gateways.vonage({ ...part, messageId: 'two', text: canary.text });
  await gateways.infobip([
    { messageId: 'three', from, to: '7726', text: `${canary.text} and again` },
    { from, text: canary.text },
  ]);
  await gateways.generic({ id: 'four', from: canary.line, to: '7726', text: `From +${sender}: ${canary.text}` });
  const message = {
    originationNumber: canary.line.replaceAll(' ', ''),
    destinationNumber: '+12025550100',
    messageBody: `${canary.text} by another way`,
  };
  await gateways.aws({ ...message, inboundMessageId: 'five' });
  // Unreadable: without an id. It leaves the queue.
  await gateways.aws(message);
  const forged = new URLSearchParams({ From: canary.line, Body: canary.text, MessageSid: 'SM1' }).toString();
  const refused = await gateways.forged('twilio', 'application/x-www-form-urlencoded', forged, {
    'x-twilio-signature': canary.email,
  });
  expect(refused.status).toBe(403);
  expect(tracesIn(await refused.text())).toEqual([]);
  const queueLog = join(folder, 'data', 'logs', 'take-queued-sms.log');
  await eventually(
    async () => (existsSync(queueLog) ? readFileSync(queueLog, 'utf8') : ''),
    (log) => ['sms_taken', 'sms_refused'].every((event) => log.includes(event)),
  );
}

const nameOf = (queueUrl: string): string => queueUrl.slice(queueUrl.lastIndexOf('/') + 1);

/** Names of all queues that have to do with text messages. */
async function queuesOfTexts(): Promise<string[]> {
  const { QueueUrls: all = [] } = await here.sqs.send(new ListQueuesCommand({}));
  return all.map(nameOf).filter((name) => /sms/i.test(name));
}

/** Messages on a queue, those that a function has at the moment or failed a moment ago as well. */
async function waiting(QueueUrl: string): Promise<number> {
  const { Attributes: counts = {} } = await here.sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl,
      AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
    }),
  );
  const numbers = Object.values(counts).map(Number);
  expect(numbers).toHaveLength(2);
  return numbers.reduce((sum, count) => sum + count, 0);
}

test('T8: what people write appears in no log line, metric, queue message or dead letter', {
  timeout: 120_000,
}, async () => {
  const complainant = { name: canary.name, email: canary.email, postalAddress: canary.address, consent: true };
  const report = { ...complaintCall, sender: canary.sender, line: canary.line, callerName: canary.name, complainant };
  const { view } = await postReport(here, report);
  await postReport(here, { ...report, kind: 'text', text: canary.text, complain: false });
  // Refused ones: unknown field, hostile sender, not JSON, too large.
  for (const body of [
    JSON.stringify({ ...report, nickname: canary.name }),
    JSON.stringify({ ...report, sender: `\u202e${canary.sender}` }),
    `{"sender":"${canary.sender}"`,
    JSON.stringify({ ...report, text: canary.text.repeat(4000) }),
  ]) {
    const response = await fetch(`${here.url}/v1/reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(tracesIn(await response.text())).toEqual([]);
  }
  // Canaries in places that gateways like to log.
  await fetch(`${here.url}/v1/reports/${encodeURIComponent(canary.line)}`);
  await fetch(`${here.url}/v1/offenders?country=${encodeURIComponent(canary.line)}`, {
    headers: { authorization: `Bearer ${canary.email}`, 'user-agent': canary.name },
  });
  await textCanary();
  const { documentClient, directory } = await deploymentOf(here);
  const incomplete = await eventually(
    () => follow(here, view.receipt),
    (seen) => seen.complaints.length === 2,
  );
  expect(incomplete.complaints.map(({ status, missing }) => [status, missing])).toEqual([
    ['incomplete', ['/contactProof']],
    ['incomplete', ['/contactProof']],
  ]);
  const mail = await proveContact(here, view.receipt, join(folder, 'data'));
  // The address stands where the mail goes to; nothing else of the report is in it.
  expect(mail).toContain(`To: ${canary.email}`);
  expect(tracesIn(mail.replace(canary.email, ''))).toEqual([]);
  const queued = await eventually(
    () => follow(here, view.receipt),
    (seen) => seen.complaints.length === 2 && seen.complaints.every(({ status }) => status === 'queued'),
  );
  const messages: string[] = [];
  for (const { url } of Object.values(directory.queues)) {
    const { Messages: received = [] } = await here.sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: url,
        WaitTimeSeconds: 10,
        MaxNumberOfMessages: 10,
        MessageAttributeNames: ['All'],
      }),
    );
    expect(received.length).toBeGreaterThan(0);
    messages.push(JSON.stringify(received));
  }
  for (const { id } of queued.complaints) {
    // The canary is where it belongs: in what the regulator fetches.
    expect(tracesIn(await (await ask(here, `/v1/complaints/${id}`)).text())).toContain('quillfeather');
  }
  await fetch(`${here.url}/v1/reports/${view.receipt}`, { method: 'DELETE' });
  await eventually(
    () => follow(here, view.receipt),
    (seen) => seen.complaints.every(({ status }) => status === 'withdrawn'),
  );
  // Last, because it holds up what comes after it: an item that no release has written, on which functions fail.
  await documentClient.send(
    new PutCommand({
      TableName: directory.tables.Reports,
      Item: { pk: 'poison', v: 99, complaintAsked: true, ...canary },
    }),
  );
  const logs = () =>
    filesUnder(join(folder, 'data', 'logs'))
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
  // The logs are there, and speak of what happened.
  const all = await eventually(
    async () => logs(),
    (text) =>
      ['request_answered', 'sms_taken', 'contact_proof_mail_done', 'reports_counted', 'record_not_a_report'].every(
        (event) => text.includes(event),
      ),
  );
  for (const name of ['count-facts', 'decide-complaints']) {
    const { Messages: received = [] } = await here.sqs.send(
      new ReceiveMessageCommand({ QueueUrl: directory.deadLetters[name], WaitTimeSeconds: 20 }),
    );
    expect(received.length).toBeGreaterThan(0);
    messages.push(JSON.stringify(received));
  }
  // Text messages have no dead letters (ADR 13), and none is left on its way.
  const ofTexts = [directory.sms.queue?.url ?? '', directory.deadLetters['flush-sms-parts'] ?? ''];
  expect((await queuesOfTexts()).toSorted()).toEqual(ofTexts.map(nameOf).toSorted());
  for (const url of ofTexts) {
    expect(
      await eventually(
        () => waiting(url),
        (count) => count === 0,
      ),
      url,
    ).toBe(0);
  }
  const audit = await (await ask(here, '/v1/audit')).text();
  expect(tracesIn(audit)).toEqual([]);

  expect(tracesIn(all)).toEqual([]);
  expect(tracesIn(messages.join('\n'))).toEqual([]);
  expect(tracesIn(printed.join(''))).toEqual([]);
});
