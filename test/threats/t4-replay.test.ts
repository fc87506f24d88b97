import { expect, test } from 'vitest';
import { createHandler } from '#functions/take-report/handler.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { createReportStore } from '#shared/storage/report-store.ts';
import { httpEvent, jsonOf } from '#test/support/http-event.ts';
import { createTables, engineClient } from '#test/support/tables.ts';
import { takeDependencies, testNow } from '#test/support/take-dependencies.ts';

test('T4: the same request a thousand times at once makes one report', async () => {
  const client = engineClient();
  const { Reports } = await createTables(client, 'Reports');
  let created = 0;
  const store = createReportStore(documentClient(client), Reports, () => testNow);
  const reports: typeof store = {
    ...store,
    create: async (report, expiresAt) => {
      const outcome = await store.create(report, expiresAt);
      created += outcome.kind === 'created' ? 1 : 0;
      return outcome;
    },
  };
  // What is stored must not have expired for the engine, whose clock is the real one.
  const handler = createHandler(takeDependencies({ reports, clock: () => testNow, retentionDays: 3650 }));
  const event = httpEvent({
    route: 'POST /v1/reports',
    body: JSON.stringify({ kind: 'call', sender: '202 555 0143', occurredAt: '2026-11-20' }),
    headers: { 'idempotency-key': 'one key for a thousand' },
  });
  const answers = await Promise.all(Array.from({ length: 1000 }, () => handler(event)));
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([201]));
  expect(new Set(answers.map((answer) => jsonOf(answer).receipt)).size).toBe(1);
  expect(created).toBe(1);
});
