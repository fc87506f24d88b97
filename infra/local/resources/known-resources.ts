import type { CloudAssembly } from '../assembly/cloud-assembly.ts';
import type { AwsCall } from '../services/aws-json.ts';
import type { SecretStore } from '../services/secrets.ts';
import { arn } from '../template/environment.ts';
import type { Made, Maker, Resource } from '../template/make-resources.ts';
import { physicalName } from '../template/physical-name.ts';
import { makeTable } from './dynamodb-table.ts';
import { makeDistribution, makeWebAcl } from './edge.ts';
import { makeEventSourceMapping, makeFunction } from './functions.ts';
import { makeApi, makeIntegration, makeRoute, makeStage } from './http-api.ts';
import { type MessageEngine, makeBucket, makeQueue, makeSubscription, makeTopic } from './messages.ts';
import type { Plan } from './plan.ts';
import { makeRule, makeSchedule } from './schedules.ts';
import { makeParameter, makeSecret } from './settings-and-secrets.ts';

/** Resource types without a meaning on one machine, and why. */
export const MEANINGLESS: Readonly<Record<string, string>> = {
  'AWS::CDK::Metadata': 'tells AWS which constructs were used',
  'AWS::ApiGateway::Account': 'lets the gateway write access logs',
  'AWS::CloudFront::CachePolicy': 'the edge keeps nothing here',
  'AWS::CloudFront::Function': 'the edge is switched off locally',
  'AWS::CloudFront::OriginAccessControl': 'the edge is switched off locally',
  'AWS::CloudFront::OriginRequestPolicy': 'the edge is switched off locally',
  'AWS::CloudFront::ResponseHeadersPolicy': 'the edge is switched off locally',
  'AWS::CloudWatch::Alarm': 'nobody is paged by a laptop',
  'AWS::CloudWatch::CompositeAlarm': 'nobody is paged by a laptop',
  'AWS::CloudWatch::Dashboard': 'there are no metrics to draw',
  'AWS::IAM::ManagedPolicy': 'permissions are not enforced here',
  'AWS::IAM::Policy': 'permissions are not enforced here',
  'AWS::IAM::Role': 'permissions are not enforced here',
  'AWS::KMS::Alias': 'data at rest is as safe as the data folder',
  'AWS::KMS::Key': 'data at rest is as safe as the data folder',
  'AWS::Lambda::Permission': 'permissions are not enforced here',
  'AWS::Logs::LogGroup': 'logs are files in the data folder',
  'AWS::Logs::MetricFilter': 'there are no metrics',
  'AWS::Logs::QueryDefinition': 'logs are files in the data folder',
  'AWS::Logs::ResourcePolicy': 'permissions are not enforced here',
  'AWS::S3::BucketPolicy': 'permissions are not enforced here',
  'AWS::SNS::TopicPolicy': 'permissions are not enforced here',
  'AWS::SQS::QueuePolicy': 'permissions are not enforced here',
  'AWS::Scheduler::ScheduleGroup': 'a name for schedules',
  'AWS::SecretsManager::ResourcePolicy': 'permissions are not enforced here',
  'AWS::SecretsManager::RotationSchedule': 'secrets are not rotated here',
  'AWS::WAFv2::IPSet': 'no gateway calls from the internet',
  'AWS::WAFv2::LoggingConfiguration': 'the edge is switched off locally',
  'AWS::WAFv2::WebACLAssociation': 'the edge is switched off locally',
};

interface MakerContext {
  readonly assembly: CloudAssembly;
  readonly plan: Plan;
  readonly dynamodb: AwsCall;
  readonly messages: MessageEngine;
  readonly secrets: SecretStore;
  /** Address of the HTTP API. */
  readonly url: string;
}

type Make = (resource: Resource, context: MakerContext) => Made | Promise<Made>;

/** Resource types that are made, by what makes them. */
const MADE: Readonly<Record<string, Make>> = {
  'AWS::ApiGatewayV2::Api': (resource, { plan, url }) => makeApi(resource, plan, url),
  'AWS::ApiGatewayV2::Integration': (resource, { plan }) => makeIntegration(resource, plan),
  'AWS::ApiGatewayV2::Route': (resource, { plan }) => makeRoute(resource, plan),
  'AWS::ApiGatewayV2::Stage': makeStage,
  'AWS::CloudFront::Distribution': (resource, { plan }) => makeDistribution(resource, plan),
  'AWS::DynamoDB::Table': (resource, { dynamodb }) => makeTable(resource, dynamodb),
  'AWS::Events::Rule': (resource, { plan }) => makeRule(resource, plan),
  'AWS::Lambda::EventSourceMapping': (resource, { plan }) => makeEventSourceMapping(resource, plan),
  'AWS::Lambda::Function': (resource, { plan, assembly }) => makeFunction(resource, plan, assembly),
  'AWS::S3::Bucket': (resource, { messages, plan }) => makeBucket(resource, messages, plan),
  'AWS::SNS::Subscription': (resource, { messages }) => makeSubscription(resource, messages),
  'AWS::SNS::Topic': (resource, { messages }) => makeTopic(resource, messages),
  'AWS::SQS::Queue': (resource, { messages }) => makeQueue(resource, messages),
  'AWS::SSM::Parameter': (resource, { plan }) => makeParameter(resource, plan),
  'AWS::Scheduler::Schedule': (resource, { plan }) => makeSchedule(resource, plan),
  'AWS::SecretsManager::Secret': (resource, { secrets }) => makeSecret(resource, secrets),
  'AWS::WAFv2::WebACL': (resource, { plan }) => makeWebAcl(resource, plan),
};

/** Something that stands where a meaningless resource is referred to. */
function standIn({ stackName, logicalId, type }: Omit<Resource, 'properties'>): Made {
  const name = physicalName(stackName, logicalId, 128);
  const service = type.split('::')[1]?.toLowerCase() ?? 'unknown';
  return { ref: name, attribute: (attribute) => (attribute.endsWith('Arn') ? arn(service, name) : name) };
}

/** Every resource type the local run knows. */
export const KNOWN_TYPES: ReadonlySet<string> = new Set([...Object.keys(MADE), ...Object.keys(MEANINGLESS)]);

/** What the local run does about a resource type; undefined when it does not know it. */
export function makersFor(context: MakerContext): (type: string) => Maker | undefined {
  return (type) => {
    const why = MEANINGLESS[type];
    if (why !== undefined) {
      return { kind: 'nothing', why, stand: standIn };
    }
    const make = MADE[type];
    return make === undefined ? undefined : { kind: 'make', make: async (resource) => make(resource, context) };
  };
}
