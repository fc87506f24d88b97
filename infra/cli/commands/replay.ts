import { createReadStream } from 'node:fs';
import { FtcFileFault } from '#shared/intake/ftc-file.ts';
import { replayFile } from '#shared/intake/replay-file.ts';
import { composeIntake } from '#shared/storage/compose-intake.ts';
import type { Deployment } from '../deployment.ts';
import type { Io } from '../io.ts';
import { replaySummary } from '../replay/summary.ts';
import { waitUntilCounted } from '../replay/wait-until-counted.ts';

/** Reports taken at once: what the local engine and a fresh on-demand table both take without throttling. */
const atOnce = 24;

/** `replay FILE`: takes a file of FTC complaints and returns when all its reports are counted. 0 only on success. */
export async function replayCommand(args: readonly string[], deployment: Deployment, io: Io): Promise<number> {
  const [file, ...rest] = args;
  if (file === undefined || rest.length > 0) {
    io.err('usage: replay FILE');
    return 2;
  }
  const { tables, settings } = deployment.directory;
  const intake = composeIntake(
    {
      REPORTS_TABLE: tables.Reports,
      SUBJECTS_TABLE: tables.Subjects,
      FACTS_TABLE: tables.Facts,
      COMPLAINTS_TABLE: tables.Complaints,
      REGISTRATIONS_TABLE: tables.Registrations,
      DEFAULT_COUNTRY: settings.country,
      REPORT_RETENTION_DAYS: settings.reportRetentionDays,
      REGISTRY_POINTER_SECONDS: 60,
    },
    deployment.documentClient,
    await deployment.masterSecret(),
  );
  const started = Date.now();
  try {
    const outcome = await replayFile(createReadStream(file), { ...intake, atOnce }, (rows) =>
      io.err(`${rows.toLocaleString('en')} rows read`),
    );
    io.err(`${outcome.taken.toLocaleString('en')} reports taken; waiting until they are counted`);
    const figures = await waitUntilCounted(outcome.reports, deployment, (left) =>
      io.err(`${left.toLocaleString('en')} senders left to count`),
    );
    for (const line of replaySummary(outcome, figures, (Date.now() - started) / 1000)) {
      io.out(line);
    }
    return 0;
  } catch (error) {
    const words = fileFault(error);
    if (words === null) {
      throw error;
    }
    io.err(words);
    return 1;
  }
}

function fileFault(error: unknown): string | null {
  if (error instanceof FtcFileFault) {
    return error.message;
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return 'There is no such file.';
    case 'EACCES':
    case 'EISDIR':
      return 'That file cannot be read.';
    default:
      return null;
  }
}
