import type { FauxqsServer } from 'fauxqs';
import * as z from 'zod';
import { type AwsCall, AwsCallError } from '../services/aws-json.ts';
import { arn, LOCAL_ACCOUNT } from '../template/environment.ts';
import type { Made, Resource } from '../template/make-resources.ts';
import { physicalName } from '../template/physical-name.ts';
import { made } from './made.ts';
import type { Plan } from './plan.ts';
import { flag, meaningless, readProperties, wholeNumber } from './properties.ts';

/** Queues, topics and buckets: one engine, in this process. */
export interface MessageEngine {
  readonly server: FauxqsServer;
  readonly sqs: AwsCall;
  readonly endpoint: string;
}

const queueSchema = z.strictObject({
  QueueName: z.string().optional(),
  VisibilityTimeout: wholeNumber.optional(),
  MessageRetentionPeriod: wholeNumber.optional(),
  DelaySeconds: wholeNumber.optional(),
  MaximumMessageSize: wholeNumber.optional(),
  ReceiveMessageWaitTimeSeconds: wholeNumber.optional(),
  FifoQueue: flag.optional(),
  ContentBasedDeduplication: flag.optional(),
  DeduplicationScope: z.string().optional(),
  FifoThroughputLimit: z.string().optional(),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: wholeNumber }).optional(),
  RedriveAllowPolicy: meaningless,
  KmsMasterKeyId: meaningless,
  KmsDataKeyReusePeriodSeconds: meaningless,
  SqsManagedSseEnabled: meaningless,
  Tags: meaningless,
});

/** The form that the engine and the SDK both take, whatever port the engine has this time. */
export const queueUrl = (endpoint: string, name: string): string => `${endpoint}/${LOCAL_ACCOUNT}/${name}`;

async function queueExists(sqs: AwsCall, QueueName: string): Promise<boolean> {
  try {
    await sqs('GetQueueUrl', { QueueName });
    return true;
  } catch (error) {
    if (error instanceof AwsCallError && error.code.includes('DoesNotExist')) {
      return false;
    }
    throw error;
  }
}

export async function makeQueue(resource: Resource, { sqs, endpoint }: MessageEngine): Promise<Made> {
  const properties = readProperties(resource, queueSchema);
  const { QueueName, RedrivePolicy, RedriveAllowPolicy: _, KmsMasterKeyId: _key, ...rest } = properties;
  const {
    FifoQueue,
    KmsDataKeyReusePeriodSeconds: _reuse,
    SqsManagedSseEnabled: _sse,
    Tags: _tags,
    ...settable
  } = rest;
  const Attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(settable)) {
    if (value !== undefined) {
      Attributes[name] = String(value);
    }
  }
  if (RedrivePolicy !== undefined) {
    Attributes['RedrivePolicy'] = JSON.stringify(RedrivePolicy);
  }
  const ending = FifoQueue === true ? '.fifo' : '';
  const name = QueueName ?? `${physicalName(resource.stackName, resource.logicalId, 80 - ending.length)}${ending}`;
  const QueueUrl = queueUrl(endpoint, name);
  if (await queueExists(sqs, name)) {
    await sqs('SetQueueAttributes', { QueueUrl, Attributes });
  } else {
    await sqs('CreateQueue', {
      QueueName: name,
      Attributes: { ...Attributes, ...(ending === '' ? {} : { FifoQueue: 'true' }) },
    });
  }
  return made(QueueUrl, { Arn: arn('sqs', name), QueueName: name, QueueUrl });
}

const topicSchema = z.strictObject({
  TopicName: z.string().optional(),
  DisplayName: meaningless,
  KmsMasterKeyId: meaningless,
  Tags: meaningless,
});

export function makeTopic(resource: Resource, { server }: MessageEngine): Made {
  const name =
    readProperties(resource, topicSchema).TopicName ?? physicalName(resource.stackName, resource.logicalId, 256);
  const { topicArn } = server.createTopic(name);
  return made(topicArn, { TopicArn: topicArn, TopicName: name });
}

const subscriptionSchema = z.strictObject({
  TopicArn: z.string(),
  Protocol: z.string(),
  Endpoint: z.string().optional(),
  RawMessageDelivery: flag.optional(),
  FilterPolicy: z.unknown().optional(),
  FilterPolicyScope: z.string().optional(),
  RedrivePolicy: z.unknown().optional(),
});

const lastPart = (value: string): string => value.split(':').at(-1) ?? value;

/** Queues are subscribed; mail and telephones are out of reach of one machine. */
export function makeSubscription(resource: Resource, { server }: MessageEngine): Made {
  const { TopicArn, Protocol, Endpoint, ...options } = readProperties(resource, subscriptionSchema);
  if (Protocol === 'sqs' && Endpoint !== undefined) {
    const attributes: Record<string, string> = {};
    for (const [name, value] of Object.entries(options)) {
      if (value !== undefined) {
        attributes[name] = typeof value === 'object' ? JSON.stringify(value) : String(value);
      }
    }
    server.subscribe({ topic: lastPart(TopicArn), queue: lastPart(Endpoint), attributes });
  } else if (!['email', 'email-json', 'sms', 'http', 'https'].includes(Protocol)) {
    throw new Error(`the local run does not know topic subscriptions by ${Protocol} (${resource.logicalId})`);
  }
  return made(`${TopicArn}:${resource.logicalId}`, { SubscriptionArn: `${TopicArn}:${resource.logicalId}` });
}

const bucketSchema = z.strictObject({
  BucketName: z.string().optional(),
  AccessControl: meaningless,
  BucketEncryption: meaningless,
  CorsConfiguration: meaningless,
  LifecycleConfiguration: meaningless,
  LoggingConfiguration: meaningless,
  NotificationConfiguration: z
    .strictObject({ EventBridgeConfiguration: z.strictObject({ EventBridgeEnabled: flag.default(true) }) })
    .optional(),
  ObjectLockConfiguration: meaningless,
  ObjectLockEnabled: meaningless,
  OwnershipControls: meaningless,
  PublicAccessBlockConfiguration: meaningless,
  Tags: meaningless,
  VersioningConfiguration: meaningless,
});

export function makeBucket(resource: Resource, { server }: MessageEngine, plan: Plan): Made {
  const { BucketName, NotificationConfiguration } = readProperties(resource, bucketSchema);
  const name = BucketName ?? physicalName(resource.stackName, resource.logicalId, 63).toLowerCase();
  server.createBucket(name);
  if (NotificationConfiguration?.EventBridgeConfiguration.EventBridgeEnabled === true) {
    plan.announcingBuckets.add(name);
  }
  const DomainName = `${name}.s3.amazonaws.com`;
  return made(name, { Arn: `arn:aws:s3:::${name}`, DomainName, RegionalDomainName: DomainName });
}
