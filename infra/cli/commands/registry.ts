import type { AnswerStore } from '#shared/registry/questions/ports.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { createAnswerStore, createQuestionQuota } from '#shared/storage/answer-store.ts';
import { createDeclarations } from '#shared/storage/declarations.ts';
import { createImportRecords } from '#shared/storage/import-records.ts';
import { createRegistrationStore } from '#shared/storage/registration-store.ts';
import { createSnapshotArchive } from '#shared/storage/snapshot-archive-store.ts';
import type { Deployment } from '../deployment.ts';
import type { Io } from '../io.ts';
import { ask } from '../registry/ask/ask.ts';
import { askUsage } from '../registry/ask/ask-call.ts';
import { checkFileUsage } from '../registry/check/check-call.ts';
import { checkFile } from '../registry/check/check-file.ts';
import { checkNumber } from '../registry/check-number.ts';
import { importUsage } from '../registry/import-call.ts';
import { importFile } from '../registry/import-file.ts';
import { restoreRegistry, servingCopyUsage, verifyRegistry } from '../registry/serving-copy.ts';
import { showStatus } from '../registry/show-status.ts';
import { declare, declareUsage } from '../registry/uploads/declare.ts';
import type { UploadContext } from '../registry/uploads/upload-context.ts';
import { uploadList, uploadUsage } from '../registry/uploads/upload-list.ts';

/** What the registry commands need of a deployment. */
export interface RegistryDeployment extends Pick<Deployment, 'documentClient' | 'local'> {
  readonly s3Client?: Deployment['s3Client'];
  readonly masterSecret?: Deployment['masterSecret'];
  readonly directory: {
    readonly tables: { readonly Registrations: string };
    readonly buckets?: { readonly registries?: string | undefined; readonly lists?: string | undefined };
  };
}

const usage = `${importUsage}
       registry check NUMBER
       ${checkFileUsage.replace('usage: ', '')}
       ${askUsage.replace('usage: ', '')}
       ${servingCopyUsage.replace('usage: ', '')}
       ${declareUsage}
       ${uploadUsage}
       registry status`;

/** Do-not-call lists: `import`, `check`, `check-file`, `ask`, `verify`, `restore`, `declare`, `upload`, `status`. Answers the exit status: 0 only on success, 2 for a wrong call. */
export async function registryCommand(
  args: readonly string[],
  deployment: RegistryDeployment,
  io: Io,
): Promise<number> {
  const [command, ...rest] = args;
  const units = { read: 0, write: 0 };
  const store = createRegistrationStore({
    client: deployment.documentClient,
    table: deployment.directory.tables.Registrations,
    onUnits: ({ read, write }) => {
      units.read += read;
      units.write += write;
    },
  });
  const bucket = deployment.directory.buckets?.registries;
  const archive =
    deployment.s3Client === undefined || bucket === undefined
      ? undefined
      : createSnapshotArchive(deployment.s3Client, bucket);
  const context = { store, archive, units, io, local: deployment.local, now: () => new Date() };
  switch (command) {
    case 'import':
      return importFile(rest, context);
    case 'check':
      return checkNumber(rest, { ...context, answers: await keptAnswers(deployment) });
    case 'check-file':
      return checkFile(rest, context);
    case 'ask':
      return askWith(rest, deployment, io);
    case 'verify':
      return verifyRegistry(rest, context);
    case 'restore':
      return restoreRegistry(rest, context);
    case 'status':
      return showStatus(rest, { ...context, uploads: uploadContext(deployment, io) });
    case 'declare':
      return withUploads(declare, rest, deployment, io);
    case 'upload':
      return withUploads(uploadList, rest, deployment, io);
    default:
      io.err(usage);
      return 2;
  }
}

/** Null for a deployment from before there were uploads, until it is deployed again. */
function uploadContext(
  { documentClient, local, s3Client, directory }: RegistryDeployment,
  io: Io,
): UploadContext | null {
  const { tables, buckets } = directory;
  if (s3Client === undefined || buckets?.lists === undefined) {
    return null;
  }
  return {
    imports: createImportRecords(documentClient, tables.Registrations),
    declarations: createDeclarations(documentClient, tables.Registrations),
    s3Client,
    bucket: buckets.lists,
    io,
    local,
    now: () => new Date(),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  };
}

async function withUploads(
  command: (args: readonly string[], context: UploadContext) => Promise<number>,
  args: readonly string[],
  deployment: RegistryDeployment,
  io: Io,
): Promise<number> {
  const context = uploadContext(deployment, io);
  if (context === null) {
    io.err('This deployment has no bucket for uploaded lists yet; deploy it again.');
    return 1;
  }
  return command(args, context);
}

async function askWith(args: readonly string[], deployment: RegistryDeployment, io: Io): Promise<number> {
  const answers = await keptAnswers(deployment);
  if (answers === null) {
    throw new Error('kept answers need the master secret');
  }
  const { documentClient, directory } = deployment;
  return ask(args, {
    answers,
    quota: createQuestionQuota(documentClient, directory.tables.Registrations),
    io,
    now: () => new Date(),
  });
}

async function keptAnswers({
  documentClient,
  masterSecret,
  directory,
}: RegistryDeployment): Promise<AnswerStore | null> {
  return masterSecret === undefined
    ? null
    : createAnswerStore(
        documentClient,
        directory.tables.Registrations,
        keyedHash(await masterSecret(), 'registry-answer'),
      );
}
