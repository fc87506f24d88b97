import { parentPort, workerData } from 'node:worker_threads';
import { readUploadedLog } from '#shared/intake/call-logs/uploads/read-uploaded-log.ts';
import type { UploadResult } from '#shared/intake/call-logs/uploads/upload-schemas.ts';
import type { RepeatedLog } from './upload-small-heap.ts';

const log: RepeatedLog = workerData;

async function* made() {
  yield Buffer.from(log.start);
  const block = Buffer.from(log.row.repeat(Math.ceil((64 * 1024) / log.row.length)));
  const rowsOfBlock = block.length / log.row.length;
  for (let sent = 0; sent < log.rows; sent += rowsOfBlock) {
    yield block.subarray(0, Math.min(log.rows - sent, rowsOfBlock) * log.row.length);
  }
  yield Buffer.from(log.end);
}

const results: UploadResult[] = [];
let [pages, bytes, most, underWay, mostUnderWay] = [0, 0, 0, 0, 0];
await readUploadedLog('0'.repeat(64), {
  asks: {
    find: async () => ({
      version: 1,
      request: {},
      openedAt: '2026-11-22T00:00:00.000Z',
      reading: 'R',
      readings: 1,
      keepFile: false,
    }),
    erase: async () => {},
  },
  files: { open: async () => ({ tag: 'f', bytes: made() }), erase: async () => {} },
  results: {
    find: async () => null,
    keep: async (_name, _reading, result) => {
      results.push(result);
    },
  },
  pages: {
    keep: async (_name, _reading, _row, json) => {
      [pages, bytes, most, underWay] = [pages + 1, bytes + json.length, Math.max(most, json.length), underWay + 1];
      mostUnderWay = Math.max(mostUnderWay, underWay);
      // As long as S3 takes.
      await new Promise((resolve) => setTimeout(resolve, 20));
      underWay -= 1;
    },
  },
  readings: { erase: async () => {} },
  clock: () => new Date('2026-11-22T00:00:00Z'),
  country: 'US',
});
parentPort?.postMessage({ result: results[0], pages, bytes, longestPage: most, mostUnderWay });
