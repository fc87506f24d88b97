import { S3Client } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { createHandler as createFollow } from '#functions/follow-report/handler.ts';
import { createHandler as createTake } from '#functions/take-report/handler.ts';
import { functionSpecs } from '#infra/functions.ts';
import { uploadLimits } from '#shared/intake/call-logs/limits.ts';
import { createUploadForms, formSeconds } from '#shared/storage/upload-forms.ts';
import { uploadWorld } from '#test/support/call-logs/upload-world.ts';
import { httpEvent } from '#test/support/http-event.ts';
import { askPage } from '#test/support/pages/ask-page.ts';
import { pagesDependencies } from '#test/support/pages/pages-dependencies.ts';
import { takeDependencies } from '#test/support/take-dependencies.ts';

/** A JSON body of exactly so many bytes. */
function bodyOf(bytes: number, around: (padding: string) => string): string {
  const empty = Buffer.byteLength(around(''));
  return around('x'.repeat(bytes - empty));
}

const report = (padding: string) => `{"kind":"call","occurredAt":"2026-11-20"}${padding.replaceAll('x', ' ')}`;
const batch = (padding: string) => `[${report('')}${padding.replaceAll('x', ' ')}]`;

test.each([
  ['POST /v1/reports', 64 * 1024, report, 201],
  ['POST /v1/reports/batch', 512 * 1024, batch, 207],
] as const)('T12: %s takes %i bytes and not one more', async (route, limit, around, status) => {
  const send = (bytes: number) => createTake(takeDependencies())(httpEvent({ route, body: bodyOf(bytes, around) }));
  expect((await send(limit)).statusCode).toBe(status);
  expect((await send(limit + 1)).statusCode).toBe(413);
});

test('T12: a correction takes 64 KB and not one byte more', async () => {
  const send = (bytes: number) =>
    createFollow(takeDependencies())(
      httpEvent({
        route: 'PATCH /v1/reports/{receipt}',
        parameters: { receipt: '0000-0000-0000-0000' },
        body: bodyOf(bytes, (padding) => `{}${padding.replaceAll('x', ' ')}`),
      }),
    );
  expect((await send(64 * 1024)).statusCode).toBe(404);
  expect((await send(64 * 1024 + 1)).statusCode).toBe(413);
});

test('T12: a form for an upload lets S3 take one object of a name and a size, for a quarter of an hour, and no more', async () => {
  const client = new S3Client({ region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } });
  const { fields } = await createUploadForms(client, 'uploads').make('a'.repeat(64), { redirect: null });
  const policy = JSON.parse(Buffer.from(fields['Policy'] ?? '', 'base64').toString());
  expect(policy.conditions).toContainEqual(['content-length-range', 1, uploadLimits.fileBytes]);
  expect(policy.conditions).toContainEqual({ key: `files/${'a'.repeat(64)}` });
  // Nothing is left to choose: no beginning instead of a whole value.
  expect(JSON.stringify(policy)).not.toContain('starts-with');
  expect(Date.parse(policy.expiration) - Date.now()).toBeLessThanOrEqual(formSeconds * 1000);
  expect([uploadLimits.fileBytes, formSeconds]).toEqual([256 * 1024 * 1024, 900]);
});

test('T12: a file that is larger than its form let S3 take would be refused by the reader as well', async () => {
  const { uploads, upload, opened } = uploadWorld({ fileBytes: 1000 });
  const id = await opened({}, { keepFile: false, redirect: null });
  await upload(id, `Date,Number\n${'2026-11-20,2025550123\n'.repeat(50)}`);
  expect(await uploads.read(id)).toMatchObject({ kind: 'failed', reason: 'too_large' });
});

test('T12: a report inside a batch has the limit of a report', async () => {
  const huge = { kind: 'call', occurredAt: '2026-11-20', text: 'x'.repeat(65 * 1024) };
  const result = await createTake(takeDependencies())(
    httpEvent({ route: 'POST /v1/reports/batch', body: JSON.stringify([huge, { ...huge, text: 'x' }]) }),
  );
  expect(JSON.parse(result.body ?? '').map(({ status }: { status: number }) => status)).toEqual([413, 201]);
});

test.each([
  ['sixty thousand brackets', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
  ['nested objects', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
  ['a very long number', `{"kind":"call","occurredAt":"2026-11-20","sender":${'9'.repeat(60_000)}}`],
  ['many fields', `{${Array.from({ length: 4000 }, (_, index) => `"f${index}":1`).join(',')}}`],
])('T12: %s within the limit are a problem, not a crash', async (_name, body) => {
  const result = await createTake(takeDependencies())(httpEvent({ route: 'POST /v1/reports', body }));
  expect(result.statusCode).toBe(400);
  expect((result.body ?? '').length).toBeLessThan(20_000);
});

const routes = functionSpecs.flatMap(({ routes: own = [] }) => own);
const forms = routes.filter(({ route, page }) => page && route.startsWith('POST '));

test.each(forms.map(({ route }) => route))('T12: %s takes no form of more than 64 KB', async (route) => {
  const ask = (bytes: number) =>
    askPage(pagesDependencies(), route, {
      parameters: { receipt: '0000-0000-0000-0000' },
      form: { text: 'x'.repeat(bytes - 'text='.length) },
    });
  expect((await ask(64 * 1024)).status).not.toBe(413);
  expect((await ask(64 * 1024 + 1)).status).toBe(413);
});

// A new route comes with the limit of its body and a test of it, here or where it is named.
test('T12: every route that takes a body has a limit with a test', () => {
  const tested = [
    'POST /v1/reports',
    'POST /v1/reports/batch',
    'PATCH /v1/reports/{receipt}',
    'DELETE /v1/reports/{receipt}', // reads none
    'POST /v1/call-logs', // test/unit/intake/call-logs/read-call-log-handler.test.ts
    'POST /v1/call-logs/uploads', // its query only; S3 limits the file (content-length-range)
    'POST /v1/complaints/{id}/events', // test/unit/complaint/serve-complaints.test.ts
  ];
  const others = routes
    .filter(({ route, page, for: whom }) => !page && whom !== 'gateways' && /^(POST|PUT|PATCH|DELETE) /.test(route))
    .map(({ route }) => route);
  expect(others.filter((route) => !tested.includes(route))).toEqual([]);
});
