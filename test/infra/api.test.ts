import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { functionSpecs } from '#infra/functions.ts';
import { localSettings } from '#infra/settings.ts';
import { at, defaultSettings, fullSettings, mentions, ofType, synthesise } from './synthesised.ts';

const resources = synthesise(fullSettings);
const local = synthesise(localSettings);

/** As IAM matches ARNs: `*` is any run of characters, slashes too. */
const covers = (pattern: string, arn: string) =>
  new RegExp(`^${pattern.split('*').map(RegExp.escape).join('.*')}$`).test(arn);

describe('the HTTP API', () => {
  it('sends every route to a function', () => {
    const integrations = ofType(resources, 'AWS::ApiGatewayV2::Integration');
    const functions = ofType(resources, 'AWS::Lambda::Function');
    for (const { id, properties } of ofType(resources, 'AWS::ApiGatewayV2::Route')) {
      const integration = integrations.find((candidate) => mentions(properties['Target'], candidate.id));
      const target = functions.find((candidate) => mentions(integration?.properties['IntegrationUri'], candidate.id));
      expect(target, id).toBeDefined();
    }
  });

  it('may call the function of every route: what it calls as is covered by a permission', () => {
    const integrations = ofType(resources, 'AWS::ApiGatewayV2::Integration');
    const permissions = ofType(resources, 'AWS::Lambda::Permission');
    for (const { properties } of ofType(resources, 'AWS::ApiGatewayV2::Route')) {
      const key = String(properties['RouteKey']);
      const target = integrations.find(({ id }) => mentions(properties['Target'], id));
      const functionName = JSON.stringify(at(target?.properties, 'IntegrationUri'));
      const patterns = permissions
        .filter((permission) => JSON.stringify(permission.properties['FunctionName']) === functionName)
        .map((permission) =>
          String(
            z
              .array(z.unknown())
              .parse(at(permission.properties, 'SourceArn', 'Fn::Join', 1))
              .at(-1),
          ),
        );
      // https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html; `$default` has no method.
      const calledAs = key === '$default' ? '/$default/$default' : `/$default/${key.replace(' ', '')}`;
      expect(
        patterns.some((pattern) => covers(pattern, calledAs)),
        `${key} by ${patterns}`,
      ).toBe(true);
    }
  });

  it('has the routes of the first version, and answers every other address itself', () => {
    const keys = ofType(resources, 'AWS::ApiGatewayV2::Route').map(({ properties }) => properties['RouteKey']);
    expect(keys.toSorted()).toEqual(
      [
        '$default',
        'GET /healthz',
        'GET /openapi.json',
        'POST /v1/reports',
        'POST /v1/reports/batch',
        'POST /v1/call-logs',
        'POST /v1/call-logs/uploads',
        'GET /v1/call-logs/{id}',
        'GET /v1/reports/{receipt}',
        'PATCH /v1/reports/{receipt}',
        'DELETE /v1/reports/{receipt}',
        'GET /v1/reports/{receipt}/complaints/{id}',
        'GET /v1/reports/{receipt}/complaints/{id}/letter.txt',
        'GET /',
        'GET /call',
        'POST /call',
        'GET /text',
        'POST /text',
        'GET /status',
        'POST /status',
        'GET /r/{receipt}',
        'GET /r/{receipt}/verdict',
        'POST /r/{receipt}/answer',
        'GET /r/{receipt}/complaint',
        'POST /r/{receipt}/complaint',
        'GET /r/{receipt}/correct',
        'POST /r/{receipt}/correct',
        'GET /r/{receipt}/withdraw',
        'POST /r/{receipt}/withdraw',
        'GET /contest',
        'POST /contest',
        'GET /contest/{reference}',
        'POST /r/{receipt}/proof',
        'GET /r/proof/{token}',
        'POST /r/proof/{token}',
        'GET /log',
        'POST /log',
        'GET /log/{id}',
        'POST /log/{id}',
        'GET /log/{id}/columns',
        'POST /log/{id}/columns',
        'POST /log/{id}/zone',
        'POST /log/{id}/next',
        'POST /log/{id}/reports',
        'GET /log/{id}/reports',
        'GET /log/{id}/receipts.txt',
        'GET /data',
        'GET /regulators',
        'GET /assets/{version}/{name}',
        'GET /v1/offenders',
        'GET /v1/offenders/{id}',
        'GET /v1/exports',
        'GET /v1/exports/{id}',
        'GET /v1/exports/{id}/{file}',
        'GET /v1/complaints',
        'GET /v1/complaints/{id}',
        'POST /v1/complaints/{id}/events',
        'GET /v1/audit',
        'POST /v1/sms/twilio',
        'POST /v1/sms/vonage',
        'GET /v1/sms/vonage',
        'POST /v1/sms/vonage-messages',
        'POST /v1/sms/infobip',
        'POST /v1/sms/generic',
      ].toSorted(),
    );
  });

  it('hands requests over in payload format 2.0', () => {
    for (const { properties } of ofType(resources, 'AWS::ApiGatewayV2::Integration')) {
      expect(properties).toMatchObject({ PayloadFormatVersion: '2.0', IntegrationType: 'AWS_PROXY' });
    }
  });

  it('limits all callers together', () => {
    const [stage] = ofType(resources, 'AWS::ApiGatewayV2::Stage');
    expect(at(stage?.properties, 'DefaultRouteSettings')).toMatchObject({
      ThrottlingRateLimit: fullSettings.throttle.requestsPerSecond,
      ThrottlingBurstLimit: fullSettings.throttle.burst,
    });
  });

  it('is the only way in: no function has an address of its own', () => {
    expect(resources.filter(({ type }) => type === 'AWS::Lambda::Url')).toEqual([]);
  });
});

describe('schedules', () => {
  it('sweep complaints every five minutes and call logs every thirty, flush parts of texts every minute and export as set', () => {
    const rules = ofType(resources, 'AWS::Events::Rule').flatMap(
      ({ properties }) => properties['ScheduleExpression'] ?? [],
    );
    expect(rules.toSorted()).toEqual(['rate(1 day)', 'rate(1 minute)', 'rate(30 minutes)', 'rate(5 minutes)']);
  });
});

const directorySchema = z.object({
  stage: z.string(),
  tables: z.record(z.string(), z.string()),
  buckets: z.strictObject({
    complaints: z.string(),
    exports: z.string(),
    registries: z.string(),
    lists: z.string(),
  }),
  queues: z.record(z.string(), z.unknown()),
  deadLetters: z.record(z.string(), z.string()),
  functions: z.record(z.string(), z.string()),
  lists: z.record(z.string(), z.object({ url: z.string(), dlqUrl: z.string() })),
  masterSecretArn: z.string(),
  apiUrl: z.string(),
  sms: z.object({
    webhookUrl: z.string(),
    secrets: z.record(z.string(), z.string()),
    topicArn: z.string().optional(),
    channelRoleArn: z.string().optional(),
  }),
});

/** What stands for a reference: as long as the longest, the address of a queue with a name of 80 characters. */
const longestReference = 136;

/** The parameter's value with each reference replaced by a name as long as AWS may make it. */
function directoryText(of: typeof resources): string {
  const [parameter] = ofType(of, 'AWS::SSM::Parameter');
  const parts = z.array(z.unknown()).parse(at(parameter?.properties, 'Value', 'Fn::Join', 1));
  return parts.map((part) => (typeof part === 'string' ? part : 'n'.repeat(longestReference))).join('');
}

describe('the directory', () => {
  it('names every table, bucket, queue and function', () => {
    const directory = directorySchema.parse(JSON.parse(directoryText(resources)));
    expect(Object.keys(directory.tables)).toEqual([
      'Reports',
      'Subjects',
      'Facts',
      'Complaints',
      'Registrations',
      'Access',
      'Disputes',
      'Conversations',
    ]);
    // Those that answer requests are reached by their routes, those that work on lists by their queues.
    const invoked = functionSpecs.filter(
      ({ routes, worksOnLists }) => routes === undefined && worksOnLists === undefined,
    );
    expect(Object.keys(directory.functions)).toEqual(invoked.map(({ name }) => name));
    expect(Object.keys(directory.queues)).toEqual(['us-ftc', 'us-ma-ag']);
    expect(Object.keys(directory.deadLetters)).toEqual([
      'read-uploaded-log',
      'sweep-call-logs',
      'flush-sms-parts',
      'count-facts',
      'decide-complaints',
      'queue-complaints',
      'sweep-complaints',
      'publish-export',
    ]);
    expect(Object.keys(directory.lists)).toEqual(['list-files', 'list-areas']);
    expect(Object.keys(directory.sms.secrets)).toEqual(['twilio', 'vonage', 'vonage-messages', 'infobip', 'generic']);
    expect(directory.sms.topicArn).toBeDefined();
  });

  it('has no regulator that does not take from a queue', () => {
    const directory = directorySchema.parse(JSON.parse(directoryText(synthesise(defaultSettings))));
    expect(Object.keys(directory.queues)).toEqual([]);
  });

  it('fits into an advanced parameter of 8 KB, the largest there is', () => {
    expect(directoryText(resources).length).toBeLessThan(8192);
  });

  it('stands under the name of the stage', () => {
    const [parameter] = ofType(local, 'AWS::SSM::Parameter');
    expect(parameter?.properties['Name']).toBe('/ringfence/local/directory');
  });
});
