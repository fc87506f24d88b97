import type { S3Client } from '@aws-sdk/client-s3';
import type { Declarations, ImportRecords } from '#shared/registry/uploads/upload-ports.ts';
import type { Io } from '../../io.ts';

/** What the commands about uploads need of a deployment. */
export interface UploadContext {
  readonly imports: ImportRecords;
  readonly declarations: Declarations;
  readonly s3Client: S3Client;
  /** Of uploaded lists. */
  readonly bucket: string;
  readonly io: Io;
  readonly local: boolean;
  readonly now: () => Date;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
}
