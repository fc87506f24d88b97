import { type ReadingOptions, readShard } from './shard-reader.ts';
import { createStoppable } from './stoppable.ts';
import type { Shard } from './stream-client.ts';

/** An event-source mapping from a table's stream to a function. */
export interface StreamMappingOptions extends ReadingOptions {
  readonly startingPosition: 'TRIM_HORIZON' | 'LATEST';
  /** Something is wrong with the stream itself; the mapping goes on. */
  onTrouble(error: unknown): void;
}

const PAGE = 1000;
const LOOK_FOR_SHARDS = 5000;
const AFTER_TROUBLE = 1000;

async function newestIn(shard: Shard, { client }: ReadingOptions): Promise<string | undefined> {
  let newest: string | undefined;
  let iterator = await client.iterator(shard.id, 'TRIM_HORIZON');
  while (iterator !== undefined) {
    const page = await client.records(iterator, PAGE);
    const last = page?.records.at(-1)?.sequenceNumber;
    if (page === undefined || last === undefined) {
      break;
    }
    newest = last;
    iterator = page.next;
  }
  return newest;
}

/** LATEST holds from the mapping's first moment on, not from each start: so the place is written down. */
async function writeDownLatest(shards: readonly Shard[], options: StreamMappingOptions): Promise<void> {
  const { positions, startingPosition } = options;
  if (!positions.isEmpty || startingPosition === 'TRIM_HORIZON') {
    return;
  }
  for (const shard of shards) {
    const newest = await newestIn(shard, options);
    if (newest === undefined) {
      positions.begin(shard.id);
    } else {
      positions.advance(shard.id, newest);
    }
  }
}

/**
 * Begins reading, every shard after its parent, and goes on until it is stopped. Resolves once the starting position is
 * written down: what is put into the table from then on is seen.
 */
export async function startStreamMapping(options: StreamMappingOptions): Promise<{ stop(): Promise<void> }> {
  const { client, positions } = options;
  const stoppable = createStoppable();
  const running = new Map<string, Promise<void>>();
  await writeDownLatest(await client.shards(), options);

  async function keepReading(shard: Shard): Promise<void> {
    while (!stoppable.isStopping) {
      try {
        await readShard(shard, options, stoppable);
        return;
      } catch (error) {
        if (!stoppable.isStopping) {
          options.onTrouble(error);
          await stoppable.pause(AFTER_TROUBLE).catch(() => {});
        }
      }
    }
  }

  async function lookForShards(): Promise<void> {
    const shards = await client.shards();
    const known = new Set(shards.map(({ id }) => id));
    for (const { id, parentId } of shards) {
      const parentDone = parentId === undefined || !known.has(parentId) || positions.isFinished(parentId);
      if (!running.has(id) && !positions.isFinished(id) && parentDone) {
        running.set(
          id,
          keepReading({ id, parentId }).then(() => {
            running.delete(id);
            // Its children may begin.
            return stoppable.isStopping ? undefined : lookForShards().catch(options.onTrouble);
          }),
        );
      }
    }
  }

  async function watch(): Promise<void> {
    while (!stoppable.isStopping) {
      await lookForShards().catch((error: unknown) => {
        if (!stoppable.isStopping) {
          options.onTrouble(error);
        }
      });
      await stoppable.pause(LOOK_FOR_SHARDS).catch(() => {});
    }
  }

  const watching = watch();
  return {
    stop: async () => {
      stoppable.stop();
      await watching;
      await Promise.all(running.values());
    },
  };
}
