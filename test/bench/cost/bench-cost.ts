import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { startDynamoDbEngine } from '#infra/local/dynamodb-engine.ts';
import type { Report } from '#shared/report/report.ts';
import { printTable } from '../figures.ts';
import { inventedDay } from './invented-day.ts';
import { naiveDesign } from './naive-design.ts';
import { openWorld } from './open-world.ts';
import { postDay } from './post-day.ts';
import { replayDay } from './replay-day.ts';
import { metered, nothing, type Spent } from './spent.ts';

const inventedRows = 4000;
/** Of those, how many the other columns are measured with. */
const compared = 1000;
/** Complaints are the same for every sender, so fewer show what they cost. */
const complaints = 400;

/**
 * Write and read units a report, on the real engine with the meter that corrects it: of a day of FTC complaints
 * (`--file`, or an invented one), of the same senders reported through the API, and of the usual design.
 */
export async function benchCost(args: string[]): Promise<void> {
  const { file } = parseArgs({ args, options: { file: { type: 'string' } } }).values;
  const engine = await startDynamoDbEngine({});
  try {
    const text = file === undefined ? Readable.from([inventedDay(inventedRows)]) : createReadStream(file);
    const { reports, senders, take, count } = await replayDay(text, engine.endpoint);
    const named = reports.flatMap(({ content }) => content?.sender.value ?? []).slice(0, compared);
    const posted = await postDay(named, false, engine.endpoint);
    const complained = await postDay(named.slice(0, complaints), true, engine.endpoint);
    const naive = await measureNaive(reports.slice(0, compared), engine.endpoint);
    console.log(
      `cost: ${file === undefined ? 'an invented day' : 'the given file'}, ${reports.length} reports on ${senders} senders; counted in batches of 100`,
    );
    console.log('budget of taking, checking and counting a report: 2.2 write units, 1 read unit');
    printTable(
      ['units a report', 'take W', 'R', 'count W', 'R', 'decide W', 'R', 'together W', 'R'],
      [
        row('replay', reports.length, [take, count]),
        row('API, one list', named.length, [posted.take, posted.count]),
        row('API, with complaints', complaints, [complained.take, complained.count, complained.decide]),
        row('usual design', Math.min(compared, reports.length), [naive]),
      ],
    );
    const ratio = naive.write / Math.min(compared, reports.length) / ((take.write + count.write) / reports.length);
    console.log(`the usual design writes ${ratio.toFixed(2)} times the units of the replay`);
  } finally {
    await engine.stop();
  }
}

function row(name: string, reports: number, parts: readonly Spent[]): string[] {
  const each = (units: number) => (units / reports).toFixed(3);
  const sum = parts.reduce(({ read, write }, part) => ({ read: read + part.read, write: write + part.write }));
  const cells = [0, 1, 2]
    .map((part) => parts[part])
    .flatMap((part) => (part ? [each(part.write), each(part.read)] : ['', '']));
  return [name, ...cells, each(sum.write), each(sum.read)];
}

async function measureNaive(reports: readonly Report[], endpoint: string): Promise<Spent> {
  const world = await openWorld(endpoint);
  const take = naiveDesign(world);
  const spent = nothing();
  await metered(world.meter, spent, async () => {
    for (const report of reports) {
      await take(report);
    }
  });
  return spent;
}
