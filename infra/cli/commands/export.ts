import { InvokeCommand } from '@aws-sdk/client-lambda';
import { exportManifestSchema } from '#shared/export/export-schemas.ts';
import type { Deployment } from '../deployment.ts';
import type { Io } from '../io.ts';

/** What the export commands need of a deployment. */
export interface ExportDeployment extends Pick<Deployment, 'lambdaClient'> {
  readonly directory: Pick<Deployment['directory'], 'functions' | 'buckets'>;
}

/** `export now`: publishes a full export and says what was written. Answers the exit status. */
export async function exportCommand(
  args: readonly string[],
  { lambdaClient, directory }: ExportDeployment,
  io: Io,
): Promise<number> {
  const name = directory.functions['publish-export'];
  if (args.length !== 1 || args[0] !== 'now') {
    io.err('usage: export now');
    return 2;
  }
  if (name === undefined) {
    io.err('This deployment has no function publish-export.');
    return 1;
  }
  io.err('Publishing a full export…');
  const { FunctionError, Payload } = await lambdaClient.send(
    new InvokeCommand({ FunctionName: name, InvocationType: 'RequestResponse', Payload: Buffer.from('{}') }),
  );
  if (FunctionError !== undefined) {
    io.err('The export failed; nothing was published. The log of publish-export says where.');
    return 1;
  }
  const manifest = exportManifestSchema.parse(JSON.parse(Buffer.from(Payload ?? []).toString('utf8')));
  const { minReporters } = manifest.filters;
  io.out(`Export ${manifest.id}: ${manifest.rows} offenders with at least ${minReporters} reporters.`);
  for (const { name: file, bytes, rows, sha256 } of manifest.files) {
    io.out(`  ${file}  ${rows} rows  ${bytes} bytes  sha256 ${sha256}`);
  }
  io.out(`Left out: ${manifest.excluded.tooFewReporters} with fewer reporters.`);
  io.out(`Regulators fetch it at /v1/exports/${manifest.id}.`);
  return 0;
}
