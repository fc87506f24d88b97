import { join } from 'node:path';
import * as z from 'zod';
import type { DataFolder } from '../folder/data-folder.ts';
import { readJsonFile, writeJsonFile } from '../folder/json-file.ts';

const fileSchema = z.object({
  streamArn: z.string(),
  shards: z.record(z.string(), z.object({ after: z.string().nullable(), finished: z.boolean() })),
});

/** How far a mapping has read each shard; kept only after processing, so a kill repeats records and loses none. */
export interface Positions {
  /** The sequence number after which to go on; null: from the shard's start; undefined: never seen. */
  after(shardId: string): string | null | undefined;
  isFinished(shardId: string): boolean;
  advance(shardId: string, sequenceNumber: string): void;
  begin(shardId: string): void;
  finish(shardId: string): void;
  readonly isEmpty: boolean;
}

export function openPositions(folder: DataFolder, mapping: string, streamArn: string): Positions {
  const path = join(folder.positions, `${mapping}.json`);
  const kept = readJsonFile(path, fileSchema, folder.path);
  // Another stream of the same table (it was made anew) begins at its own beginning.
  const state = kept !== undefined && kept.streamArn === streamArn ? kept : { streamArn, shards: {} };
  const set = (shardId: string, after: string | null, finished: boolean) => {
    state.shards[shardId] = { after, finished };
    writeJsonFile(path, state);
  };
  return {
    after: (shardId) => state.shards[shardId]?.after,
    isFinished: (shardId) => state.shards[shardId]?.finished ?? false,
    advance: (shardId, sequenceNumber) => set(shardId, sequenceNumber, false),
    begin: (shardId) => set(shardId, null, false),
    finish: (shardId) => set(shardId, state.shards[shardId]?.after ?? null, true),
    get isEmpty() {
      return Object.keys(state.shards).length === 0;
    },
  };
}
