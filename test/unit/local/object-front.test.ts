import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { announceAgain, announceObjects } from '#infra/local/objects/object-events.ts';
import { postFile, startUploadPlace } from '#test/support/call-logs/upload-place.ts';

let place: Awaited<ReturnType<typeof startUploadPlace>>;
beforeAll(async () => {
  place = await startUploadPlace();
});
afterAll(() => place.stop());

const form = (expires = 60, most = 20 * 1024 * 1024, fields: Record<string, string> = {}) =>
  createPresignedPost(place.client, {
    Bucket: place.bucketName,
    Key: 'files/one',
    Conditions: [
      ['content-length-range', 2, most],
      ['starts-with', '$x-amz-meta-note', 'ok'],
    ],
    Fields: { 'x-amz-meta-note': 'ok then', ...fields },
    Expires: expires,
  });
const codeOf = async (answer: Response) => /<Code>(\w+)</.exec(await answer.text())?.[1];
const exists = () =>
  place.client.send(new HeadObjectCommand({ Bucket: place.bucketName, Key: 'files/one' })).then(
    ({ ContentLength }) => ContentLength,
    () => null,
  );

test('a form that keeps its policy stores its file, of any size up to the limit, byte for byte', async () => {
  const file = Buffer.alloc(9 * 1024 * 1024, 'calls\r\n--x');
  const answer = await postFile(await form(), new Blob([file]));
  expect([answer.status, answer.headers.get('etag')]).toEqual([204, expect.stringMatching(/^"[\w-]+"$/)]);
  const { Body } = await place.client.send(new GetObjectCommand({ Bucket: place.bucketName, Key: 'files/one' }));
  expect(file.equals(Buffer.from((await Body?.transformToByteArray()) ?? []))).toBe(true);
  expect(place.created.at(-1)).toEqual({
    bucket: 'uploads',
    key: 'files/one',
    reason: 'PostObject',
    etag: expect.stringMatching(/^"[0-9a-f-]+"$/),
  });
});

test.each<[string, (fields: Record<string, string>) => Record<string, string>, string]>([
  ['another key', (fields) => ({ ...fields, key: 'files/two' }), 'AccessDenied'],
  ['no key', ({ key: _key, ...fields }) => fields, 'InvalidArgument'],
  ['another policy', (fields) => ({ ...fields, Policy: btoa('{"conditions":[]}') }), 'SignatureDoesNotMatch'],
  ['no policy', ({ Policy: _policy, ...fields }) => fields, 'AccessDenied'],
  ['another signature', (fields) => ({ ...fields, 'X-Amz-Signature': '0'.repeat(64) }), 'SignatureDoesNotMatch'],
  ['no signature', ({ 'X-Amz-Signature': _signature, ...fields }) => fields, 'SignatureDoesNotMatch'],
  ['a field of its own', (fields) => ({ ...fields, 'Cache-Control': 'public' }), 'AccessDenied'],
  ['a redirect of its own', (fields) => ({ ...fields, success_action_redirect: 'https://x.example' }), 'AccessDenied'],
  ['another beginning than asked', (fields) => ({ ...fields, 'x-amz-meta-note': 'no' }), 'AccessDenied'],
])('a form with %s is refused and nothing stored or told', async (_name, change, code) => {
  const before = [await exists(), place.created.length];
  const { url, fields } = await form();
  const answer = await postFile({ url, fields: change(fields) }, 'something else');
  expect(await codeOf(answer)).toBe(code);
  expect([await exists(), place.created.length]).toEqual(before);
});

test('a form is refused once it has expired, and for a file too small or too large', async () => {
  expect(await codeOf(await postFile(await form(-1), 'late'))).toBe('AccessDenied');
  expect(await codeOf(await postFile(await form(), 'x'))).toBe('EntityTooSmall');
  expect(await codeOf(await postFile(await form(60, 100), 'x'.repeat(101)))).toBe('EntityTooLarge');
  const large = await postFile(await form(60, 1_000_000), new Blob([Buffer.alloc(9_000_000)])).catch(() => null);
  // It may close before all was sent, as S3 does.
  expect(large === null ? 'EntityTooLarge' : await codeOf(large)).toBe('EntityTooLarge');
  expect((await postFile(await form(60, 100), 'x'.repeat(100))).status).toBe(204);
});

test.each([
  ['no parts', '--b--\r\n'],
  ['no file', '--b\r\nContent-Disposition: form-data; name="key"\r\n\r\nfiles/one\r\n--b--\r\n'],
  ['an end in the middle', '--b\r\nContent-Disposition: form-data; name="key"\r\n\r\nfil'],
  ['a field of 30 KB', `--b\r\nContent-Disposition: form-data; name="key"\r\n\r\n${'x'.repeat(30_000)}\r\n--b--`],
  ['something else', 'hello'],
])('a body with %s is no form', async (_name, body) => {
  const { url } = await form();
  const headers = { 'content-type': 'multipart/form-data; boundary=b' };
  const answer = await fetch(url, { method: 'POST', headers, body });
  expect([answer.status, await codeOf(answer)]).toEqual([400, 'MalformedPOSTRequest']);
});

test('everything else goes through as it is: objects, lists, and what is not there', async () => {
  const object = { Bucket: place.bucketName, Key: 'read/a b+c/é' };
  await place.client.send(new PutObjectCommand({ ...object, Body: 'text' }));
  expect(place.created.at(-1)).toEqual({ bucket: 'uploads', key: object.Key, reason: 'PutObject' });
  const { Contents } = await place.client.send(new ListObjectsV2Command({ Bucket: place.bucketName, Prefix: 'read/' }));
  expect(Contents?.map(({ Key }) => Key)).toEqual([object.Key]);
  const missing = place.client.send(new GetObjectCommand({ ...object, Key: 'no' }));
  await expect(missing).rejects.toBeInstanceOf(NoSuchKey);
});

test('objects of announcing buckets reach those whom a rule hands them to; at a start, what is there does so again', async () => {
  const invoked: [string, unknown][] = [];
  const deliver = (target: string, event: string) => void invoked.push([target, JSON.parse(event)]);
  const pattern = JSON.stringify({
    source: ['aws.s3'],
    'detail-type': ['Object Created'],
    detail: { bucket: { name: ['uploads'] }, object: { key: [{ prefix: 'files/' }] } },
  });
  const buckets = new Set(['uploads']);
  const announce = announceObjects({ buckets, rules: [{ pattern, targetArn: 'reader' }], deliver });
  announce({ bucket: 'uploads', key: 'files/1', reason: 'PostObject' });
  announce({ bucket: 'uploads', key: 'read/1', reason: 'PutObject' });
  announce({ bucket: 'exports', key: 'files/1', reason: 'PutObject' });
  expect(invoked).toEqual([
    ['reader', expect.objectContaining({ detail: expect.objectContaining({ object: { key: 'files/1' } }) })],
  ]);
  await announceAgain(place.engine, buckets, announce);
  expect(invoked.slice(1).map(([, event]) => event)).toEqual([
    expect.objectContaining({ detail: expect.objectContaining({ object: { key: 'files/one' } }) }),
  ]);
});

test('an object is erased on condition of its tag only if it is the one, and not while another is written', async () => {
  const { client, bucketName: Bucket } = place;
  const Key = 'files/a b/ü';
  const put = async (Body: string) => (await client.send(new PutObjectCommand({ Bucket, Key, Body }))).ETag ?? '';
  const erase = (IfMatch: string) =>
    client.send(new DeleteObjectCommand({ Bucket, Key, IfMatch })).then(
      () => 'erased',
      (error: unknown) => (error instanceof Error ? error.name : error),
    );
  const isThere = () =>
    client.send(new HeadObjectCommand({ Bucket, Key })).then(
      () => true,
      () => false,
    );
  const first = await put('first');
  const second = await put('second');
  expect([await erase(first), await isThere()]).toEqual(['PreconditionFailed', true]);
  // Whatever comes first, a tag that is no longer there erases nothing.
  const [third, ended] = await Promise.all([put('third'), erase(second)]);
  expect([
    await isThere(),
    ['erased', 'PreconditionFailed', 'ConditionalRequestConflict'].includes(String(ended)),
  ]).toEqual([true, true]);
  expect([await erase(third), await isThere(), await erase(third)]).toEqual(['erased', false, 'NoSuchKey']);
});
