import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publishExport } from '#shared/export/publish-export.ts';
import { aSubject, fakeSource, subjectId } from '#test/support/export/offender-builders.ts';
import { regulatorCalls, testNow } from '#test/support/export/regulator-calls.ts';
import { jsonOf } from '#test/support/http-event.ts';

const source = fakeSource([aSubject()]);
const name = fc.constantFrom(
  'minReporters',
  'country',
  'since',
  'topic',
  'limit',
  'cursor',
  'format',
  '__proto__',
  'x',
);
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '0',
    '1',
    '-1',
    '1e9',
    'NaN',
    'US',
    '2026-11-21',
    '2026-02-30',
    '+275760-09-13',
    'csv',
    'json',
    'warranties',
  ),
);
const query = fc
  .array(fc.tuple(name, value), { maxLength: 4 })
  .map((pairs) =>
    new URLSearchParams(pairs.map(([key, text]): [string, string] => [key, text.toWellFormed()])).toString(),
  );
const headers = fc.record(
  {
    accept: fc.oneof(fc.string(), fc.constantFrom('text/csv', '*/*;q=x', ';;,,', 'text/csv;q=0')),
    range: fc.oneof(fc.string(), fc.constantFrom('bytes=0-', 'bytes=-0', 'bytes=99999999999999-', 'bytes=5-1')),
    'if-none-match': fc.string(),
    'if-range': fc.string(),
  },
  { requiredKeys: [] },
);

test('no request of a regulator, however odd, is a fault of ours', async () => {
  const { get, archive } = await regulatorCalls({ source });
  const manifest = await publishExport({ now: testNow, source, files: archive });
  const file = manifest.files[0]?.name ?? '';
  const path = fc.oneof(
    fc.constantFrom(
      '/v1/offenders',
      `/v1/offenders/${subjectId(1)}`,
      '/v1/exports',
      '/v1/exports/latest',
      `/v1/exports/${manifest.id}/${file}`,
      '/v1/audit',
    ),
    fc.string({ unit: 'binary' }).map((text) => `/v1/offenders/${encodeURIComponent(text.toWellFormed())}`),
    fc.string({ unit: 'binary' }).map((text) => `/v1/exports/${encodeURIComponent(text.toWellFormed())}`),
  );
  await fc.assert(
    fc.asyncProperty(path, query, headers, async (at, asked, sent) => {
      const answer = await get(`${at}?${asked}`, { headers: sent });
      expect(answer.statusCode).toBeLessThan(500);
      if ((answer.statusCode ?? 0) >= 400) {
        expect(answer.headers?.['content-type']).toBe('application/problem+json');
        expect(jsonOf(answer)).toMatchObject({ status: answer.statusCode, type: expect.any(String) });
      }
    }),
    { numRuns: 400 },
  );
});
