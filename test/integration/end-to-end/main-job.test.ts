import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { exportCommand } from '#infra/cli/commands/export.ts';
import { recountCommand } from '#infra/cli/commands/recount.ts';
import { registryCommand } from '#infra/cli/commands/registry.ts';
import { regulatorCommand } from '#infra/cli/commands/regulator.ts';
import { type LocalStack, startLocalStack } from '#infra/local/start-local-stack.ts';
import { callLogPageSchema, openUpload, phoneLog, postBatch, uploadLog } from '#test/support/end-to-end/call-logs.ts';
import {
  ask,
  complaintCall,
  deploymentOf,
  eventually,
  follow,
  pointerSchema,
  postReport,
  type Running,
  running,
} from '#test/support/end-to-end/running.ts';
import { zipOf } from '#test/support/registry/zip-files.ts';

const key = 'a regulator key for tests';
const folder = mkdtempSync(join(tmpdir(), 'ringfence-main-job-'));
let stack: LocalStack;
let here: Running;

beforeAll(async () => {
  stack = await startLocalStack({ port: 0, dataFolder: folder, regulatorKey: key, quiet: true });
  here = await running(stack.url, key);
}, 300_000);

afterAll(async () => {
  await stack.stop();
  rmSync(folder, { recursive: true, force: true });
});

const offendersSchema = z.object({ offenders: z.array(z.record(z.string(), z.unknown())) });
const exportsSchema = z.object({ exports: z.array(z.object({ href: z.string() })) });
const manifestSchema = z.object({ files: z.array(z.object({ name: z.string() })) });
const complaintsSchema = z.object({ complaints: z.array(z.object({ regulator: z.string() })) });

const silent = { out: () => {}, err: () => {} };

test('a report becomes a verdict, a figure, a complaint on the queue, and an answer', async () => {
  const { status, view } = await postReport(here, complaintCall);
  expect(status).toBe(201);
  expect(view).toMatchObject({
    status: 'received',
    sender: { type: 'phone', value: '+12025550143' },
    registry: { status: 'registered', source: 'statement' },
    subject: { reports: 0 },
    complaints: [],
  });
  expect(view.findings.find(({ rule }) => rule === 'US-DNC-REG')?.verdict).toBe('violation');

  const queued = await eventually(
    () => follow(here, view.receipt),
    (seen) => seen.subject?.reports === 1 && seen.complaints.length === 2 && seen.status === 'complaint_queued',
  );
  expect(queued.complaints.map(({ regulator, route, status: at }) => [regulator, route, at])).toEqual([
    ['us-ftc', 'queue', 'queued'],
    ['us-ma-ag', 'queue', 'queued'],
  ]);

  const queue = here.directory.queues['us-ma-ag'];
  const received = await here.sqs.send(
    new ReceiveMessageCommand({ QueueUrl: queue?.url, WaitTimeSeconds: 10, VisibilityTimeout: 0 }),
  );
  const pointer = pointerSchema.parse(JSON.parse(received.Messages?.[0]?.Body ?? 'null'));
  expect(queued.complaints.map(({ id }) => id)).toContain(pointer.id);

  const list = await (await ask(here, '/v1/complaints?status=queued')).json();
  expect(list).toMatchObject({ complaints: expect.arrayContaining([expect.objectContaining({ id: pointer.id })]) });

  const complaint = await ask(here, pointer.href);
  expect(complaint.status).toBe(200);
  expect(JSON.stringify(await complaint.json())).toContain('+12025550143');
  expect((await follow(here, view.receipt)).complaints.find(({ id }) => id === pointer.id)?.status).toBe('submitted');

  const acknowledged = await ask(here, `${pointer.href}/events`, {
    method: 'POST',
    body: { event: 'acknowledged', reference: 'AG-2026-0001' },
  });
  expect(acknowledged.status).toBe(200);
  const followed = await follow(here, view.receipt);
  expect(followed.status).toBe('acknowledged');
  expect(followed.complaints.find(({ id }) => id === pointer.id)).toMatchObject({
    status: 'acknowledged',
    reference: 'AG-2026-0001',
    nextStepBy: null,
    nextStep: 'not_known',
  });

  const own = await fetch(`${here.url}/v1/reports/${view.receipt}/complaints/${pointer.id}`);
  expect(await own.json()).toMatchObject({
    id: pointer.id,
    regulator: 'us-ma-ag',
    letter: expect.stringContaining('Sam Doe'),
  });
  const letter = await fetch(`${here.url}/v1/reports/${view.receipt}/complaints/${pointer.id}/letter.txt`);
  expect(letter.headers.get('content-type')).toBe('text/plain; charset=utf-8');
});

test('a complaint that lacks a field says so, and goes out when the field comes', async () => {
  const { complainant: _complainant, ...bare } = complaintCall;
  const { view } = await postReport(here, { ...bare, sender: '202 555 0177' });
  const incomplete = await eventually(
    () => follow(here, view.receipt),
    (seen) => seen.complaints.length === 2,
  );
  expect(incomplete.complaints.map(({ status }) => status)).toEqual(['incomplete', 'incomplete']);
  expect(incomplete.complaints.find(({ regulator }) => regulator === 'us-ma-ag')?.missing).toContain(
    '/complainant/name',
  );
  const patched = await fetch(`${here.url}/v1/reports/${view.receipt}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/merge-patch+json' },
    body: JSON.stringify({ complainant: complaintCall.complainant }),
  });
  expect(patched.status).toBe(200);
  await eventually(
    () => follow(here, view.receipt),
    (seen) => seen.complaints.every(({ status }) => status === 'queued'),
  );
});

test('a withdrawal takes the figures back and closes what was not fetched', async () => {
  const { view } = await postReport(here, { ...complaintCall, sender: '202 555 0188' });
  const before = await eventually(
    () => follow(here, view.receipt),
    (seen) => seen.status === 'complaint_queued' && seen.subject?.reports === 1,
  );
  const removed = await fetch(`${here.url}/v1/reports/${view.receipt}`, { method: 'DELETE' });
  expect(removed.status).toBe(204);
  expect((await fetch(`${here.url}/v1/reports/${view.receipt}`, { method: 'DELETE' })).status).toBe(204);
  // Looking at the complaint as the regulator would be taking it, so the reporter's page tells when it is closed.
  await eventually(
    () => follow(here, view.receipt),
    (seen) => seen.complaints.every(({ status }) => status === 'withdrawn'),
  );
  for (const { id } of before.complaints) {
    expect((await ask(here, `/v1/complaints/${id}`)).status).toBe(410);
  }
  await eventually(
    async () => (await ask(here, `/v1/offenders/${before.subject?.id}`)).status,
    (status) => status === 404,
  );
  expect(await follow(here, view.receipt)).toMatchObject({ status: 'withdrawn', sender: null, line: null });
});

test('a recount brings back a complaint that was never drafted, and counts nothing twice', async () => {
  const { view } = await postReport(here, { ...complaintCall, sender: '202 555 0166' });
  const queued = await eventually(
    () => follow(here, view.receipt),
    (seen) => seen.status === 'complaint_queued' && seen.subject?.reports === 1 && seen.complaints.length === 2,
  );
  const deployment = await deploymentOf(here);
  for (const { id } of queued.complaints) {
    const { Complaints: TableName } = deployment.directory.tables;
    await deployment.documentClient.send(new DeleteCommand({ TableName, Key: { pk: id } }));
  }
  expect((await follow(here, view.receipt)).complaints).toEqual([]);
  expect(await recountCommand([], deployment, silent)).toBe(0);
  const again = await eventually(
    () => follow(here, view.receipt),
    (seen) => seen.status === 'complaint_queued' && seen.complaints.length === 2,
  );
  expect(again.complaints.map(({ id }) => id)).toEqual(queued.complaints.map(({ id }) => id));
  expect(again.subject).toMatchObject({ reports: 1, reporters: 1 });
});

test('offenders come as JSON, CSV and lines, and an export holds the same', async () => {
  const senders = ['303 555 0101', '303 555 0102'];
  const lines = ['+1 413 555 0151', '+1 413 555 0152', '+1 413 555 0153'];
  for (const sender of senders) {
    for (const line of lines) {
      await postReport(here, { kind: 'call', sender, line, occurredAt: '2026-11-19', topic: 'warranties' });
    }
  }
  const offenders = await eventually(
    async () => offendersSchema.parse(await (await ask(here, '/v1/offenders')).json()),
    (answer) => answer.offenders.length === 2,
  );
  expect(offenders.offenders[0]).toMatchObject({ type: 'phone', reports: 3, reporters: 3, status: 'alleged' });

  const csv = await ask(here, '/v1/offenders', { headers: { accept: 'text/csv' } });
  const rows: Record<string, string>[] = parse(await csv.text(), { columns: true });
  expect(rows.map((row) => row['number_digits']).sort()).toEqual(['13035550101', '13035550102']);
  const ndjson = await ask(here, '/v1/offenders', { headers: { accept: 'application/x-ndjson' } });
  expect((await ndjson.text()).trim().split('\n')).toHaveLength(2);

  expect(await exportCommand(['now'], await deploymentOf(here), silent)).toBe(0);
  const [published] = exportsSchema.parse(await (await ask(here, '/v1/exports')).json()).exports;
  const manifest = manifestSchema.parse(await (await ask(here, published?.href ?? '')).json());
  const file = manifest.files.find(({ name }) => name.endsWith('.csv.gz'));
  const answer = await ask(here, `${published?.href}/${file?.name}`);
  expect(answer.headers.get('etag')).toMatch(/^"[^"]+"$/);
  const exported: Record<string, string>[] = parse(gunzipSync(Buffer.from(await answer.arrayBuffer())).toString(), {
    columns: true,
  });
  expect(exported.map((row) => row['number_digits']).sort()).toEqual(['13035550101', '13035550102']);
  const part = await ask(here, `${published?.href}/${file?.name}`, { headers: { range: 'bytes=0-9' } });
  expect(part.status).toBe(206);
});

const whose = '?line=%2B1%20413%20555%200142&timeZone=America%2FNew_York';

test('a call log becomes a list, of which chosen rows are reported as they stand', async () => {
  const log = phoneLog(40);
  const answer = await fetch(`${here.url}/v1/call-logs${whose}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: log,
  });
  expect(answer.status).toBe(200);
  const page = callLogPageSchema.parse(await answer.json());
  expect(page).toMatchObject({ format: 'smsbr-calls', rows: 40, cursor: null, complete: true, skipped: [] });
  expect(page.calls.filter(({ contact, direction }) => contact || direction === 'out').map(({ row }) => row)).toEqual([
    39, 40,
  ]);
  const chosen = page.calls.slice(0, 6).map(({ report }) => report);
  expect(await postBatch(here, chosen)).toEqual([201, 201, 201, 201, 201, 201]);
  const program = await fetch(`${here.url}/v1/call-logs`, { method: 'POST', body: 'MZ\u0090\0\u0003\0' });
  expect(program.status).toBe(415);
});

test('a log too large for a request is uploaded, read in the background, answered by pages, and erased', async () => {
  const log = phoneLog(24_000);
  expect(log.length).toBeGreaterThan(4 * 1024 * 1024);
  const { id, answer } = await uploadLog(here, log, whose);
  expect(answer.status).toBe(200);
  const rows: number[] = [];
  let page = callLogPageSchema.parse(await answer.json());
  for (;;) {
    expect(page).toMatchObject({ format: 'smsbr-calls', rows: 24_000, complete: true, timeZoneNeeded: false });
    rows.push(...page.calls.map(({ row }) => row));
    if (page.cursor === null) {
      break;
    }
    const next = await fetch(`${here.url}/v1/call-logs/${id}?cursor=${page.cursor}`);
    page = callLogPageSchema.parse(await next.json());
  }
  expect(rows).toEqual(Array.from({ length: 24_000 }, (_, index) => index + 1));
  expect(await postBatch(here, [page.calls[0]?.report])).toEqual([201]);
  expect((await fetch(`${here.url}/v1/call-logs/${id}?cursor=2`)).status).toBe(400);
});

test('an upload that is no log says so; one that was never opened is not found; one without a file waits', async () => {
  const { id, answer } = await uploadLog(here, 'Dear friend');
  expect([answer.status, await answer.json()]).toEqual([
    415,
    expect.objectContaining({ type: 'urn:ringfence:problem:not-a-call-log' }),
  ]);
  expect((await fetch(`${here.url}/v1/call-logs/${id.toLowerCase()}`)).status).toBe(404);
  const waiting = await fetch(`${here.url}/v1/call-logs/${(await openUpload(here)).id}`);
  expect([waiting.status, waiting.headers.get('retry-after')]).toEqual([202, '2']);
});

test('keys: none, a wrong one, and one for a single regulator', async () => {
  expect((await fetch(`${here.url}/v1/offenders`)).status).toBe(401);
  expect(
    (await fetch(`${here.url}/v1/complaints`, { headers: { authorization: 'Bearer nobody-knows-this-one' } })).status,
  ).toBe(401);
  const printed: string[] = [];
  const io = { out: (line: string) => printed.push(line), err: () => {} };
  expect(await regulatorCommand(['add', 'us-ftc'], await deploymentOf(here), io)).toBe(0);
  const own = /rfk_[\w-]{43}/.exec(printed.join('\n'))?.[0] ?? '';
  const { complaints } = complaintsSchema.parse(await (await ask({ ...here, key: own }, '/v1/complaints')).json());
  expect(complaints.length).toBeGreaterThan(0);
  expect(complaints.every(({ regulator }) => regulator === 'us-ftc')).toBe(true);
  const audit = await (await ask({ ...here, key: own }, '/v1/audit')).json();
  expect(JSON.stringify(audit)).toContain('complaints');
});

test('what is not there answers 404 as a problem; what is too large 413', async () => {
  const unknown = await fetch(`${here.url}/v1/numbers/abcd`);
  expect(unknown.status).toBe(404);
  expect(unknown.headers.get('content-type')).toBe('application/problem+json');
  const huge = await fetch(`${here.url}/v1/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'call', occurredAt: '2026-11-20', text: 'x'.repeat(70_000) }),
  });
  expect(huge.status).toBe(413);
  expect(await (await fetch(`${here.url}/healthz`)).json()).toEqual({ status: 'ok' });
  expect(await (await fetch(`${here.url}/openapi.json`)).json()).toMatchObject({ openapi: '3.1.0' });
});

test('a do-not-call list that is uploaded answers reports, and the change list after it; what is refused says why', async () => {
  const registry = async (...args: readonly string[]) => {
    const lines: string[] = [];
    const io = { out: (line: string) => void lines.push(line), err: (line: string) => void lines.push(line) };
    return { status: await registryCommand(args, await deploymentOf(here), io), told: lines.join('\n') };
  };
  const put = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  // No list is from the future, whenever this runs.
  const dayOf = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
  const name = (daysAgo: number, extension: string) => `${dayOf(daysAgo)}_us_0123456789abcdef.${extension}`;
  const answer = async (line: string) => {
    const { view } = await postReport(here, { ...complaintCall, registeredSince: undefined, complain: false, line });
    return view.registry;
  };
  // Area codes with a nine in the middle are given to nobody.
  const entries = Array.from({ length: 3000 }, (_, n) => `49${n % 3},555${String(n).padStart(4, '0')}`).sort();
  const zip = await zipOf([{ name: name(20, 'txt'), content: `${entries.join('\n')}\n` }]);
  const full = await registry('upload', 'us-national', put(name(20, 'txt.zip'), zip));
  expect(full.told).toContain('was imported and answers');
  expect(full.told).toMatch(/numbers +3,000 on 3 pages.*area codes +3\n.*before +at most.*used.*price +\$0\.0/s);
  expect(full.status).toBe(0);
  // Look-ups follow a pointer for a while.
  const listed = await eventually(
    () => answer('+14905550000'),
    (seen) => seen?.source === 'list',
    90,
  );
  expect(listed).toMatchObject({ status: 'registered', asOf: dayOf(20) });
  expect(await answer('+14905559999')).toMatchObject({ status: 'not_registered', source: 'list' });

  const lines = [`490,5550000,${dayOf(19)},D`, `490,5559999,${dayOf(19)},A`];
  const change = await registry('upload', 'us-national', put(name(19, 'txt'), `${lines.join('\n')}\n`));
  expect(change.told).toContain('was applied');
  const short = put(name(18, 'txt'), entries.join('\n').slice(0, -2));
  expect(await registry('upload', 'us-national', short)).toMatchObject({
    status: 1,
    told: expect.stringMatching(/cut short/),
  });
  const { told } = await registry('status');
  expect(told).toContain(`${name(18, 'txt')} was refused`);
  expect(told).toContain(`${name(19, 'txt')}, list of ${dayOf(19)}, was applied`);
  expect(told).not.toContain('unfinished');
}, 180_000);
