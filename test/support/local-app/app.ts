import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App, CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { CfnDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { AttributeType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { CfnStream } from 'aws-cdk-lib/aws-kinesis';
import {
  Code,
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  Function as LambdaFn,
  Runtime,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { SqsDlq, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { markRule, metric, requestsRule, requestsTo } from '#infra/constructs/web-acl-rules.ts';

interface LocalAppOptions {
  readonly outdir: string;
  /** File to which the functions write down what they see, a JSON object a line. */
  readonly record: string;
  /** Adds a resource that the local run does not know. */
  readonly withUnknown?: boolean;
}

const codeOf = (name: string) => Code.fromAsset(join(fileURLToPath(new URL('.', import.meta.url)), name));

/** A small app that has one of everything the local run does; synthesises it into `outdir`. */
export function synthesiseLocalApp({ outdir, record, withUnknown = false }: LocalAppOptions): void {
  const app = new App({ outdir, analyticsReporting: false, builtinCloudFormationValidation: false });
  const data = new Stack(app, 'Data', { stackName: 'tiny-data' });
  const service = new Stack(app, 'Service', { stackName: 'tiny-service' });
  const table = new Table(data, 'Things', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    stream: StreamViewType.NEW_IMAGE,
    timeToLiveAttribute: 'expiresAt',
  });
  table.addGlobalSecondaryIndex({ indexName: 'by-how', partitionKey: { name: 'how', type: AttributeType.STRING } });
  const bucket = new Bucket(data, 'Files');
  const secret = new Secret(data, 'Master', { generateSecretString: { passwordLength: 40, excludePunctuation: true } });
  const queue = (name: string) => new Queue(data, name);
  const streamDead = queue('StreamDead');
  const plainDead = queue('PlainDead');
  const messagesDead = queue('MessagesDead');
  const eventsDead = queue('EventsDead');
  const messages = new Queue(data, 'Messages', {
    visibilityTimeout: Duration.seconds(1),
    deadLetterQueue: { queue: messagesDead, maxReceiveCount: 2 },
  });

  const fn = (id: string, folder: string, environment: Record<string, string> = {}, timeout = 3, dead?: Queue) =>
    new LambdaFn(service, id, {
      runtime: Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: codeOf(folder),
      timeout: Duration.seconds(timeout),
      memorySize: 256,
      environment: { RECORD: record, ...environment },
      ...(dead === undefined ? {} : { deadLetterQueue: dead }),
    });
  const http = fn(
    'Http',
    'http',
    { TABLE: table.tableName, SECRET: secret.secretArn, QUEUE: messages.queueUrl, POWERTOOLS_SERVICE_NAME: 'http' },
    1,
    eventsDead,
  );
  const api = new HttpApi(service, 'Api');
  const integration = new HttpLambdaIntegration('Http', http);
  for (const [path, ...methods] of [
    ['/shape/{shape}', HttpMethod.GET, HttpMethod.POST],
    ['/any/{shape}', HttpMethod.ANY],
  ] as const) {
    api.addRoutes({ path, methods: [...methods], integration });
  }

  putEdgeBefore(api, secret);

  const { tableStreamArn } = table;
  if (tableStreamArn === undefined) {
    throw new Error('the table has no stream');
  }
  new EventSourceMapping(service, 'ReportingStream', {
    target: fn('Reporting', 'stream', { KIND: 'reporting' }),
    eventSourceArn: tableStreamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 10,
    parallelizationFactor: 2,
    reportBatchItemFailures: true,
    retryAttempts: 1,
    onFailure: new SqsDlq(streamDead),
    filters: [FilterCriteria.filter({ eventName: FilterRule.or('INSERT', 'MODIFY') })],
  });
  new EventSourceMapping(service, 'HalvingStream', {
    target: fn('Halving', 'stream', { KIND: 'halving' }),
    eventSourceArn: tableStreamArn,
    startingPosition: StartingPosition.LATEST,
    batchSize: 4,
    maxBatchingWindow: Duration.seconds(1),
    bisectBatchOnError: true,
    retryAttempts: 1,
    onFailure: new SqsDlq(plainDead),
    filters: [FilterCriteria.filter({ dynamodb: { NewImage: { batch: { S: FilterRule.isEqual('halving') } } } })],
  });
  fn('Consumer', 'queue').addEventSource(
    new SqsEventSource(messages, { batchSize: 5, reportBatchItemFailures: true, maxConcurrency: 2 }),
  );
  new Rule(service, 'EveryHour', {
    schedule: Schedule.rate(Duration.hours(1)),
    targets: [new LambdaFunction(fn('Tick', 'tick'))],
  });
  new Rule(service, 'Nightly', {
    schedule: Schedule.cron({ hour: '3', minute: '0' }),
    targets: [new LambdaFunction(http, { event: RuleTargetInput.fromObject({ detail: 'nightly' }) })],
  });
  new StringParameter(service, 'Directory', {
    parameterName: '/tiny/local/directory',
    stringValue: service.toJsonString({
      table: table.tableName,
      bucket: bucket.bucketName,
      secretArn: secret.secretArn,
      apiUrl: api.apiEndpoint,
      functions: { http: http.functionName },
      queues: {
        messages: messages.queueUrl,
        messagesDead: messagesDead.queueUrl,
        streamDead: streamDead.queueUrl,
        plainDead: plainDead.queueUrl,
        eventsDead: eventsDead.queueUrl,
      },
    }),
  });
  new CfnOutput(service, 'Url', { value: api.apiEndpoint });
  if (withUnknown) {
    new CfnStream(service, 'Pipe', { shardCount: 1 });
  }
  app.synth();
}

/** A distribution that shows a secret, and a web ACL that marks an address from the 11th request on and refuses it from the 13th. */
function putEdgeBefore(api: HttpApi, secret: Secret): void {
  const { stack } = api;
  const of = requestsTo({ exactly: [], startingWith: ['/any/echo'] });
  const rules = [
    markRule({ name: 'mark', limit: { most: 10, seconds: 60 }, of }),
    requestsRule({ name: 'refuse', limit: { most: 12, seconds: 60 }, of }),
  ];
  const acl = new CfnWebACL(stack, 'Acl', {
    scope: 'CLOUDFRONT',
    defaultAction: { allow: {} },
    visibilityConfig: metric('tiny'),
    customResponseBodies: { 'too-many': { contentType: 'APPLICATION_JSON', content: '{"status":429}' } },
    rules: rules.map((rule, priority) => ({ ...rule, priority })),
  });
  new CfnDistribution(stack, 'Front', {
    distributionConfig: {
      enabled: true,
      webAclId: acl.attrArn,
      defaultCacheBehavior: { targetOriginId: 'api', viewerProtocolPolicy: 'https-only' },
      origins: [
        {
          id: 'api',
          domainName: `${api.apiId}.execute-api.example`,
          originCustomHeaders: [{ headerName: 'X-Origin-Secret', headerValue: secret.secretValue.unsafeUnwrap() }],
        },
      ],
    },
  });
}
