import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createHandler as createFollow } from '#functions/follow-report/handler.ts';
import { createHandler as createUploads } from '#functions/take-call-log-upload/handler.ts';
import { createHandler as createTake } from '#functions/take-report/handler.ts';
import { newUploadId, uploadName } from '#shared/intake/call-logs/uploads/upload-id.ts';
import { displayReceipt, randomReceipt } from '#shared/report/receipt.ts';
import { silentLog } from '#shared/runtime/log.ts';
import { uploadWorld } from '#test/support/call-logs/upload-world.ts';
import { httpEvent, jsonOf } from '#test/support/http-event.ts';
import { takeDependencies } from '#test/support/take-dependencies.ts';

const call = {
  kind: 'call',
  sender: '202 555 0143',
  line: '+1 413 555 0142',
  occurredAt: '2026-11-20T20:41:00-05:00',
  complain: true,
  complainant: { name: 'Sam Doe', email: 'sam@example.com', postalAddress: '1 Example Street', consent: true },
};

test('T14: guessed receipts open nothing, and every one gets the same answer', async () => {
  const deps = takeDependencies();
  await createTake(deps)(httpEvent({ route: 'POST /v1/reports', body: JSON.stringify(call) }));
  const answers = new Set<string>();
  for (let guess = 0; guess < 500; guess += 1) {
    const receipt = displayReceipt(randomReceipt(randomBytes));
    for (const route of ['GET', 'DELETE']) {
      const result = await createFollow(deps)(
        httpEvent({ route: `${route} /v1/reports/{receipt}`, parameters: { receipt } }),
      );
      answers.add(`${result.statusCode} ${result.body}`);
    }
  }
  expect(answers.size).toBe(1);
  expect([...answers][0]).toMatch(/^404 /);
  expect(deps.stored()[0]?.content).not.toBeNull();
});

test('T14: guessed ids of uploads get one answer, and malformed ones reach no storage', async () => {
  const { uploads, deps, opened } = uploadWorld();
  const own = await opened({}, { keepFile: false, redirect: null });
  const handler = createUploads({ uploads, log: silentLog });
  const read = (id: string) => handler(httpEvent({ route: 'GET /v1/call-logs/{id}', parameters: { id } }));
  const asked: string[] = [];
  const find = deps.asks.find;
  deps.asks.find = (name) => {
    asked.push(name);
    return find(name);
  };
  const answers = new Set<string>();
  for (let guess = 0; guess < 200; guess += 1) {
    const { statusCode, body } = await read(newUploadId(randomBytes));
    answers.add(`${statusCode} ${body}`);
  }
  expect(asked).toHaveLength(200);
  for (const id of [
    own.toLowerCase(),
    `${own}0`,
    own.slice(1),
    '../asked',
    'x'.repeat(5000),
    uploadName(own) ?? '',
    '',
  ]) {
    const { statusCode, body } = await read(id);
    answers.add(`${statusCode} ${body}`);
  }
  expect(asked).toHaveLength(200);
  expect([...answers]).toEqual([expect.stringMatching(/^404 /)]);
  expect((await read(own)).statusCode).toBe(202);
  // What is stored, told in events and logged opens nothing.
  expect(JSON.stringify([deps.everything(), deps.contents()])).not.toContain(own);
});

test('T14: receipts do not follow from one another, and what is stored does not tell them', async () => {
  const deps = takeDependencies();
  const receipts: string[] = [];
  for (let count = 0; count < 50; count += 1) {
    const taken = await createTake(deps)(httpEvent({ route: 'POST /v1/reports', body: JSON.stringify(call) }));
    receipts.push(jsonOf(taken).receipt);
  }
  expect(new Set(receipts.map((receipt) => receipt.slice(0, 4))).size).toBeGreaterThan(40);
  const stored = JSON.stringify(deps.stored());
  for (const receipt of receipts) {
    expect(stored).not.toContain(receipt);
    expect(stored).not.toContain(receipt.replaceAll('-', ''));
  }
});

test('T14: the receipt holder sees nothing about the reporter beyond what they gave', async () => {
  const deps = takeDependencies();
  const taken = await createTake(deps)(httpEvent({ route: 'POST /v1/reports', body: JSON.stringify(call) }));
  const view = await createFollow(deps)(
    httpEvent({ route: 'GET /v1/reports/{receipt}', parameters: { receipt: jsonOf(taken).receipt } }),
  );
  expect(view.body).not.toMatch(/4135550142|Sam Doe|sam@example\.com|Example Street/);
  expect(jsonOf(view).line).toEqual({ country: 'US', ending: '42' });
});
