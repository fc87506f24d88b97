import type { Readable } from 'node:stream';
import { replayFile } from '#shared/intake/replay-file.ts';
import type { Report } from '#shared/report/report.ts';
import { composeIntake } from '#shared/storage/compose-intake.ts';
import { openCounter } from './open-counter.ts';
import { openWorld } from './open-world.ts';
import { metered, nothing, type Spent } from './spent.ts';
import { openReportsStream } from './stream-reader.ts';

/** What Lambda hands to the counting function at most. */
const batch = 100;

interface ReplayedDay {
  readonly reports: readonly Report[];
  readonly senders: number;
  readonly take: Spent;
  readonly count: Spent;
}

/** Takes every usable row of an FTC file, then counts the reports in batches of the stream. */
export async function replayDay(file: Readable, endpoint: string): Promise<ReplayedDay> {
  const world = await openWorld(endpoint);
  const next = await openReportsStream(world);
  const counter = openCounter(world);
  const [take, count] = [nothing(), nothing()];
  const intake = composeIntake(world.env, world.documents, 'a secret for measuring');
  const reports: Report[] = [];
  const store: typeof intake.reports = {
    ...intake.reports,
    create(report, expiresAt) {
      reports.push(report);
      return intake.reports.create(report, expiresAt);
    },
  };
  // One at a time: the stream then has the order of the file, and the cost is the same in every run.
  const { senders } = await metered(world.meter, take, async () => {
    const outcome = await replayFile(file, { ...intake, reports: store, atOnce: 1 });
    return { senders: outcome.reports.size };
  });
  for (let done = 0; done < reports.length; done += batch) {
    const records = await next(Math.min(batch, reports.length - done));
    await metered(world.meter, count, () => counter(records));
  }
  return { reports, senders, take, count };
}
