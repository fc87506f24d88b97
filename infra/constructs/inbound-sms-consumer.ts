import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { HouseFunction } from './house-function.ts';
import type { InboundSms } from './inbound-sms.ts';

/** Joins a function to the queue of inbound text messages: what it fails comes again, the rest of its batch does not. */
export function consumeInboundSms(consumer: HouseFunction, inbound: InboundSms, batchSize: number): void {
  inbound.allowConsume(consumer.function);
  new EventSourceMapping(consumer, 'InboundSms', {
    target: consumer.function,
    eventSourceArn: inbound.queue.queueArn,
    batchSize,
    reportBatchItemFailures: true,
  });
}
