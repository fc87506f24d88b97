import type { StreamRecord } from './stream-client.ts';

/** Lambda hands over at most 6 MB; records become larger as text of an event. */
const LARGEST_BATCH = 4_000_000;

/** Parts records so that those of one item stay together and in order, as the parallelization factor does. */
export function lanesOf(records: readonly StreamRecord[], lanes: number): StreamRecord[][] {
  const result: StreamRecord[][] = Array.from({ length: lanes }, () => []);
  for (const record of records) {
    let hash = 0;
    for (const character of JSON.stringify(record.keys)) {
      hash = (hash * 31 + character.charCodeAt(0)) >>> 0;
    }
    result[hash % lanes]?.push(record);
  }
  return result;
}

/** Cuts a lane into batches of at most `size` records and of what fits an invocation. */
export function batchesOf(records: readonly StreamRecord[], size: number): StreamRecord[][] {
  const batches: StreamRecord[][] = [];
  let batch: StreamRecord[] = [];
  let bytes = 0;
  for (const record of records) {
    const weight = JSON.stringify(record.content).length;
    if (batch.length === size || (batch.length > 0 && bytes + weight > LARGEST_BATCH)) {
      batches.push(batch);
      batch = [];
      bytes = 0;
    }
    batch.push(record);
    bytes += weight;
  }
  return batch.length === 0 ? batches : [...batches, batch];
}
