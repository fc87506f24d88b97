import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { type IGrantable, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Subscription, SubscriptionProtocol, Topic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { longestRetention } from './dead-letter-queue.ts';

interface InboundSmsProps {
  /** Seconds that the consuming function may run. */
  readonly consumerTimeoutSeconds: number;
}

/**
 * The way of a text message from AWS End User Messaging to us: topic, queue, and the role with which a number's two-way
 * channel publishes. A queue, not a webhook: SNS tries it for 23 days and nobody else reaches it. Its messages are what
 * people wrote, so topic and queue have a key of their own, queue and key outlive their stack, and no dead-letter queue
 * is there (docs/adr/0013): a message that meets a fault stays where it is and comes again until the fault is mended.
 */
export class InboundSms extends Construct {
  readonly topic: Topic;
  readonly queue: Queue;
  /** For `twoWay.channelRole` of a number. */
  readonly channelRole: Role;
  readonly #key: Key;

  constructor(scope: Construct, id: string, { consumerTimeoutSeconds }: InboundSmsProps) {
    super(scope, id);
    this.#key = new Key(this, 'Key', {
      description: 'Text messages on their way from AWS End User Messaging',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: this.#key,
      removalPolicy: RemovalPolicy.RETAIN,
      retentionPeriod: longestRetention,
      // AWS's own measure for a queue that a function reads, and how long a message that met a fault waits.
      visibilityTimeout: Duration.seconds(6 * consumerTimeoutSeconds),
      enforceSSL: true,
    });
    this.topic = new Topic(this, 'Topic', {
      displayName: 'Ringfence inbound text messages',
      masterKey: this.#key,
      enforceSSL: true,
    });
    this.#subscribe();
    this.channelRole = this.#makeChannelRole();
  }

  allowConsume(grantee: IGrantable): void {
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
        resources: [this.queue.queueArn],
      }),
    );
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['kms:Decrypt'], resources: [this.#key.keyArn] }),
    );
  }

  /** By hand: the CDK's own subscription opens the key to SNS on behalf of any account. */
  #subscribe(): void {
    const sns = new ServicePrincipal('sns.amazonaws.com');
    this.queue.addToResourcePolicy(
      new PolicyStatement({
        principals: [sns],
        actions: ['sqs:SendMessage'],
        resources: [this.queue.queueArn],
        conditions: { ArnEquals: { 'aws:SourceArn': this.topic.topicArn } },
      }),
    );
    this.#key.addToResourcePolicy(
      new PolicyStatement({
        principals: [sns],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        // In a key's policy `*` is this key.
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    new Subscription(this, 'Subscription', {
      topic: this.topic,
      protocol: SubscriptionProtocol.SQS,
      endpoint: this.queue.queueArn,
    });
  }

  /** https://docs.aws.amazon.com/sms-voice/latest/userguide/two-way-sms-iam-policy.html */
  #makeChannelRole(): Role {
    const { account, region } = Stack.of(this);
    const role = new Role(this, 'ChannelRole', {
      description: 'With it AWS End User Messaging hands text messages to Ringfence',
      assumedBy: new ServicePrincipal('sms-voice.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnLike: { 'aws:SourceArn': `arn:aws:sms-voice:${region}:${account}:*` },
        },
      }),
    });
    role.addToPolicy(new PolicyStatement({ actions: ['sns:Publish'], resources: [this.topic.topicArn] }));
    role.addToPolicy(
      new PolicyStatement({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [this.#key.keyArn] }),
    );
    return role;
  }
}
