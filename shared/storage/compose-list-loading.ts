import type { S3Client } from '@aws-sdk/client-s3';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { LoadDependencies } from '#shared/registry/uploads/upload-dependencies.ts';
import { createImportRecords } from './import-records.ts';
import { createRegistrationStore } from './registration-store.ts';
import { createSnapshotArchive } from './snapshot-archive-store.ts';
import { createStagedAreas } from './staged-areas.ts';

interface ListLoadingEnvironment {
  readonly REGISTRATIONS_TABLE: string;
  readonly REGISTRY_BUCKET: string;
  readonly LIST_BUCKET: string;
}

/** What those share who read uploaded lists and who load their areas. */
export function composeListLoading(
  { REGISTRATIONS_TABLE: table, REGISTRY_BUCKET: snapshots, LIST_BUCKET: lists }: ListLoadingEnvironment,
  client: DynamoDBDocumentClient,
  s3: S3Client,
): LoadDependencies {
  const used = { read: 0, write: 0 };
  const store = createRegistrationStore({
    client,
    table,
    onUnits: ({ read, write }) => {
      used.read += read;
      used.write += write;
    },
  });
  return {
    imports: createImportRecords(client, table),
    staged: createStagedAreas(s3, lists),
    store,
    archive: createSnapshotArchive(s3, snapshots),
    units: () => ({ ...used }),
    now: () => new Date(),
  };
}
