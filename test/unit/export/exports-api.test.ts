import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { ExportFile } from '#shared/export/export-schemas.ts';
import { publishExport } from '#shared/export/publish-export.ts';
import { aSubject, fakeSource, someFigures, subjectId } from '#test/support/export/offender-builders.ts';
import { bytesOf, regulatorCalls, testNow } from '#test/support/export/regulator-calls.ts';
import { jsonOf } from '#test/support/http-event.ts';

const source = fakeSource([
  aSubject(),
  aSubject({ id: subjectId(2), figures: someFigures({ reporters: 2 }) }),
  aSubject({ id: subjectId(3) }),
]);

async function published(delivery: 'inline' | 'redirect' = 'inline') {
  const calls = await regulatorCalls({ source, delivery });
  const manifest = await publishExport({ now: testNow, source, files: calls.archive });
  const [csv] = manifest.files as [ExportFile];
  return { ...calls, manifest, csv, at: `/v1/exports/${manifest.id}/${csv.name}` };
}

test('a run that has no manifest is not listed; those that have are, newest first', async () => {
  const { get, archive } = await published();
  await publishExport({ now: new Date('2026-11-22T12:00:00Z'), source, files: archive });
  const failing = { ...archive, publish: () => Promise.reject(new Error('killed')) };
  await expect(publishExport({ now: new Date('2026-11-23T12:00:00Z'), source, files: failing })).rejects.toThrow();
  expect(jsonOf(await get('/v1/exports'))).toEqual({
    exports: [
      {
        id: '20261122T120000000Z',
        generatedAt: '2026-11-22T12:00:00.000Z',
        mode: 'full',
        rows: 2,
        href: '/v1/exports/20261122T120000000Z',
      },
      {
        id: '20261121T120000000Z',
        generatedAt: '2026-11-21T12:00:00.000Z',
        mode: 'full',
        rows: 2,
        href: '/v1/exports/20261121T120000000Z',
      },
    ],
  });
  expect(jsonOf(await get('/v1/exports/latest')).id).toBe('20261122T120000000Z');
});

test('the manifest tells what is in the files and on whose word', async () => {
  const { get, manifest } = await published();
  const answer = await get(`/v1/exports/${manifest.id}`);
  expect(jsonOf(answer)).toEqual({
    schemaVersion: '1.0.0',
    dataset: 'offenders',
    id: '20261121T120000000Z',
    mode: 'full',
    generatedAt: '2026-11-21T12:00:00.000Z',
    rows: 2,
    filters: { minReporters: 3 },
    excluded: { tooFewReporters: 1 },
    notice: 'unverified reports',
    files: [
      expect.objectContaining({ name: 'offenders_20261121T120000000Z_full_v1.csv.gz', rows: 2, mediaType: 'text/csv' }),
      expect.objectContaining({ name: 'offenders_20261121T120000000Z_full_v1.jsonl.gz', rows: 2 }),
    ],
  });
  const etag = String(answer.headers?.['etag']);
  expect((await get(`/v1/exports/${manifest.id}`, { headers: { 'if-none-match': etag } })).statusCode).toBe(304);
});

test.each(['/v1/exports/20200101T000000000Z', '/v1/exports/..', '/v1/exports/20261121T120000000Z/manifest.json'])(
  '%s is not there',
  async (address) => {
    const { get } = await published();
    expect((await get(address)).statusCode).toBe(404);
  },
);

test('before the first export there is nothing to list, and no latest', async () => {
  const { get } = await regulatorCalls();
  expect(jsonOf(await get('/v1/exports'))).toEqual({ exports: [] });
  expect((await get('/v1/exports/latest')).statusCode).toBe(404);
});

describe('a file', () => {
  test('comes whole, as an attachment, with the digest of the manifest as its tag', async () => {
    const { get, at, csv } = await published();
    const answer = await get(at);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      etag: `"${csv.sha256}"`,
      'accept-ranges': 'bytes',
      'content-type': 'application/gzip',
      'content-disposition': `attachment; filename="${csv.name}"`,
      'x-content-type-options': 'nosniff',
      'last-modified': 'Sat, 21 Nov 2026 12:00:00 GMT',
    });
    expect(createHash('sha256').update(bytesOf(answer)).digest('hex')).toBe(csv.sha256);
    expect(bytesOf(answer)).toHaveLength(csv.bytes);
    expect(gunzipSync(bytesOf(answer)).toString().trimEnd().split('\r\n')).toHaveLength(3);
  });

  test('is not sent again to who has it', async () => {
    const { get, at, csv } = await published();
    for (const tag of [`"${csv.sha256}"`, `"other", "${csv.sha256}"`, `W/"${csv.sha256}"`, '*']) {
      const answer = await get(at, { headers: { 'if-none-match': tag } });
      expect([answer.statusCode, answer.body]).toEqual([304, undefined]);
    }
    expect((await get(at, { headers: { 'if-none-match': '"other"' } })).statusCode).toBe(200);
  });

  test.each([
    ['bytes=0-9', 0, 9],
    ['bytes=5-', 5, -1],
    ['bytes=-10', -10, -1],
    ['bytes=3-999999', 3, -1],
  ])('comes in part for Range: %s', async (range, from, to) => {
    const { get, at, csv } = await published();
    const whole = bytesOf(await get(at));
    const answer = await get(at, { headers: { range } });
    const first = from < 0 ? csv.bytes + from : from;
    const last = to < 0 ? csv.bytes - 1 : to;
    expect(answer.statusCode).toBe(206);
    expect(answer.headers?.['content-range']).toBe(`bytes ${first}-${last}/${csv.bytes}`);
    expect(bytesOf(answer)).toEqual(whole.subarray(first, last + 1));
  });

  test('a range outside it cannot be satisfied; one that makes no sense is ignored', async () => {
    const { get, at, csv } = await published();
    const outside = await get(at, { headers: { range: `bytes=${csv.bytes}-` } });
    expect([outside.statusCode, outside.headers?.['content-range']]).toEqual([416, `bytes */${csv.bytes}`]);
    for (const range of ['bytes=9-3', 'lines=1-2', 'bytes=0-1,4-5', 'bytes=-']) {
      expect((await get(at, { headers: { range } })).statusCode).toBe(200);
    }
    const other = await get(at, { headers: { range: 'bytes=0-1', 'if-range': '"other"' } });
    expect(other.statusCode).toBe(200);
  });

  test('is handed out by a short-lived address where the deployment redirects', async () => {
    const { get, at, csv } = await published('redirect');
    const answer = await get(at);
    expect([answer.statusCode, answer.headers?.['cache-control']]).toEqual([302, 'private, no-store']);
    expect(answer.headers?.['location']).toContain(csv.name);
    expect((await get(at, { headers: { 'if-none-match': `"${csv.sha256}"` } })).statusCode).toBe(304);
  });

  test('that does not fit an answer of a function is handed out by address, its parts are not', async () => {
    const { get, archive, manifest, csv, at } = await published();
    const big = { ...manifest, files: [{ ...csv, bytes: 5_000_000 }] };
    await archive.publish(big);
    expect((await get(at)).statusCode).toBe(302);
    expect((await get(at, { headers: { range: 'bytes=0-9' } })).statusCode).toBe(206);
  });
});
