import type { GivenUp } from './deliver-batch.ts';

const seconds = (epochSeconds: number): string => new Date(epochSeconds * 1000).toISOString().replace('.000Z', 'Z');

/**
 * What Lambda sends to the on-failure destination of a DynamoDB mapping: where the records are, never what they hold
 * (https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html).
 */
export function failureMessage(
  what: GivenUp,
  where: { readonly functionArn: string; readonly shardId: string; readonly streamArn: string; readonly now: Date },
): unknown {
  const first = what.records[0];
  const last = what.records.at(-1);
  return {
    requestContext: {
      requestId: what.requestId,
      functionArn: where.functionArn,
      condition: what.condition,
      approximateInvokeCount: what.invocations,
    },
    responseContext: {
      statusCode: 200,
      executedVersion: '$LATEST',
      functionError: what.functionError,
    },
    version: '1.0',
    timestamp: where.now.toISOString(),
    DDBStreamBatchInfo: {
      shardId: where.shardId,
      startSequenceNumber: first?.sequenceNumber,
      endSequenceNumber: last?.sequenceNumber,
      approximateArrivalOfFirstRecord: first === undefined ? undefined : seconds(first.arrivedAt),
      approximateArrivalOfLastRecord: last === undefined ? undefined : seconds(last.arrivedAt),
      batchSize: what.records.length,
      streamArn: where.streamArn,
    },
  };
}
