import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import {
  type _Record,
  DescribeStreamCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
import type { World } from './open-world.ts';

/** Reads the Reports stream from its beginning; each call waits for that many further records. */
export async function openReportsStream(world: World): Promise<(amount: number) => Promise<readonly _Record[]>> {
  const { Table: table } = await world.client.send(new DescribeTableCommand({ TableName: world.env.REPORTS_TABLE }));
  const StreamArn = table?.LatestStreamArn;
  const { StreamDescription: stream } = await world.streams.send(new DescribeStreamCommand({ StreamArn }));
  const ShardId = stream?.Shards?.[0]?.ShardId;
  let iterator: string | undefined;
  const waiting: _Record[] = [];
  return async (amount) => {
    const deadline = Date.now() + 30_000;
    // Not earlier: the engine refuses an iterator that it made before the first record.
    iterator ??= (
      await world.streams.send(new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' }))
    ).ShardIterator;
    while (waiting.length < amount) {
      if (iterator === undefined || Date.now() > deadline) {
        throw new Error(`the stream holds ${waiting.length} of ${amount} records`);
      }
      const page = await world.streams.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: 1000 }));
      iterator = page.NextShardIterator;
      waiting.push(...(page.Records ?? []));
    }
    return waiting.splice(0, amount);
  };
}
