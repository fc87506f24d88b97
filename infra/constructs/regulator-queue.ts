import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccountPrincipal, type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { DeadLetterQueue, longestRetention } from './dead-letter-queue.ts';

interface RegulatorQueueProps {
  readonly key: IKey;
  /** The account of the regulator's own system. */
  readonly consumerAccountId?: string | undefined;
}

/**
 * Where the outside world begins: a pointer to each finished complaint, taken by the regulator's own system, never by a
 * function of ours. What fails there ten times moves to the dead-letter queue; what is never taken, the sweep sends again.
 */
export class RegulatorQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { key, consumerAccountId }: RegulatorQueueProps) {
    super(scope, id);
    const keyed = { encryption: QueueEncryption.KMS, encryptionMasterKey: key, removalPolicy: RemovalPolicy.RETAIN };
    this.deadLetters = new DeadLetterQueue(this, 'DeadLetters', keyed);
    this.queue = new Queue(this, 'Queue', {
      ...keyed,
      retentionPeriod: longestRetention,
      visibilityTimeout: Duration.minutes(5),
      receiveMessageWaitTime: Duration.seconds(20),
      enforceSSL: true,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 10 },
    });
    if (consumerAccountId !== undefined) {
      this.#admit(new AccountPrincipal(consumerAccountId), key);
    }
  }

  allowSend(grantee: IGrantable): void {
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] }),
    );
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: [this.#keyArn],
      }),
    );
  }

  get #keyArn(): string {
    const key = this.queue.encryptionMasterKey;
    if (key === undefined) {
      throw new Error(`${this.node.path} has no key`);
    }
    return key.keyArn;
  }

  /** The other account decides which of its own roles use this; a policy of ours alone gives nobody there anything. */
  #admit(account: AccountPrincipal, key: IKey): void {
    this.queue.addToResourcePolicy(
      new PolicyStatement({
        principals: [account],
        actions: [
          'sqs:ReceiveMessage',
          'sqs:DeleteMessage',
          'sqs:ChangeMessageVisibility',
          'sqs:GetQueueAttributes',
          'sqs:GetQueueUrl',
        ],
        resources: [this.queue.queueArn],
      }),
    );
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [account],
        actions: ['kms:Decrypt'],
        // In a key's policy `*` is this key.
        resources: ['*'],
        conditions: { StringEquals: { 'kms:ViaService': `sqs.${this.queue.stack.region}.amazonaws.com` } },
      }),
    );
  }
}
