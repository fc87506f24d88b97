import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping, FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { StreamSpec } from '../functions/function-spec.ts';
import type { HouseFunction } from './house-function.ts';
import type { HouseTable } from './house-table.ts';

/**
 * DynamoDB forgets stream records after 24 hours. What could not be worked off for 21 leaves the stream for the
 * dead-letter queue, whose messages hold positions only: three hours remain to `ringfence redrive` them.
 */
const giveUpAfter = Duration.hours(21);
const retries = 20;

interface StreamConsumerProps {
  readonly consumer: HouseFunction;
  readonly table: HouseTable;
  readonly spec: StreamSpec;
  readonly parallelism: number;
  readonly deadLetters: IQueue;
}

/** Joins a function to a table's stream: partial failures retried, poison isolated, the rest kept for a person. */
export function consumeStream({ consumer, table, spec, parallelism, deadLetters }: StreamConsumerProps): void {
  table.allowStream(consumer.function);
  new EventSourceMapping(consumer, 'Stream', {
    target: consumer.function,
    eventSourceArn: table.streamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: spec.batchSize,
    maxBatchingWindow: Duration.seconds(spec.windowSeconds),
    parallelizationFactor: parallelism,
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    retryAttempts: retries,
    maxRecordAge: giveUpAfter,
    onFailure: new SqsDlq(deadLetters),
    filters: [
      FilterCriteria.filter({
        // A removal is an expiry or an erasure, never a new version.
        eventName: ['INSERT', 'MODIFY'],
        ...(spec.newImage === undefined ? {} : { dynamodb: { NewImage: spec.newImage } }),
      }),
    ],
  });
}
