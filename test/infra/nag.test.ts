import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { buildApp } from '#infra/build-app.ts';
import { functionSpecs } from '#infra/functions.ts';
import { acknowledgements } from '#infra/nag/acknowledgements.ts';
import { addChecks } from '#infra/nag/add-checks.ts';
import { localSettings, type Settings, settingsSchema } from '#infra/settings.ts';
import { DataStack } from '#infra/stacks/data-stack.ts';
import { defaultSettings, fullSettings } from './synthesised.ts';

/** What cdk-nag finds in a synthesised app, as `rule at path`, with the names of imports left out. */
function findings(settings: Settings, acknowledged: boolean): string[] {
  const outdir = mkdtempSync(join(tmpdir(), 'ringfence-nag-'));
  const app = buildApp(settings, { outdir, bundle: false, checks: acknowledged });
  app.synth();
  return [new AwsSolutionsChecks(app), new ServerlessChecks(app)]
    .flatMap((pack) => pack.validateScope(app).violations)
    .flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => entry(ruleName, constructPath ?? '')),
    )
    .toSorted();
}

function acknowledged(settings: Settings): string[] {
  const app = buildApp(settings, { outdir: mkdtempSync(join(tmpdir(), 'ringfence-nag-')), bundle: false });
  const data = app.node.findChild('Data');
  if (!(data instanceof DataStack)) {
    throw new Error('the app has no data stack');
  }
  return acknowledgements(settings, data)
    .map(({ id, at }) => entry(id, at))
    .toSorted();
}

const entry = (rule: string, path: string) =>
  `${rule.replace(/\[Resource::.*GetAtt([A-Za-z]+)[0-9A-F]{8}Arn[0-9A-F]{8}/, '[$1')} at ${path}`;

const ownName = settingsSchema.parse({
  edge: {
    domain: { name: 'report.example.org', certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/0a1b' },
  },
});

const deployments: [string, Settings][] = [
  ['the defaults', defaultSettings],
  ['everything switched on', fullSettings],
  ['a name of its own', ownName],
  ['the local run', localSettings],
];

describe('cdk-nag', () => {
  it.each(deployments)('finds in %s what is acknowledged, no more and no less', (_, settings) => {
    expect(acknowledged(settings)).toEqual(findings(settings, false));
  });

  it.each(deployments)('lets %s pass with its acknowledgements', (_, settings) => {
    expect(findings(settings, true)).toEqual([]);
  });

  it('is content with these exceptions and only these', () => {
    const direct = [
      'take-report',
      'read-call-log',
      'take-call-log-upload',
      'follow-report',
      'describe-service',
      'serve-offenders',
      'serve-exports',
      'serve-complaints',
      'take-sms',
      'serve-pages',
      'serve-contest',
      'serve-verdict',
      'serve-own-pages',
      'serve-complaint-pages',
      'serve-log-upload',
      'serve-log-pages',
      'serve-log-reports',
    ];
    const lists = ['read-registry-file', 'load-registry-area'];
    const queues = ['take-queued-sms', 'mail-contact-proof', ...lists];
    const streams = ['count-facts', 'decide-complaints', 'queue-complaints'];
    const schedules = ['sweep-complaints', 'publish-export', 'flush-sms-parts', 'sweep-call-logs'];
    const uploads = ['read-uploaded-log'];
    const gateways = ['twilio', 'vonage', 'vonage-messages', 'infobip', 'generic'];
    const routes = [
      'POST |v1|reports',
      'POST |v1|reports|batch',
      'POST |v1|call-logs',
      'POST |v1|call-logs|uploads',
      'GET |v1|call-logs|{id}',
      'GET |v1|reports|{receipt}',
      'PATCH |v1|reports|{receipt}',
      'DELETE |v1|reports|{receipt}',
      'GET |v1|reports|{receipt}|complaints|{id}',
      'GET |v1|reports|{receipt}|complaints|{id}|letter.txt',
      'GET |healthz',
      'GET |openapi.json',
      '$default',
      'GET |',
      'GET |call',
      'POST |call',
      'GET |text',
      'POST |text',
      'GET |status',
      'POST |status',
      'GET |r|{receipt}',
      'GET |r|{receipt}|verdict',
      'POST |r|{receipt}|answer',
      'GET |r|{receipt}|complaint',
      'POST |r|{receipt}|complaint',
      'GET |r|{receipt}|correct',
      'POST |r|{receipt}|correct',
      'POST |r|{receipt}|proof',
      'GET |r|proof|{token}',
      'POST |r|proof|{token}',
      'GET |r|{receipt}|withdraw',
      'POST |r|{receipt}|withdraw',
      'GET |contest',
      'POST |contest',
      'GET |contest|{reference}',
      'GET |log',
      'POST |log',
      'GET |log|{id}',
      'POST |log|{id}',
      'GET |log|{id}|columns',
      'POST |log|{id}|columns',
      'POST |log|{id}|zone',
      'POST |log|{id}|next',
      'POST |log|{id}|reports',
      'GET |log|{id}|reports',
      'GET |log|{id}|receipts.txt',
      'GET |data',
      'GET |regulators',
      'GET |assets|{version}|{name}',
      'GET |v1|offenders',
      'GET |v1|offenders|{id}',
      'GET |v1|exports',
      'GET |v1|exports|{id}',
      'GET |v1|exports|{id}|{file}',
      'GET |v1|audit',
      'GET |v1|complaints',
      'GET |v1|complaints|{id}',
      'POST |v1|complaints|{id}|events',
      ...gateways.map((name) => `POST |v1|sms|${name}`),
      'GET |v1|sms|vonage',
    ];
    const policy = (name: string, what: string) =>
      `AwsSolutions-IAM5[${what}] at Service/${name}/Role/DefaultPolicy/Resource`;
    expect(acknowledged(fullSettings)).toEqual(
      [
        'AwsSolutions-SMG4 at Data/MasterSecret/Resource',
        'AwsSolutions-SMG4 at Data/OriginSecret/Resource',
        ...gateways.map((name) => `AwsSolutions-SMG4 at Data/${name}-secret/Resource`),
        'AwsSolutions-SQS3 at Data/InboundSms/Queue/Resource',
        'Serverless-SQSRedrivePolicy at Data/InboundSms/Queue/Resource',
        'Serverless-SNSRedrivePolicy at Data/InboundSms/Subscription/Resource',
        'Serverless-LambdaEventSourceMappingDestination at Service/take-queued-sms/InboundSms/Resource',
        'Serverless-LambdaEventSourceMappingDestination at Service/mail-contact-proof/ContactProof/Resource',
        'Serverless-SQSRedrivePolicy at Service/ContactProof/DeadLetters/Resource',
        ...lists.map((name) => `Serverless-LambdaEventSourceMappingDestination at Service/${name}/Work/Resource`),
        'Serverless-SQSRedrivePolicy at Service/ListFiles/DeadLetters/Resource',
        'Serverless-SQSRedrivePolicy at Service/ListAreas/DeadLetters/Resource',
        ...lists.map((name) => policy(name, 'Registries/*')),
        policy('read-registry-file', 'UploadedLists/incoming/*'),
        policy('read-registry-file', 'UploadedLists/staged/*'),
        policy('load-registry-area', 'UploadedLists/staged/*'),
        ...routes.map((route) => `AwsSolutions-APIG4 at Service/Public/${route}/Resource`),
        policy('serve-complaints', 'ComplaintDocuments/*'),
        policy('decide-complaints', 'ComplaintDocuments/*'),
        policy('serve-exports', 'Exports/*'),
        policy('publish-export', 'Exports/*'),
        'AwsSolutions-S1 at Data/Uploads/Resource',
        ...['asked', 'files', 'read'].map((folder) => policy('take-call-log-upload', `Uploads/${folder}/*`)),
        ...['asked', 'files', 'again', 'read'].map((folder) => policy('serve-log-upload', `Uploads/${folder}/*`)),
        ...['asked', 'files', 'read'].map((folder) => policy('serve-log-pages', `Uploads/${folder}/*`)),
        ...['asked', 'files', 'read'].map((folder) => policy('read-uploaded-log', `Uploads/${folder}/*`)),
        ...['asked', 'files', 'again', 'read'].map((folder) => policy('sweep-call-logs', `Uploads/${folder}/*`)),
        policy('count-facts', 'Reports/stream/*'),
        policy('decide-complaints', 'Reports/stream/*'),
        policy('queue-complaints', 'Complaints/stream/*'),
        'AwsSolutions-CFR1 at Edge/Distribution/Resource',
        'AwsSolutions-CFR3 at Edge/Distribution/Resource',
        'AwsSolutions-CFR4 at Edge/Distribution/Resource',
        ...streams.map((name) => `AwsSolutions-SQS3 at Data/${name}-dead-letters/Resource`),
        ...streams.map((name) => `Serverless-SQSRedrivePolicy at Data/${name}-dead-letters/Resource`),
        ...[...schedules, ...uploads].map(
          (name) => `Serverless-SQSRedrivePolicy at Service/${name}-dead-letters/Resource`,
        ),
        'Serverless-SQSRedrivePolicy at Data/us-ftc-complaints/DeadLetters/Resource',
        'Serverless-SQSRedrivePolicy at Data/us-ma-ag-complaints/DeadLetters/Resource',
        'Serverless-SNSRedrivePolicy at Operate/Alarms/Topic/alarms@example.org/Resource',
        ...[...direct, ...streams, ...queues].map(
          (name) => `Serverless-LambdaDLQ at Service/${name}/Function/Resource`,
        ),
        ...[...direct, ...streams, ...queues, ...schedules, ...uploads].map(
          (name) => `Serverless-LambdaTracing at Service/${name}/Function/Resource`,
        ),
      ].toSorted(),
    );
  });

  it('makes the synthesis fail on a finding that nobody acknowledged', () => {
    const app = buildApp(defaultSettings, { outdir: mkdtempSync(join(tmpdir(), 'ringfence-nag-')), bundle: false });
    addChecks(app, []);
    expect(() => app.synth()).toThrow(/AwsSolutions-SMG4/);
  });

  it('has a reason of a full sentence for each', () => {
    const app = buildApp(fullSettings, { outdir: mkdtempSync(join(tmpdir(), 'ringfence-nag-')), bundle: false });
    const data = app.node.findChild('Data');
    const all = data instanceof DataStack ? acknowledgements(fullSettings, data) : [];
    expect(all.length).toBeGreaterThan(functionSpecs.length);
    for (const { reason } of all) {
      expect(reason).toMatch(/^[A-Z].{40,}\.$/);
    }
  });
});
