import { parentPort, workerData } from 'node:worker_threads';
import { logLimits } from '#shared/intake/call-logs/limits.ts';
import { readCallLog } from '#shared/intake/call-logs/read-call-log.ts';
import type { EndlessFile } from './small-heap.ts';

const file: EndlessFile = workerData;
const blockBytes = 64 * 1024;
const megabyte = 1024 * 1024;

async function* made() {
  yield Buffer.from(file.start);
  const block = Buffer.from(file.filling.repeat(Math.ceil(blockBytes / file.filling.length)));
  for (let sent = 0; sent < file.megabytes * megabyte; sent += block.length) {
    yield block;
  }
  yield Buffer.from(file.end);
}

parentPort?.postMessage(
  await readCallLog(
    made(),
    {},
    {
      clock: () => new Date('2026-11-22T00:00:00Z'),
      country: 'US',
      limits: { ...logLimits, fileBytes: 2 * file.megabytes * megabyte },
    },
  ),
);
