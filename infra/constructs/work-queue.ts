import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { DeadLetterQueue, longestRetention } from './dead-letter-queue.ts';
import type { HouseFunction } from './house-function.ts';

interface WorkQueueProps {
  /** Seconds that the consuming function may run. */
  readonly consumerTimeoutSeconds: number;
  readonly attempts: number;
  /** Invocations at once: a whole country's files must not take the account's functions from people. */
  readonly atOnce: number;
}

/** Work on uploaded do-not-call lists. It may go with its stack: a message that is lost is a file that is uploaded again. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: DeadLetterQueue;
  readonly #atOnce: number;

  constructor(scope: Construct, id: string, { consumerTimeoutSeconds, attempts, atOnce }: WorkQueueProps) {
    super(scope, id);
    this.#atOnce = atOnce;
    this.deadLetters = new DeadLetterQueue(this, 'DeadLetters');
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: longestRetention,
      // Not AWS's six times: nothing is throttled below `atOnce`, and what a fault stopped should not wait for hours.
      visibilityTimeout: Duration.seconds(consumerTimeoutSeconds + 60),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: attempts },
    });
  }

  /** Gives the address, and the right to send there. */
  allowSend(sender: HouseFunction, variable: 'LIST_QUEUE_URL' | 'AREA_QUEUE_URL'): void {
    sender.set(variable, this.queue.queueUrl);
    sender.function.addToRolePolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] }),
    );
  }

  /** One message at a time: each is much work. */
  consume(consumer: HouseFunction): void {
    consumer.function.addToRolePolicy(
      new PolicyStatement({
        actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
        resources: [this.queue.queueArn],
      }),
    );
    new EventSourceMapping(consumer, 'Work', {
      target: consumer.function,
      eventSourceArn: this.queue.queueArn,
      batchSize: 1,
      maxConcurrency: this.#atOnce,
      reportBatchItemFailures: true,
    });
  }
}
