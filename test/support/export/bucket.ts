import { S3Client } from '@aws-sdk/client-s3';
import { startFauxqs } from 'fauxqs';

/** An S3 bucket in this process. */
export async function startBucket() {
  const server = await startFauxqs({ port: 0, logger: false });
  const { bucketName } = server.createBucket('exports');
  const client = new S3Client({
    endpoint: `http://127.0.0.1:${server.port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return { client, bucketName, stop: () => server.stop() };
}
