import { expect, test } from 'vitest';
import { createHandler } from '#functions/take-report/handler.ts';
import { reportViewSchema } from '#shared/report/report-view-schema.ts';
import { httpEvent, jsonOf } from '#test/support/http-event.ts';
import { takeDependencies } from '#test/support/take-dependencies.ts';

const call = {
  kind: 'call',
  sender: '(800) 275-2273',
  line: '+1 413 555 0142',
  occurredAt: '2026-11-20T20:41:00-05:00',
  timeZone: 'America/New_York',
};

const post = (body: unknown, headers: Record<string, string> = {}, deps = takeDependencies()) =>
  createHandler(deps)(httpEvent({ route: 'POST /v1/reports', body: JSON.stringify(body), headers }));

const postBatch = (body: unknown, headers: Record<string, string> = {}, deps = takeDependencies()) =>
  createHandler(deps)(httpEvent({ route: 'POST /v1/reports/batch', body: JSON.stringify(body), headers }));

test('a report is answered with 201, its receipt, sender, line, registry and findings', async () => {
  const result = await post({ ...call, purpose: 'sale', relationship: 'none', registeredSince: '2019-03-01' });
  expect(result.statusCode).toBe(201);
  const view = reportViewSchema.strict().parse(jsonOf(result));
  expect(view).toMatchObject({
    status: 'received',
    kind: 'call',
    occurredAt: '2026-11-21T01:41:00Z',
    timeKnown: true,
    sender: { type: 'phone', value: '+18002752273', validity: 'valid', country: 'US', display: '+1 800 275 2273' },
    line: { country: 'US', ending: '42' },
    registry: { status: 'registered', registry: 'us-national', since: '2019-03-01', source: 'statement', asOf: null },
    complaints: [],
  });
  expect(view.receipt).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
  expect(view.statusUrl).toBe(`/v1/reports/${view.receipt}`);
  expect(view.findings.map(({ rule, verdict }) => `${rule} ${verdict}`)).toContain('US-DNC-REG violation');
  expect(view.findings.map(({ rule, verdict }) => `${rule} ${verdict}`)).toContain('MA-HOURS violation');
});

test('answers carry the security headers and forbid caching', async () => {
  const { headers } = await post(call);
  expect(headers).toMatchObject({
    'cache-control': 'private, no-store',
    'strict-transport-security': expect.stringContaining('max-age='),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  });
});

test('the same key and body: the same receipt, marked as replayed; another body: 422; nothing stored twice', async () => {
  const deps = takeDependencies();
  const key = { 'idempotency-key': 'a key of sixteen' };
  const first = await post(call, key, deps);
  const again = await post(call, key, deps);
  const other = await post({ ...call, sender: '202 555 0143' }, key, deps);
  expect([first.statusCode, again.statusCode, other.statusCode]).toEqual([201, 201, 422]);
  expect(jsonOf(again).receipt).toBe(jsonOf(first).receipt);
  expect(first.headers).not.toHaveProperty('idempotent-replayed');
  expect(again.headers).toHaveProperty('idempotent-replayed', 'true');
  expect(deps.stored()).toHaveLength(1);
});

test('the order of fields does not make another body', async () => {
  const deps = takeDependencies();
  const key = { 'idempotency-key': 'a key of sixteen' };
  await post(call, key, deps);
  const again = await post(Object.fromEntries(Object.entries(call).reverse()), key, deps);
  expect(again.statusCode).toBe(201);
});

test.each(['short', 'x'.repeat(15), 'x'.repeat(256)])(
  'an idempotency key of the wrong length is refused (%#)',
  async (key) => {
    const deps = takeDependencies();
    const result = await post(call, { 'idempotency-key': key }, deps);
    expect(result.statusCode).toBe(400);
    expect(deps.stored()).toHaveLength(0);
  },
);

test.each([
  [{ ...call, kind: 'fax' }, '/kind'],
  [{ ...call, sender: '\u202e3722-572 (008)' }, '/sender'],
  [{ ...call, sender: '911' }, '/sender'],
  [{ ...call, line: '112' }, '/line'],
  [{ ...call, line: 'my phone' }, '/line'],
  [{ ...call, line: '07700 900142', country: 'UK' }, '/country'],
  [{ ...call, kind: 'text', sender: '12345', country: 'XX' }, '/country'],
  [{ ...call, occurredAt: '1926-11-20' }, '/occurredAt'],
  [{ ...call, occurredAt: '2026-12-20T20:41:00Z' }, '/occurredAt'],
  [{ ...call, timeZone: 'Mars/Olympus' }, '/timeZone'],
  [{ ...call, reporter: 'me' }, '/reporter'],
  [{ ...call, registeredSince: '2030-01-01' }, '/registeredSince'],
  [{ ...call, registeredSince: '1850-01-01' }, '/registeredSince'],
  [{ ...call, lastDealtOn: '0000-01-01' }, '/lastDealtOn'],
  [{ ...call, askedToStopOn: '9999-12-31' }, '/askedToStopOn'],
  [[call], ''],
  [null, ''],
  ['text', ''],
])('what is not a report is refused with a pointer, and nothing is stored (case %#)', async (body, pointer) => {
  const deps = takeDependencies();
  const result = await post(body, {}, deps);
  expect(result.statusCode).toBe(400);
  expect(result.headers).toHaveProperty('content-type', 'application/problem+json');
  const problem = jsonOf(result);
  expect(problem).toMatchObject({ type: 'urn:ringfence:problem:invalid-request', status: 400 });
  expect(problem.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  expect(deps.stored()).toHaveLength(0);
});

test('a complainant of whom nothing is said is none', async () => {
  const deps = takeDependencies();
  expect((await post({ ...call, complainant: {} }, {}, deps)).statusCode).toBe(201);
  expect(deps.stored()[0]?.content?.input).not.toHaveProperty('complainant');
});

test('a refusal repeats nothing of what was sent', async () => {
  const result = await post({ ...call, sender: '\u202eCANARY-5550199', line: 'CANARY', callerName: 'CANARY\u0000' });
  expect(result.statusCode).toBe(400);
  expect(result.body).not.toContain('CANARY');
});

test.each([
  ['{"kind":', 'application/json', 400, 'not-json'],
  [Buffer.from([0x7b, 0xff, 0x7d]), 'application/json', 400, 'not-json'],
  ['kind=call', 'application/x-www-form-urlencoded', 415, 'unsupported-media-type'],
  ['{}', 'text/plain', 415, 'unsupported-media-type'],
  [`{"kind":"call","occurredAt":"2026-11-20","text":"${'x'.repeat(65 * 1024)}"}`, 'application/json', 413, 'too-large'],
])('a body that cannot be read is refused (case %#)', async (body, type, status, kind) => {
  const deps = takeDependencies();
  const result = await createHandler(deps)(
    httpEvent({ route: 'POST /v1/reports', body, headers: { 'content-type': type } }),
  );
  expect(result.statusCode).toBe(status);
  expect(jsonOf(result).type).toBe(`urn:ringfence:problem:${kind}`);
  expect(deps.stored()).toHaveLength(0);
});

test('a batch answers each report in its place', async () => {
  const deps = takeDependencies();
  const result = await postBatch([call, { ...call, kind: 'fax' }, { ...call, sender: 'withheld' }], {}, deps);
  expect(result.statusCode).toBe(207);
  const answers = jsonOf(result);
  expect(answers.map(({ status }: { status: number }) => status)).toEqual([201, 400, 201]);
  expect(answers[1].problem.errors[0].pointer).toBe('/kind');
  expect(answers[2].report.sender.type).toBe('withheld');
  expect(answers[2].report.subject).toBeNull();
  expect(deps.stored()).toHaveLength(2);
});

test('a batch under one key is idempotent item by item', async () => {
  const deps = takeDependencies();
  const key = { 'idempotency-key': 'a key of sixteen' };
  const first = jsonOf(await postBatch([call, call], key, deps));
  const again = jsonOf(await postBatch([call, call], key, deps));
  expect(first[0].report.receipt).not.toBe(first[1].report.receipt);
  expect(again.map((answer: { report: { receipt: string } }) => answer.report.receipt)).toEqual(
    first.map((answer: { report: { receipt: string } }) => answer.report.receipt),
  );
  expect(deps.stored()).toHaveLength(2);
});

test.each([[[]], [Array.from({ length: 101 }, () => call)], [{ reports: [call] }]])(
  'a batch that is not 1 to 100 reports is refused (case %#)',
  async (body) => {
    expect((await postBatch(body)).statusCode).toBe(400);
  },
);

test('a fault inside is a bare 500 with a request id, and its message goes nowhere', async () => {
  const lines: unknown[] = [];
  const log = { info: () => {}, warn: () => {}, error: (...line: unknown[]) => lines.push(line) };
  const registry = {
    lookUp: () => {
      throw new Error('CANARY +14135550142');
    },
  };
  const result = await post(call, {}, takeDependencies({ registry, log }));
  expect(result.statusCode).toBe(500);
  expect(jsonOf(result)).toEqual({
    type: 'about:blank',
    title: 'Internal Server Error',
    status: 500,
    requestId: 'request-1',
  });
  expect(lines).toHaveLength(1);
});

test('behind the edge a request without its secret is refused', async () => {
  const deps = takeDependencies({ originSecret: async () => 'the edge' });
  expect((await post(call, {}, deps)).statusCode).toBe(403);
  expect((await post(call, { 'x-origin-secret': 'the edgy' }, deps)).statusCode).toBe(403);
  expect((await post(call, { 'x-origin-secret': 'the edge' }, deps)).statusCode).toBe(201);
});

test('in a batch a fault costs only the report that met it', async () => {
  const deps = takeDependencies();
  const create: typeof deps.reports.create = async (report, expiresAt) => {
    if (report.content?.sender.value === '+12025550143') {
      throw new Error('the store is down');
    }
    return deps.reports.create(report, expiresAt);
  };
  const result = await postBatch(
    [call, { ...call, sender: '202 555 0143' }, call],
    {},
    {
      ...deps,
      reports: { ...deps.reports, create },
    },
  );
  const answers = jsonOf(result);
  expect(answers.map(({ status }: { status: number }) => status)).toEqual([201, 500, 201]);
  expect(answers[1].problem).toEqual({
    type: 'about:blank',
    title: 'Internal Server Error',
    status: 500,
    requestId: 'request-1',
  });
  expect(deps.stored()).toHaveLength(2);
});

test('figures that cannot be read do not keep a report from being written', async () => {
  const warned: unknown[] = [];
  const fail = async () => Promise.reject(new Error('throttled while reading +18002752273'));
  const deps = takeDependencies({
    subjects: { peek: fail, readFor: fail },
    log: { info: () => {}, warn: (event, fields) => warned.push([event, fields]), error: () => {} },
  });
  const result = await post(call, {}, deps);
  expect(result.statusCode).toBe(201);
  expect(jsonOf(result).subject).toBeNull();
  expect(deps.stored()).toHaveLength(1);
  expect(warned).toEqual([['subject_not_read', { subjectId: expect.any(String), error: 'Error' }]]);
});

test('a registry that cannot be read does: its answer is evidence', async () => {
  const deps = takeDependencies({ registry: { lookUp: async () => Promise.reject(new Error('throttled')) } });
  expect((await post(call, {}, deps)).statusCode).toBe(500);
  expect(deps.stored()).toHaveLength(0);
});

test('what is wrong is said in words for people', async () => {
  const problem = jsonOf(await post({ kind: 'fax', recorded: 'yes', complainant: [] }));
  expect(problem.errors).toEqual([
    { pointer: '/kind', detail: 'Use one of: call, text.' },
    { pointer: '/occurredAt', detail: 'This field is required.' },
    { pointer: '/recorded', detail: 'This must be true or false.' },
    { pointer: '/complainant', detail: 'This must be an object.' },
  ]);
});
