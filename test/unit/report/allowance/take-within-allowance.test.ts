import { expect, test } from 'vitest';
import { createHandler } from '#functions/take-report/handler.ts';
import { createLineAllowance } from '#shared/report/allowance/line-allowance.ts';
import type { DayTally } from '#shared/report/allowance/ports.ts';
import { memoryTally } from '#test/support/allowance/memory-tally.ts';
import { httpEvent, jsonOf } from '#test/support/http-event.ts';
import { takeDependencies } from '#test/support/take-dependencies.ts';

const call = { kind: 'call', sender: '202 555 0143', line: '+1 413 555 0142', occurredAt: '2026-11-20T20:41:00-05:00' };

function world({ perDay = 3, tally = memoryTally() }: { perDay?: number; tally?: DayTally } = {}) {
  let now = new Date('2026-11-21T18:00:00Z');
  const errors: string[] = [];
  const log = { info: () => {}, warn: () => {}, error: (event: string) => void errors.push(event) };
  const deps = { ...takeDependencies({ clock: () => now }), log };
  const allowance = createLineAllowance({ tally, perDay, clock: () => now, choose: () => 7, log });
  const handler = createHandler({ ...deps, allowance });
  const send =
    (route: string) =>
    (body: unknown, headers: Record<string, string> = {}) =>
      handler(httpEvent({ route, body: JSON.stringify(body), headers }));
  return {
    post: send('POST /v1/reports'),
    postBatch: send('POST /v1/reports/batch'),
    stored: deps.stored,
    errors,
    moveTo: (time: string) => {
      now = new Date(time);
    },
  };
}

test('beyond the reports of a day a line is told when to come again; other lines and the next day are free', async () => {
  const { post, stored, moveTo } = world();
  for (let index = 0; index < 3; index += 1) {
    expect((await post(call)).statusCode).toBe(201);
  }
  const refused = await post({ ...call, line: '(413) 555-0142' });
  expect(refused.statusCode).toBe(429);
  expect(refused.headers).toMatchObject({
    'retry-after': String(6 * 3600),
    'content-type': 'application/problem+json',
  });
  expect(jsonOf(refused)).toMatchObject({ type: 'urn:ringfence:problem:too-many-reports-for-line', status: 429 });
  expect(JSON.stringify(jsonOf(refused))).not.toContain('5550142');
  expect((await post({ ...call, line: '+1 413 555 0143' })).statusCode).toBe(201);
  expect(stored()).toHaveLength(4);
  moveTo('2026-11-22T00:00:00Z');
  expect((await post(call)).statusCode).toBe(201);
});

test('a repeat is answered as before, however much came since, and uses up nothing', async () => {
  const { post, stored } = world();
  const key = { 'idempotency-key': 'a key of sixteen' };
  const first = await post(call, key);
  for (let index = 0; index < 5; index += 1) {
    await post(call, key);
  }
  await post(call);
  expect((await post(call)).statusCode).toBe(201);
  expect((await post(call)).statusCode).toBe(429);
  const again = await post(call, key);
  expect([again.statusCode, jsonOf(again).receipt]).toEqual([201, jsonOf(first).receipt]);
  expect(again.headers).toHaveProperty('idempotent-replayed', 'true');
  expect((await post({ ...call, sender: '202 555 0144' }, key)).statusCode).toBe(422);
  expect((await post(call, { 'idempotency-key': 'another of sixteen' })).statusCode).toBe(429);
  expect(stored()).toHaveLength(3);
});

test('in a batch each report is judged by itself', async () => {
  const { postBatch } = world();
  const other = { ...call, line: '+1 413 555 0143' };
  const answers = jsonOf(await postBatch([call, call, other, call, call]));
  expect(answers.map(({ status }: { status: number }) => status).toSorted()).toEqual([201, 201, 201, 201, 429]);
  expect(answers[2].status).toBe(201);
});

test('what was refused as no report uses up nothing', async () => {
  const { post } = world({ perDay: 1 });
  expect((await post({ ...call, sender: '911' })).statusCode).toBe(400);
  expect((await post(call)).statusCode).toBe(201);
});

test('without a line the e-mail address counts; without both, nobody is counted', async () => {
  const { post } = world({ perDay: 1 });
  const { line: _, ...nobody } = call;
  const byMail = { ...nobody, complainant: { email: 'sam@example.com' } };
  expect((await post(byMail)).statusCode).toBe(201);
  expect((await post({ ...byMail, complainant: { email: 'SAM@example.com ' } })).statusCode).not.toBe(201);
  expect((await post(nobody)).statusCode).toBe(201);
  expect((await post(nobody)).statusCode).toBe(201);
});

test('a tally that cannot be written costs no report', async () => {
  const { post, errors } = world({ perDay: 10, tally: { add: () => Promise.reject(new Error('throttled')) } });
  expect((await post(call)).statusCode).toBe(201);
  expect(errors).toEqual(['line_not_counted']);
});

test('what other processes counted is known from the first answer on', async () => {
  const tally = memoryTally();
  const others = world({ perDay: 10, tally });
  for (let index = 0; index < 9; index += 1) {
    await others.post(call);
  }
  const { post } = world({ perDay: 10, tally });
  // The first one is counted (phase 7): it learns of the sixteen that the nine before were counted as.
  expect((await post(call)).statusCode).toBe(201);
  expect((await post(call)).statusCode).toBe(429);
});
