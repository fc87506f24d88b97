import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { machine, median, printTable } from '../figures.ts';
import { ways } from './ways.ts';
import { writePhoneLog } from './write-log.ts';

const calls = 200_000;
const rounds = 5;
const measured = z.object({
  found: z.number(),
  milliseconds: z.number(),
  /** Milliseconds of processor: other work on the machine does not count. */
  processor: z.number(),
  kilobytes: z.number(),
});

/** Reads a phone's log of about 60 MB in each way, by turns, each time in a new process. */
export async function benchCallLogs(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ringfence-bench-'));
  try {
    const path = join(folder, 'calls.xml');
    await writePhoneLog(path, calls);
    const megabytes = statSync(path).size / 1e6;
    console.log(`A log of ${calls} calls, ${megabytes.toFixed(1)} MB; medians of ${rounds} rounds. ${machine()}`);
    const results = new Map(Object.keys(ways).map((name) => [name, [] as z.infer<typeof measured>[]]));
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, list] of results) {
        list.push(measure(name, path));
      }
    }
    printTable(
      ['', 'MB/s', 'MB a processor second', 'peak memory growth, MB', 'rows'],
      [...results].map(([name, list]) => [
        ways[name]?.about ?? name,
        (megabytes / (median(list.map(({ milliseconds }) => milliseconds)) / 1000)).toFixed(0),
        (megabytes / (median(list.map(({ processor }) => processor)) / 1000)).toFixed(0),
        (median(list.map(({ kilobytes }) => kilobytes)) / 1000).toFixed(0),
        String(list[0]?.found),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measure(name: string, path: string): z.infer<typeof measured> {
  const script = new URL('./measure-way.ts', import.meta.url).pathname;
  return measured.parse(JSON.parse(execFileSync(process.execPath, [script, name, path], { encoding: 'utf8' })));
}
