import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createHandler } from '#functions/read-call-log/handler.ts';
import { logLimits } from '#shared/intake/call-logs/limits.ts';
import { reportInputSchema } from '#shared/report/report-input.ts';
import { silentLog } from '#shared/runtime/log.ts';
import { httpEvent, jsonOf } from '#test/support/http-event.ts';

const handler = createHandler({
  clock: () => new Date('2026-11-22T00:00:00Z'),
  country: 'US',
  limits: logLimits,
  log: silentLog,
});
const post = (body: string | Buffer, query = '') => handler(httpEvent({ route: 'POST /v1/call-logs', query, body }));

const table = 'Date,Number,Name\n2026-11-20 10:00:01,+1 202 555 0123,\n2026-11-20 10:00:02,nobody,\n';

test('a log as bytes or as text, plain or packed: the same answer', async () => {
  const query = 'line=%2B1%20413%20555%200142&timeZone=America%2FNew_York';
  const answers = await Promise.all(
    [table, Buffer.from(table), gzipSync(table)].map(async (body) => {
      const result = await post(body, query);
      expect(result.statusCode).toBe(200);
      return jsonOf(result);
    }),
  );
  expect(answers[0]).toMatchObject({
    format: 'generic-csv',
    rows: 2,
    calls: [
      {
        row: 1,
        direction: 'in',
        contact: false,
        durationSeconds: null,
        report: {
          kind: 'call',
          sender: '+1 202 555 0123',
          line: '+1 413 555 0142',
          occurredAt: '2026-11-20T10:00:01',
          timeZone: 'America/New_York',
        },
      },
    ],
    skipped: [{ row: 2, reason: 'sender' }],
    cursor: null,
    timeZoneNeeded: false,
  });
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
  expect(reportInputSchema.safeParse(answers[0].calls[0].report).success).toBe(true);
});

test('the mapping of an answer can be sent back corrected', async () => {
  const { mapping } = jsonOf(await post(table));
  const corrected = encodeURIComponent(JSON.stringify({ ...mapping, otherwise: 'out' }));
  expect(jsonOf(await post(table, `mapping=${corrected}`)).calls[0].direction).toBe('out');
});

test.each([
  ['line=88022', '/line'],
  ['timeZone=Mars', '/timeZone'],
  ['format=word', '/format'],
  ['country=us', '/country'],
  ['country=UK', '/country'],
  ['cursor=x', '/cursor'],
  ['mapping=x', '/mapping'],
  ['mapping={"delimiter":","}', '/mapping/headerRecords'],
  ['timezone=America%2FNew_York', '/timezone'],
])('query %s is a problem that points at %s', async (query, pointer) => {
  const result = await post(table, query);
  expect(result.statusCode).toBe(400);
  expect(jsonOf(result).errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
});

test.each([
  ['nothing', '', 415, 'not-a-call-log'],
  ['a letter', 'Dear friend', 415, 'not-a-call-log'],
  ['a document type', '<!DOCTYPE calls><calls></calls>', 422, 'unsafe-file'],
  ['a byte too much', Buffer.alloc(4 * 1024 * 1024 + 1, 'x'), 413, 'too-large'],
  ['too many rows', gzipSync(`Date,Number\n${'2026-11-20,2025550123\n'.repeat(200_001)}`), 413, 'too-large'],
] as const)('%s is a problem', async (_name, body, status, kind) => {
  const result = await post(body);
  expect([result.statusCode, jsonOf(result).type]).toEqual([status, `urn:ringfence:problem:${kind}`]);
});

test('a long log comes in pages that together are the whole, each under the limit of a function', async () => {
  const row = (index: number) => `2026-11-20 10:00:01,+1 202 555 ${String(100 + (index % 100)).padStart(4, '0')},`;
  const log = `Date,Number,Name\n${Array.from({ length: 40_000 }, (_, index) => (index % 3 === 0 ? 'x,y' : row(index))).join('\n')}`;
  const seen: number[] = [];
  let cursor: string | null = '1';
  let pages = 0;
  while (cursor !== null) {
    const result = await post(gzipSync(log), `cursor=${cursor}&line=%2B14135550142`);
    expect(Buffer.byteLength(JSON.stringify(result))).toBeLessThan(6 * 1024 * 1024);
    const page = jsonOf(result);
    expect(page.rows).toBe(40_000);
    seen.push(...[...page.calls, ...page.skipped].map(({ row }: { row: number }) => row));
    cursor = page.cursor;
    pages += 1;
  }
  expect(pages).toBeGreaterThan(1);
  expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40_000 }, (_, index) => index + 1));
});
