import { DeleteObjectsCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';

/** S3's limit for one request that erases, or lists. */
const mostAtOnce = 1000;

/** Erases these objects; what is not there is no fault. */
export async function eraseObjects(client: S3Client, bucket: string, keys: readonly string[]): Promise<void> {
  for (let at = 0; at < keys.length; at += mostAtOnce) {
    const some = keys.slice(at, at + mostAtOnce).map((Key) => ({ Key }));
    const { Errors: errors = [] } = await client.send(
      new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: some, Quiet: true } }),
    );
    if (errors.length > 0) {
      throw new Error(`${errors.length} objects of uploads could not be erased: ${errors[0]?.Code ?? ''}`);
    }
  }
}

interface Choice {
  /** How the keys begin; empty for all of the bucket. */
  readonly prefix: string;
  /** Only what S3 took before this time. */
  readonly before?: Date;
  readonly pageSize?: number;
}

/** Erases what is chosen, page after page of the bucket's list; answers how many objects that were. */
export async function eraseListed(
  client: S3Client,
  bucket: string,
  { prefix, before, pageSize = mostAtOnce }: Choice,
): Promise<number> {
  let erased = 0;
  let token: string | undefined;
  do {
    const page = await client.send(
      new ListObjectsV2Command({
        Bucket: bucket,
        Prefix: prefix,
        MaxKeys: pageSize,
        ...(token === undefined ? {} : { ContinuationToken: token }),
      }),
    );
    const keys = (page.Contents ?? []).flatMap(({ Key: key, LastModified: at }) =>
      key === undefined || (before !== undefined && (at === undefined || at >= before)) ? [] : [key],
    );
    await eraseObjects(client, bucket, keys);
    erased += keys.length;
    token = page.NextContinuationToken;
  } while (token !== undefined);
  return erased;
}
