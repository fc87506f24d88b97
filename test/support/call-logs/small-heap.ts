import { Worker } from 'node:worker_threads';
import type { ReadCallLogOutcome } from '#shared/intake/call-logs/read-call-log.ts';

/** A file that is made while it is read. */
export interface EndlessFile {
  readonly start: string;
  readonly filling: string;
  readonly megabytes: number;
  readonly end: string;
}

const heapMegabytes = 32;

/** Reads a file in a thread whose heap holds 32 MB; rejects with ERR_WORKER_OUT_OF_MEMORY if that is not enough. */
export function readInSmallHeap(file: EndlessFile): Promise<ReadCallLogOutcome> {
  const worker = new Worker(new URL('./small-heap-worker.ts', import.meta.url), {
    workerData: file,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 8 },
  });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
