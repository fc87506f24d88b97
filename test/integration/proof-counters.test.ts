import { describe, expect, test } from 'vitest';
import type { Counted, ProofCounters } from '#shared/report/contact-proof/ports.ts';
import { createReplyBudget } from '#shared/storage/conversation-budget.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { mailCounterKey } from '#shared/storage/keys.ts';
import { createProofCounters } from '#shared/storage/proof-counters.ts';
import { fakeProofCounters } from '#test/support/contact-proof/fake-counters.ts';
import { createTables, engineClient } from '#test/support/tables.ts';

// What is stored must not have expired for the engine, whose clock is the real one.
const now = new Date();
const id = 'a'.repeat(32);
const report: Counted = { of: 'report', id, day: '2026-11-21' };
const message: Counted = { of: 'message', id: 'one' };

// The same expectations over both, so that the fake cannot lie.
describe.each([
  ['the fake', async (): Promise<ProofCounters> => fakeProofCounters()],
  [
    'DynamoDB',
    async (): Promise<ProofCounters> => {
      const client = engineClient();
      const { Conversations } = await createTables(client, 'Conversations');
      return createProofCounters(documentClient(client), Conversations);
    },
  ],
])('counters of mails in %s', (_name, open) => {
  test('count up to the limit and no further, however many ask at once', async () => {
    const counters = await open();
    const taken = await Promise.all(Array.from({ length: 20 }, () => counters.take(report, 3, now)));
    expect(taken.filter(Boolean)).toHaveLength(3);
    expect(await counters.take(report, 3, now)).toBe(false);
    expect(await counters.take(report, 4, now)).toBe(true);
  });

  test('count each report, mailbox and day by itself', async () => {
    const counters = await open();
    expect(await counters.take(report, 1, now)).toBe(true);
    for (const other of [
      { ...report, day: '2026-11-22' },
      { ...report, id: 'b'.repeat(32) },
      { ...report, of: 'mailbox' },
      { of: 'message', id },
    ] as const) {
      expect(await counters.take(other, 1, now)).toBe(true);
      expect(await counters.take(other, 1, now)).toBe(false);
    }
  });

  test('take back what was counted, and never more', async () => {
    const counters = await open();
    await counters.giveBack(message);
    expect(await counters.take(message, 1, now)).toBe(true);
    await counters.giveBack(message);
    await counters.giveBack(message);
    expect(await counters.take(message, 1, now)).toBe(true);
    expect(await counters.take(message, 1, now)).toBe(false);
  });
});

test("the mails' budget is another than the replies'", async () => {
  const client = engineClient();
  const { Conversations } = await createTables(client, 'Conversations');
  const options = { perDay: 2, choose: () => 0 };
  const replies = createReplyBudget(documentClient(client), Conversations, options);
  const mails = createReplyBudget(documentClient(client), Conversations, { ...options, counterKey: mailCounterKey });
  const spent = [await replies.spend(now), await replies.spend(now), await mails.spend(now)];
  expect(spent).toEqual([true, true, true]);
  expect(await replies.spend(now)).toBe(false);
  const given = await Promise.all(Array.from({ length: 10 }, () => mails.spend(now)));
  expect(given.filter(Boolean)).toHaveLength(1);
});
