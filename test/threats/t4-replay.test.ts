import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { createHandler } from '#functions/take-report/handler.ts';
import { readFtcFile } from '#shared/intake/ftc-file.ts';
import { ftcReport } from '#shared/intake/ftc-report.ts';
import { replayFile } from '#shared/intake/replay-file.ts';
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

test('T4: no public key opens or blocks a replayed report, though its row and its key can be worked out', async () => {
  const deps = takeDependencies();
  const header =
    'Company_Phone_Number,Created_Date,Violation_Date,Consumer_City,Consumer_State,Consumer_Area_Code,Subject,Recorded_Message_Or_Robocall';
  const file = `${header}\r\n2175550143,2026-03-05 00:06:28,2026-03-04 16:25:00,Springfield,Illinois,217,Other,Y\r\n`;
  const request = await firstReport(file);
  const event = httpEvent({
    route: 'POST /v1/reports',
    body: JSON.stringify(request.input),
    headers: { 'idempotency-key': request.idempotencyKey ?? '' },
  });
  expect((await createHandler(deps)(event)).statusCode).toBe(201);
  const replayed = await replayFile(Readable.from([file]), { ...deps, atOnce: 1 });
  expect(replayed).toMatchObject({ taken: 1, created: 1 });
  const again = await createHandler(deps)(event);
  expect(again.headers).toHaveProperty('idempotent-replayed', 'true');
  expect(deps.stored()).toHaveLength(2);
});

async function firstReport(file: string) {
  for await (const record of readFtcFile(Readable.from([file]))) {
    if (record.kind === 'row') {
      return ftcReport(record.row, 0);
    }
  }
  throw new Error('the file has no row');
}
