import { ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOldUploads } from '#shared/storage/old-uploads.ts';
import { createUploadForms } from '#shared/storage/upload-forms.ts';
import { nameInUploadKey, uploadFileKey } from '#shared/storage/upload-keys.ts';
import { createUploadObjects } from '#shared/storage/upload-objects.ts';
import { fakeUploads } from '#test/support/call-logs/fake-uploads.ts';
import { uploadContract } from '#test/support/call-logs/upload-contract.ts';
import { postFile, startUploadPlace } from '#test/support/call-logs/upload-place.ts';

const name = 'c'.repeat(64);

describe('in memory', () => {
  uploadContract(async () => fakeUploads());
});

describe('in S3', () => {
  uploadContract(async () => {
    const { client, bucketName, stop } = await startUploadPlace();
    return {
      ...createUploadObjects(client, bucketName),
      put: async (of, file) => {
        await client.send(new PutObjectCommand({ Bucket: bucketName, Key: uploadFileKey(of), Body: file }));
      },
      stop,
    };
  });
});

describe('a form', () => {
  let place: Awaited<ReturnType<typeof startUploadPlace>>;
  beforeAll(async () => {
    place = await startUploadPlace();
  });
  afterAll(() => place.stop());
  const make = (redirect: string | null = null) =>
    createUploadForms(place.client, place.bucketName).make(name, { redirect });

  test('takes one file, under one name, which the event then tells', async () => {
    expect((await postFile(await make(), 'a log')).status).toBe(204);
    expect(place.created.map(({ key, reason }) => [nameInUploadKey(key), reason])).toEqual([[name, 'PostObject']]);
    const bytes = await createUploadObjects(place.client, place.bucketName).files.open(name);
    expect(Buffer.concat(await Array.fromAsync(bytes?.bytes ?? [])).toString()).toBe('a log');
  });

  test('sends a browser back to the page it came from', async () => {
    const answer = await postFile(await make('https://report.example.org/log/1'), 'a log');
    expect(answer.status).toBe(303);
    const location = new URL(answer.headers.get('location') ?? '');
    expect(location.origin + location.pathname).toBe('https://report.example.org/log/1');
    expect([...location.searchParams.keys()]).toEqual(['bucket', 'key', 'etag']);
  });

  test('has a file that is there read again by an object of another folder', async () => {
    await createUploadForms(place.client, place.bucketName).readAgain(name);
    expect(place.created.map(({ key }) => key).at(-1)).toBe(`again/${name}`);
    expect(nameInUploadKey(`again/${name}`)).toBe(name);
  });
});

test('what is old is erased, page after page, and what is young stays', async () => {
  const { client, bucketName, stop } = await startUploadPlace();
  const put = (key: string) => client.send(new PutObjectCommand({ Bucket: bucketName, Key: key, Body: 'x' }));
  await Promise.all(Array.from({ length: 5 }, (_, index) => put(`read/${index}/result`)));
  const old = createOldUploads(client, bucketName, 2);
  expect(await old.eraseBefore(new Date(Date.now() - 60_000))).toBe(0);
  expect(await old.eraseBefore(new Date(Date.now() + 60_000))).toBe(5);
  const { KeyCount: left } = await client.send(new ListObjectsV2Command({ Bucket: bucketName }));
  expect(left).toBe(0);
  await stop();
});
