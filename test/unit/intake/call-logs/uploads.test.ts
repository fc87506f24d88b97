import { expect, test } from 'vitest';
import { createHandler as createReader } from '#functions/read-uploaded-log/handler.ts';
import { createHandler as createSweep } from '#functions/sweep-call-logs/handler.ts';
import { createHandler as createRoutes } from '#functions/take-call-log-upload/handler.ts';
import { uploadLimits } from '#shared/intake/call-logs/limits.ts';
import { logPages } from '#shared/intake/call-logs/uploads/log-pages.ts';
import { uploadPageSchema } from '#shared/intake/call-logs/uploads/upload-schemas.ts';
import { silentLog } from '#shared/runtime/log.ts';
import { uploadWorld } from '#test/support/call-logs/upload-world.ts';
import { httpEvent, jsonOf } from '#test/support/http-event.ts';

const table = 'Date,Number,Name\n2026-11-20 10:00:01,+1 202 555 0123,\n2026-11-20 10:00:02,nobody,\n';
const secret = { keepFile: false, redirect: null };
const kept = { keepFile: true, redirect: null };

test('an upload waits, is read in the background, and answers what the request would have answered', async () => {
  const { uploads, upload, opened, read } = uploadWorld();
  const id = await opened({ timeZone: 'America/New_York', line: '+1 413 555 0142' }, secret);
  expect(await uploads.read(id)).toEqual({ kind: 'waiting', openedAt: '2026-11-22T00:00:00.000Z' });
  expect(await upload(id, table)).toMatchObject({ kind: 'read' });
  const { page } = await read(id);
  expect(page).toMatchObject({
    format: 'generic-csv',
    rows: 2,
    calls: [{ row: 1, report: { sender: '+1 202 555 0123', line: '+1 413 555 0142', timeZone: 'America/New_York' } }],
    skipped: [{ row: 2, reason: 'sender' }],
    cursor: null,
    mapping: { columns: { date: 0, number: 1, contact: 2 } },
    complete: true,
    timeZoneNeeded: false,
  });
});

test('the file is erased once it is read, and a second event of it changes nothing', async () => {
  const { deps, upload, again, opened, read } = uploadWorld();
  const id = await opened({}, secret);
  await upload(id, table);
  const first = await read(id);
  expect(deps.everything().filter((key) => !key.includes('/'))).toEqual([]);
  expect(await again(id)).toEqual({ kind: 'read_before' });
  expect(await read(id)).toEqual(first);
  expect(await upload(id, table)).toEqual({ kind: 'read_before' });
  expect(deps.everything().filter((key) => !key.includes('/'))).toEqual([]);
});

test('the right file after a wrong one, sent with the same form, is read and takes its place', async () => {
  const { uploads, deps, upload, again, nameOf, opened, read } = uploadWorld();
  const id = await opened({}, kept);
  const other = table.replace('0123', '0199');
  await upload(id, 'Dear friend');
  expect(await uploads.read(id)).toMatchObject({ kind: 'failed' });
  // Back in the browser: the second file is there and its event is not.
  const tag = await deps.put(nameOf(id), Buffer.from(other));
  expect(await uploads.read(id, undefined, tag)).toMatchObject({ kind: 'waiting' });
  await upload(id, other);
  expect((await read(id)).page.calls[0]?.report.sender).toBe('+1 202 555 0199');
  expect(await uploads.read(id, undefined, tag)).toMatchObject({ kind: 'page' });
  await upload(id, table);
  expect((await read(id)).page.calls[0]?.report.sender).toBe('+1 202 555 0123');
  expect(deps.contents().join()).not.toContain('0199');
  // An event of S3 that comes twice, or without a tag, has nothing read again.
  expect(await again(id)).toEqual({ kind: 'read_before' });
});

test('a form is not good for any number of files', async () => {
  const { upload, opened } = uploadWorld();
  const id = await opened({}, kept);
  const kinds = [];
  for (let file = 1; file <= 7; file += 1) {
    kinds.push((await upload(id, `Dear friend ${file}`)).kind);
  }
  expect(kinds).toEqual(['read', 'read', 'read', 'read', 'read', 'read_before', 'read_before']);
});

test('a file that nobody asked about is erased unread', async () => {
  const { deps, uploadNamed } = uploadWorld();
  expect(await uploadNamed('d'.repeat(64), table)).toEqual({ kind: 'not_asked' });
  expect(deps.everything()).toEqual([]);
});

test('two events at once, and a fault with a repetition, end in one answer', async () => {
  const { deps, upload, again, opened, read } = uploadWorld();
  const id = await opened({}, kept);
  await Promise.all([upload(id, table), upload(id, table)]);
  expect((await read(id)).page.rows).toBe(2);
  const other = await opened({}, secret);
  const keep = deps.pages.keep;
  deps.pages.keep = async () => {
    throw new Error('S3 is away');
  };
  await expect(upload(other, table)).rejects.toThrow('S3 is away');
  deps.pages.keep = keep;
  expect(await again(other)).toMatchObject({ kind: 'read' });
  expect((await read(other)).page.rows).toBe(2);
});

test('a kept file is read again with the mapping that the person corrected, until they finish', async () => {
  const { uploads, deps, upload, again, opened, read } = uploadWorld();
  const id = await opened({}, kept);
  await upload(id, table);
  const { page, keptFile } = await read(id);
  expect([page.calls[0]?.direction, keptFile]).toEqual(['in', true]);
  const mapping = page.mapping === null ? undefined : { ...page.mapping, otherwise: 'out' as const };
  expect(await uploads.reread(id, { mapping })).toEqual({ kind: 'reading' });
  expect(deps.again).toHaveLength(1);
  expect(await uploads.read(id)).toMatchObject({ kind: 'waiting' });
  await again(id);
  expect((await read(id)).page.calls[0]?.direction).toBe('out');
  await uploads.finish(id);
  expect(await uploads.read(id)).toEqual({ kind: 'unknown' });
  await uploads.finish(id);
  // What the earlier reading wrote goes, too.
  expect(deps.everything()).toEqual([]);
});

test('reading again: not with nonsense, not without the file, not for ever, not the unknown', async () => {
  const { uploads, upload, opened } = uploadWorld();
  const gone = await opened({}, secret);
  await upload(gone, table);
  expect(await uploads.reread(gone, {})).toEqual({ kind: 'gone' });
  expect(await uploads.reread('0'.repeat(26), {})).toEqual({ kind: 'unknown' });
  const id = await opened({}, kept);
  expect(await uploads.reread(id, { timeZone: 'Mars' })).toMatchObject({
    kind: 'invalid',
    faults: [{ pointer: '/timeZone' }],
  });
  const outcomes = [];
  for (let time = 0; time < 20; time += 1) {
    outcomes.push((await uploads.reread(id, {})).kind);
  }
  expect([outcomes.indexOf('too_often'), outcomes.length]).toEqual([19, 20]);
});

test('a person who finishes while their file is being read leaves nothing behind', async () => {
  const { uploads, deps, upload, opened } = uploadWorld();
  const id = await opened({}, kept);
  const keep = deps.pages.keep;
  deps.pages.keep = async (...page) => {
    await uploads.finish(id);
    await keep(...page);
  };
  expect(await upload(id, table)).toEqual({ kind: 'not_asked' });
  expect(deps.everything()).toEqual([]);
});

test('a reading that ends after another was asked for leaves nothing behind, and the other is answered', async () => {
  const { uploads, deps, upload, again, opened, read } = uploadWorld();
  const id = await opened({}, kept);
  const keep = deps.pages.keep;
  deps.pages.keep = async (...page) => {
    deps.pages.keep = keep;
    await uploads.reread(id, { timeZone: 'America/New_York' });
    await keep(...page);
  };
  expect(await upload(id, table)).toEqual({ kind: 'not_asked' });
  expect(deps.everything().filter((key) => key.startsWith('read/'))).toEqual([]);
  expect(await again(id)).toMatchObject({ kind: 'read' });
  expect((await read(id)).page.calls[0]?.report.timeZone).toBe('America/New_York');
});

test('a file whose event comes three hours after the opening is erased unread; what was read before stays', async () => {
  const world = uploadWorld();
  const [late, early] = [await world.opened({}, kept), await world.opened({}, kept)];
  await world.upload(early, table);
  world.now = new Date('2026-11-22T03:00:00Z');
  expect(await world.upload(late, table)).toEqual({ kind: 'not_asked' });
  expect(await world.uploads.read(late)).toEqual({ kind: 'unknown' });
  expect(world.deps.everything().join()).not.toContain(world.nameOf(late));
  expect(await world.again(early)).toEqual({ kind: 'read_before' });
  expect((await world.read(early)).page.rows).toBe(2);
});

test('a kept file can be read again for almost three hours; after 20 an upload is unknown, whatever is still there', async () => {
  const world = uploadWorld();
  const id = await world.opened({}, kept);
  await world.upload(id, table);
  world.now = new Date('2026-11-22T02:49:59Z');
  expect(await world.uploads.reread(id, {})).toEqual({ kind: 'reading' });
  await world.again(id);
  world.now = new Date('2026-11-22T02:50:00Z');
  expect(await world.uploads.reread(id, {})).toEqual({ kind: 'gone' });
  world.now = new Date('2026-11-22T19:59:59Z');
  expect((await world.read(id)).page.rows).toBe(2);
  world.now = new Date('2026-11-22T20:00:00Z');
  expect(await world.uploads.read(id)).toEqual({ kind: 'unknown' });
  expect(await world.uploads.reread(id, {})).toEqual({ kind: 'unknown' });
});

test('the browser comes back to the page of its upload', async () => {
  const { uploads } = uploadWorld();
  const outcome = await uploads.open({}, { keepFile: true, redirect: (id) => `https://report.example.org/log/${id}` });
  const form = outcome.kind === 'opened' ? outcome.form : null;
  expect(form?.fields['success_action_redirect']).toBe(`https://report.example.org/log/${form?.id}`);
});

test('pages are as long as their limit lets them, begin where the one before ended, and hold every row once', async () => {
  const pages = new Map<number, string>();
  const { onRow, end } = logPages(
    () => ({ kind: 'skipped', reason: 'date' }),
    (row, json) => pages.set(row, json),
    100,
  );
  for (let row = 0; row < 25; row += 1) {
    onRow({ kind: 'skipped', reason: 'columns' });
  }
  expect(end()).toEqual({ pages: [...pages.keys()], timeZoneNeeded: false });
  const seen: number[] = [];
  for (let row: string | null = '1'; row !== null; ) {
    const text: string = pages.get(Number(row)) ?? '';
    const page = uploadPageSchema().parse(JSON.parse(text));
    expect(page.skipped[0]?.row).toBe(Number(row));
    expect(text.length).toBeLessThan(100 + 60);
    seen.push(...page.skipped.map((each) => each.row));
    row = page.cursor;
  }
  expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
});

test('a log without rows is one empty page', async () => {
  const { upload, opened, read } = uploadWorld();
  const id = await opened({}, secret);
  await upload(id, '<?xml version=\'1.0\' ?><calls count="0"></calls>');
  expect((await read(id)).page).toMatchObject({ rows: 0, calls: [], skipped: [], cursor: null });
});

const routes = () => {
  const world = uploadWorld({ rows: 1000 });
  const handler = createRoutes({ uploads: world.uploads, log: silentLog });
  return {
    ...world,
    post: (query = '') => handler(httpEvent({ route: 'POST /v1/call-logs/uploads', query })),
    get: (id: string, query = '') => handler(httpEvent({ route: 'GET /v1/call-logs/{id}', parameters: { id }, query })),
  };
};

test('over HTTP: 201 with the form, 202 with the seconds to wait, 200, 400 for a cursor from elsewhere', async () => {
  const { post, get, upload } = routes();
  const created = await post('line=%2B1%20413%20555%200142');
  const { id, url, fields } = jsonOf(created);
  expect([created.statusCode, created.headers?.['location']]).toEqual([201, `/v1/call-logs/${id}`]);
  expect([url, Object.keys(fields)]).toEqual(['https://uploads.example/', ['key']]);
  const waiting = await get(id);
  expect([waiting.statusCode, waiting.headers?.['retry-after']]).toEqual([202, '2']);
  await upload(id, table);
  expect(jsonOf(await get(id))).toMatchObject({ rows: 2, calls: [{ report: { line: '+1 413 555 0142' } }] });
  expect(jsonOf(await get(id, 'cursor=1')).rows).toBe(2);
  for (const query of ['cursor=2', 'cursor=x', 'cursor=0', 'line=1']) {
    expect((await get(id, query)).statusCode).toBe(400);
  }
});

test.each([
  ['line=88022', '/line'],
  ['timeZone=Mars', '/timeZone'],
  ['format=word', '/format'],
  ['country=us', '/country'],
  ['country=UK', '/country'],
  ['mapping=x', '/mapping'],
  ['cursor=1', '/cursor'],
])('over HTTP: an upload with %s is a problem that points at %s, and nothing is kept', async (query, pointer) => {
  const { post, deps } = routes();
  const result = await post(query);
  expect(result.statusCode).toBe(400);
  expect(jsonOf(result).errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
  expect(deps.everything()).toEqual([]);
});

test.each([
  ['a letter', 'Dear friend', 415, 'not-a-call-log'],
  ['a document type', '<!DOCTYPE calls><calls></calls>', 422, 'unsafe-file'],
  ['too many rows', `Date,Number\n${'2026-11-20,2025550123\n'.repeat(1001)}`, 413, 'too-large'],
] as const)('over HTTP: %s is a problem at every look, and nothing of it stays', async (_name, file, status, kind) => {
  const { post, get, upload, deps } = routes();
  const { id } = jsonOf(await post());
  await upload(id, file);
  for (const result of [await get(id), await get(id)]) {
    expect([result.statusCode, jsonOf(result).type]).toEqual([status, `urn:ringfence:problem:${kind}`]);
  }
  expect(deps.everything().filter((key) => !/^asked|result$/.test(key))).toEqual([]);
});

test('the reader takes the event of a file or of a wish to read it again, and passes over any other object', async () => {
  const { deps, nameOf, opened, read } = uploadWorld();
  const reader = createReader({
    ...deps,
    country: 'US',
    log: silentLog,
    limits: uploadLimits,
    clock: () => new Date('2026-11-22T00:00:00Z'),
  });
  const event = (key: string) => ({ source: 'aws.s3', detail: { bucket: { name: 'x' }, object: { key, size: 3 } } });
  const id = await opened({}, kept);
  await deps.put(nameOf(id), Buffer.from(table));
  await reader(event(`asked/${nameOf(id)}`));
  await reader(event('files/../../etc/passwd'));
  await reader(event(`again/${nameOf(id)}`));
  expect((await read(id)).page.rows).toBe(2);
  await reader(event(`files/${'e'.repeat(64)}`));
  await expect(reader({ Records: [] })).rejects.toThrow();
});

test('a fault of the reader is thrown without a word of the file', async () => {
  const { deps, nameOf, opened } = uploadWorld();
  const files = { ...deps.files, open: () => Promise.reject(new Error('canary +12025550123')) };
  const reader = createReader({
    ...deps,
    files,
    country: 'US',
    log: silentLog,
    clock: () => new Date('2026-11-22T00:00:00Z'),
  });
  const id = await opened({}, kept);
  const event = { detail: { object: { key: `files/${nameOf(id)}` } } };
  await expect(reader(event)).rejects.toThrow(/^the uploaded log was not read$/);
});

test('the sweep erases what is older than 20 hours: with the last reading after three, 24 are kept even if one run fails', async () => {
  const times: Date[] = [];
  const uploads = { eraseBefore: async (time: Date) => times.push(time) };
  await createSweep({ uploads, clock: () => new Date('2026-11-22T12:00:00Z'), log: silentLog })();
  expect(times).toEqual([new Date('2026-11-21T16:00:00Z')]);
});
