import { S3Client } from '@aws-sdk/client-s3';
import { startFauxqs } from 'fauxqs';
import { type CreatedObject, startObjectFront } from '#infra/local/objects/object-front.ts';

const secretKey = 'secret of tests';

/** A bucket in this process that takes forms as S3 does and tells of what has come. */
export async function startUploadPlace() {
  const engine = await startFauxqs({ port: 0, logger: false });
  const { bucketName } = engine.createBucket('uploads');
  const created: CreatedObject[] = [];
  const address = `http://127.0.0.1:${engine.port}`;
  const front = await startObjectFront({
    port: 0,
    engine: address,
    secretKey,
    onCreated: (object) => created.push(object),
  });
  const client = new S3Client({
    endpoint: `http://127.0.0.1:${front.port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: secretKey },
  });
  return {
    client,
    bucketName,
    created,
    /** Address of what stands behind. */
    engine: address,
    stop: async () => {
      client.destroy();
      await front.stop();
      await engine.stop();
    },
  };
}

/** Posts a file as a browser does: the fields, then the file; follows no redirect. */
export function postFile(
  { url, fields }: { readonly url: string; readonly fields: Readonly<Record<string, string>> },
  file: Blob | string,
  name = 'calls.xml',
): Promise<Response> {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) {
    form.append(field, value);
  }
  form.append('file', typeof file === 'string' ? new Blob([file]) : file, name);
  return fetch(url, { method: 'POST', body: form, redirect: 'manual' });
}
