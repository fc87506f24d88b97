import * as z from 'zod';
import { isList, isObject, type Json, type JsonObject, jsonSchema } from '../json.ts';
import { type AwsCall, AwsCallError } from '../services/aws-json.ts';

const shardsSchema = z.object({
  StreamDescription: z.object({
    Shards: z.array(z.object({ ShardId: z.string(), ParentShardId: z.string().optional() })).default([]),
    LastEvaluatedShardId: z.string().optional(),
  }),
});

const iteratorSchema = z.object({ ShardIterator: z.string() });

const imageSchema = z.record(z.string(), jsonSchema).transform(withEmptyMaps).exactOptional();

const recordSchema = z.looseObject({
  eventName: z.string(),
  dynamodb: z.looseObject({
    SequenceNumber: z.string(),
    ApproximateCreationDateTime: z.number(),
    Keys: z.record(z.string(), jsonSchema),
    NewImage: imageSchema,
    OldImage: imageSchema,
  }),
});

const recordsSchema = z.object({
  Records: z.array(recordSchema).default([]),
  NextShardIterator: z.string().optional(),
});

export interface StreamRecord {
  readonly sequenceNumber: string;
  /** Epoch seconds; the local engine rounds down to the minute. */
  readonly arrivedAt: number;
  readonly keys: JsonObject;
  /** The record as the engine gives it, which is how a function's event shows it. */
  readonly content: JsonObject;
}

export interface Shard {
  readonly id: string;
  readonly parentId: string | undefined;
}

/** Reads one table's stream. */
export interface StreamClient {
  shards(): Promise<readonly Shard[]>;
  /** Iterator behind a sequence number, or at the oldest or newest end; undefined when that place is gone. */
  iterator(shardId: string, from: StreamPosition): Promise<string | undefined>;
  /** `next` is undefined when the shard is closed and read to its end; undefined as a whole when the iterator expired. */
  records(
    iterator: string,
    limit: number,
  ): Promise<{ records: readonly StreamRecord[]; next: string | undefined } | undefined>;
}

export type StreamPosition = { readonly after: string } | 'TRIM_HORIZON' | 'LATEST';

const GONE = [
  'TrimmedDataAccessException',
  'ExpiredIteratorException',
  'ResourceNotFoundException',
  'ValidationException',
];

async function unlessGone<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AwsCallError && GONE.includes(error.code)) {
      return undefined;
    }
    throw error;
  }
}

/**
 * The engine's streams leave out the `M` of an empty map, which its tables and AWS write; without it no SDK can read the
 * item. Puts it back into an image, or a map's members.
 */
function withEmptyMaps(members: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, wholeValue(value)]));
}

function wholeValue(value: Json): Json {
  if (!isObject(value)) {
    return value;
  }
  const { M: map, L: list } = value;
  if (Object.keys(value).length === 0) {
    return { M: {} };
  }
  return isObject(map) ? { M: withEmptyMaps(map) } : isList(list) ? { L: list.map(wholeValue) } : value;
}

export function createStreamClient(streams: AwsCall, StreamArn: string, region: string): StreamClient {
  const toRecord = (given: z.infer<typeof recordSchema>): StreamRecord => {
    const { SequenceNumber, ApproximateCreationDateTime, Keys } = given.dynamodb;
    const content = z.record(z.string(), jsonSchema).parse({
      ...given,
      awsRegion: region,
      eventSourceARN: StreamArn,
    });
    return { sequenceNumber: SequenceNumber, arrivedAt: ApproximateCreationDateTime, keys: Keys, content };
  };
  return {
    shards: async () => {
      const found: Shard[] = [];
      let ExclusiveStartShardId: string | undefined;
      do {
        const page = shardsSchema.parse(await streams('DescribeStream', { StreamArn, ExclusiveStartShardId }));
        found.push(
          ...page.StreamDescription.Shards.map((shard) => ({ id: shard.ShardId, parentId: shard.ParentShardId })),
        );
        ExclusiveStartShardId = page.StreamDescription.LastEvaluatedShardId;
      } while (ExclusiveStartShardId !== undefined);
      return found;
    },
    iterator: async (ShardId, from) => {
      const place =
        typeof from === 'string'
          ? { ShardIteratorType: from }
          : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: from.after };
      const answer = await unlessGone(streams('GetShardIterator', { StreamArn, ShardId, ...place }));
      return answer === undefined ? undefined : iteratorSchema.parse(answer).ShardIterator;
    },
    records: async (ShardIterator, Limit) => {
      const answer = await unlessGone(streams('GetRecords', { ShardIterator, Limit }));
      if (answer === undefined) {
        return undefined;
      }
      const { Records, NextShardIterator } = recordsSchema.parse(answer);
      return { records: Records.map(toRecord), next: NextShardIterator };
    },
  };
}
