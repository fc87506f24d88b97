import { Worker } from 'node:worker_threads';
import type { UploadResult } from '#shared/intake/call-logs/uploads/upload-schemas.ts';

/** A log that is made while it is read. */
export interface RepeatedLog {
  readonly start: string;
  readonly row: string;
  readonly rows: number;
  readonly end: string;
}

export interface UploadRead {
  readonly result: UploadResult;
  readonly pages: number;
  readonly bytes: number;
  readonly longestPage: number;
  /** Pages being written at once. */
  readonly mostUnderWay: number;
}

const heapMegabytes = 40;

/** Reads an upload in a thread whose heap holds 40 MB, pages included; rejects with ERR_WORKER_OUT_OF_MEMORY if that is not enough. */
export function readUploadInSmallHeap(log: RepeatedLog): Promise<UploadRead> {
  const worker = new Worker(new URL('./upload-small-heap-worker.ts', import.meta.url), {
    workerData: log,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 8 },
  });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
