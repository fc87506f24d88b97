import {
  type _Record,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
import type { StreamPosition } from './dead-letter.ts';

export type RangeOutcome =
  | { readonly kind: 'read'; readonly records: readonly _Record[] }
  /** The stream keeps 24 hours. */
  | { readonly kind: 'forgotten' };

/** Empty answers in a row after which the rest of a range is taken to be gone. */
const patience = 20;

/** The records of a stream from the first to the last position, both included. */
export async function readRange(client: DynamoDBStreamsClient, position: StreamPosition): Promise<RangeOutcome> {
  const { streamArn, shardId, startSequenceNumber } = position;
  const [first, last] = [BigInt(startSequenceNumber), BigInt(position.endSequenceNumber)];
  try {
    const { ShardIterator: begin } = await client.send(
      new GetShardIteratorCommand({
        StreamArn: streamArn,
        ShardId: shardId,
        ShardIteratorType: 'AT_SEQUENCE_NUMBER',
        SequenceNumber: startSequenceNumber,
      }),
    );
    const records: _Record[] = [];
    let iterator = begin;
    for (let empty = 0; iterator !== undefined && empty < patience; empty += 1) {
      const answer = await client.send(new GetRecordsCommand({ ShardIterator: iterator }));
      for (const record of answer.Records ?? []) {
        const at = BigInt(record.dynamodb?.SequenceNumber ?? 0);
        if (at >= first && at <= last) {
          records.push(record);
        }
        if (at >= last) {
          return records.length > 0 && sequenceOf(records[0]) === first
            ? { kind: 'read', records }
            : { kind: 'forgotten' };
        }
        empty = 0;
      }
      iterator = answer.NextShardIterator;
    }
    return { kind: 'forgotten' };
  } catch (error) {
    if (error instanceof Error && /^(TrimmedDataAccess|ResourceNotFound)Exception$/.test(error.name)) {
      return { kind: 'forgotten' };
    }
    throw error;
  }
}

function sequenceOf(record: _Record | undefined): bigint {
  return BigInt(record?.dynamodb?.SequenceNumber ?? 0);
}
