import { describe, expect, it } from 'vitest';
import { functionSpecs } from '#infra/functions.ts';
import { exportId } from '#shared/export/export-name.ts';
import { exportManifestKey } from '#shared/storage/keys.ts';
import { at, defaultSettings, fullSettings, mentions, ofType, type Resource, synthesise } from './synthesised.ts';

const resources = synthesise(fullSettings);
const named = (list: readonly Resource[]) =>
  list.map((resource) => [`${resource.stack}/${resource.id}`, resource] as const);
const each = (type: string) => named(ofType(resources, type));

describe('every function', () => {
  const functions = each('AWS::Lambda::Function');

  it.each(functions)('%s runs Node 24 on ARM with a time-out and memory of its own', (_, { properties }) => {
    expect(properties).toMatchObject({
      Architectures: ['arm64'],
      Runtime: 'nodejs24.x',
      Timeout: expect.any(Number),
      MemorySize: expect.any(Number),
    });
    expect(properties).not.toHaveProperty('ReservedConcurrentExecutions');
    expect(properties).not.toHaveProperty('TracingConfig');
  });

  it.each(functions)('%s writes to a log group of its own', (_, { properties }) => {
    const group = at(properties, 'LoggingConfig', 'LogGroup', 'Ref');
    const users = functions.filter(([, other]) => mentions(other.properties['LoggingConfig'], String(group)));
    expect(users).toHaveLength(1);
  });

  it.each(functions)('%s names itself to logs and metrics', (_, { properties }) => {
    expect(at(properties, 'Environment', 'Variables')).toMatchObject({
      POWERTOOLS_SERVICE_NAME: expect.stringMatching(/^[a-z]+(-[a-z]+)+$/),
      POWERTOOLS_METRICS_NAMESPACE: 'Ringfence',
    });
  });

  it('answers the HTTP API within its 30 seconds', () => {
    const integrations = ofType(resources, 'AWS::ApiGatewayV2::Integration');
    const answering = functions.filter(([, { id }]) => integrations.some(({ properties }) => mentions(properties, id)));
    expect(answering).toHaveLength(integrations.length);
    for (const [, { properties }] of answering) {
      expect(properties['Timeout']).toBeLessThan(30);
    }
  });

  it('that is invoked without waiting has a dead-letter queue', () => {
    const scheduled = functions.filter(([, { id }]) =>
      ofType(resources, 'AWS::Events::Rule').some(({ properties }) => mentions(properties, id)),
    );
    expect(scheduled).toHaveLength(5);
    for (const [, { properties }] of scheduled) {
      expect(at(properties, 'DeadLetterConfig', 'TargetArn')).toBeDefined();
    }
  });
});

describe('every log group', () => {
  it.each(each('AWS::Logs::LogGroup'))('%s forgets', (_, { properties }) => {
    expect(properties['RetentionInDays']).toBe(fullSettings.logRetentionDays);
  });

  it('of a function masks addresses and numbers that should never have come there', () => {
    const groups = ofType(resources, 'AWS::Logs::LogGroup').filter(({ id }) => !id.startsWith('PublicAccessLog'));
    for (const { properties } of groups) {
      expect(mentions(properties['DataProtectionPolicy'], 'EmailAddress')).toBe(true);
      expect(mentions(properties['DataProtectionPolicy'], '[1-9][0-9]{7,14}')).toBe(true);
    }
  });

  it('of the API holds route, status, latency and request id only', () => {
    const [stage] = ofType(resources, 'AWS::ApiGatewayV2::Stage');
    const format: unknown = JSON.parse(String(at(stage?.properties, 'AccessLogSettings', 'Format')));
    expect(format).toEqual({
      requestId: '$context.requestId',
      route: '$context.routeKey',
      status: '$context.status',
      latency: '$context.responseLatency',
    });
  });
});

describe('every table', () => {
  const tables = each('AWS::DynamoDB::Table');

  it.each(tables)('%s can be restored, is encrypted, and refuses deletion', (_, { properties, retained }) => {
    expect(properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true },
    });
    expect(retained).toBe(true);
  });

  it('of complaints and of disputes has a customer key, and no other', () => {
    const own = tables.filter(
      ([, { properties }]) => at(properties, 'SSESpecification', 'KMSMasterKeyId') !== undefined,
    );
    expect(own.map(([name]) => name)).toEqual([
      expect.stringMatching(/^Data\/Complaints/),
      expect.stringMatching(/^Data\/Disputes/),
    ]);
  });
});

describe('warm throughput', () => {
  const warmed = (of: readonly Resource[]) =>
    ofType(of, 'AWS::DynamoDB::Table')
      .filter(({ properties }) => properties['WarmThroughput'] !== undefined)
      .map(({ id, properties }) => [id.replace(/[0-9A-F]{8}$/, ''), properties['WarmThroughput']]);

  it('is asked for where every report writes, if the settings say so', () => {
    const units = { WriteUnitsPerSecond: fullSettings.warmWriteUnits };
    expect(warmed(resources)).toEqual([
      ['Reports', units],
      ['Subjects', units],
      ['Facts', units],
    ]);
  });

  it('is left to AWS otherwise', () => {
    expect(warmed(synthesise(defaultSettings))).toEqual([]);
  });
});

describe('every key', () => {
  it.each(each('AWS::KMS::Key'))('%s turns over yearly and is kept', (_, { properties, retained }) => {
    expect(properties['EnableKeyRotation']).toBe(true);
    expect(retained).toBe(true);
  });
});

describe('every bucket', () => {
  const buckets = each('AWS::S3::Bucket');
  const isUploads = (name: string) => name.startsWith('Data/Uploads');
  const passesOn = (name: string) => isUploads(name) || name.startsWith('Data/UploadedLists');

  it.each(buckets)(
    '%s is private, encrypted, versioned (but for uploads) and kept',
    (name, { properties, retained }) => {
      expect(properties['VersioningConfiguration']).toEqual(passesOn(name) ? undefined : { Status: 'Enabled' });
      expect(properties).toMatchObject({
        BucketEncryption: expect.anything(),
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      });
      expect(retained).toBe(true);
    },
  );

  it.each(buckets)(
    '%s keeps no replaced versions, marks of deletions or uploads that broke off',
    (_, { properties }) => {
      expect(at(properties, 'LifecycleConfiguration', 'Rules')).toContainEqual({
        Status: 'Enabled',
        AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
        NoncurrentVersionExpiration: { NoncurrentDays: 7 },
        ExpiredObjectDeleteMarker: true,
      });
    },
  );

  const expiry = (name: string) =>
    at(buckets.find(([id]) => id.startsWith(`Data/${name}`))?.[1].properties, 'LifecycleConfiguration', 'Rules', 1);

  it('of access logs forgets like every log', () => {
    expect(expiry('AccessLogs')).toEqual({ Status: 'Enabled', ExpirationInDays: fullSettings.logRetentionDays });
  });

  it('of exports drops the files of old runs', () => {
    const prefix = String(at(expiry('Exports'), 'Prefix'));
    expect(expiry('Exports')).toMatchObject({ Status: 'Enabled', ExpirationInDays: fullSettings.exportRetentionDays });
    const id = exportId(new Date('2026-11-21T12:00:00Z'));
    expect(exportManifestKey(id).startsWith(prefix)).toBe(true);
  });

  it('of uploads has a key of its own, forgets within a day, keeps nothing that was erased, and opens to no other site', () => {
    const [, { properties } = { properties: {} }] = buckets.find(([name]) => isUploads(name)) ?? [];
    expect(expiry('Uploads')).toEqual({ Status: 'Enabled', ExpirationInDays: 1 });
    expect(at(properties, 'BucketEncryption', 'ServerSideEncryptionConfiguration', 0)).toMatchObject({
      BucketKeyEnabled: true,
      ServerSideEncryptionByDefault: {
        SSEAlgorithm: 'aws:kms',
        KMSMasterKeyID: { 'Fn::GetAtt': [expect.stringMatching(/^UploadKey/), 'Arn'] },
      },
    });
    expect(properties).not.toHaveProperty('CorsConfiguration');
    // An access log would hold the addresses of those who upload.
    expect(properties).not.toHaveProperty('LoggingConfiguration');
    expect(properties).toMatchObject({
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    });
  });

  it('of do-not-call lists keeps nothing that was erased, forgets in a week what nobody read, and tells of what comes', () => {
    const [, { properties } = { properties: {} }] =
      buckets.find(([name]) => name.startsWith('Data/UploadedLists')) ?? [];
    expect(expiry('UploadedLists')).toEqual({ Status: 'Enabled', ExpirationInDays: 7 });
    expect(properties).toMatchObject({
      LoggingConfiguration: { LogFilePrefix: 'uploaded-lists/' },
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    });
  });

  it('of uploads has its files read by one function, which no other object starts; lists come to a queue', () => {
    const rules = ofType(resources, 'AWS::Events::Rule')
      .filter(({ properties }) => 'EventPattern' in properties)
      .toSorted(
        (one, other) =>
          Number(mentions(one.properties, 'ListFilesQueue')) - Number(mentions(other.properties, 'ListFilesQueue')),
      );
    expect(rules.map(({ properties }) => properties['EventPattern'])).toEqual([
      {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: {
          bucket: { name: [expect.anything()] },
          object: { key: [{ prefix: 'files/' }, { prefix: 'again/' }] },
        },
      },
      {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: { bucket: { name: [expect.anything()] }, object: { key: [{ prefix: 'incoming/' }] } },
      },
    ]);
    expect(mentions(rules[0]?.properties['EventPattern'], 'Uploads')).toBe(true);
    expect(mentions(rules[1]?.properties['EventPattern'], 'UploadedLists')).toBe(true);
    for (const { properties } of rules) {
      expect(at(properties, 'Targets', 0, 'DeadLetterConfig')).toBeDefined();
    }
    expect(mentions(at(rules[1]?.properties, 'Targets', 0, 'Arn'), 'ListFilesQueue')).toBe(true);
  });

  it.each(buckets)('%s is used through TLS only', (_, { id }) => {
    const policy = ofType(resources, 'AWS::S3::BucketPolicy').find(({ properties }) =>
      mentions(properties['Bucket'], id),
    );
    expect(mentions(policy?.properties, '"aws:SecureTransport":"false"')).toBe(true);
  });
});

describe('every queue', () => {
  const queues = each('AWS::SQS::Queue');

  it.each(queues)('%s keeps messages 14 days, encrypted', (_, { properties }) => {
    expect(properties['MessageRetentionPeriod']).toBe(14 * 24 * 3600);
    expect(properties['KmsMasterKeyId'] ?? properties['SqsManagedSseEnabled']).toBeTruthy();
  });

  it.each(queues)('%s is used through TLS only', (_, { id, stack }) => {
    const policy = ofType(resources, 'AWS::SQS::QueuePolicy').find(
      (candidate) => candidate.stack === stack && mentions(candidate.properties['Queues'], id),
    );
    expect(mentions(policy?.properties, '"aws:SecureTransport":"false"')).toBe(true);
  });

  it('of a regulator has a dead-letter queue and is kept with its stack gone', () => {
    const own = queues.filter(([name]) => /complaintsQueue/.test(name));
    expect(own).toHaveLength(2);
    for (const [, { properties, retained }] of own) {
      expect(at(properties, 'RedrivePolicy', 'maxReceiveCount')).toBe(10);
      expect(retained).toBe(true);
    }
  });

  it('is emptied by a regulator or a person, never by a function of ours, but for inbound text messages, asked-for links and uploaded lists', () => {
    const emptied = ofType(resources, 'AWS::Lambda::EventSourceMapping')
      .map(({ properties }) => JSON.stringify(properties['EventSourceArn']))
      .filter((source) => !source.includes('StreamArn'));
    expect(emptied).toEqual(
      ['InboundSmsQueue', 'ContactProofQueue', 'ListFilesQueue', 'ListAreasQueue'].map((queue) =>
        expect.stringContaining(queue),
      ),
    );
  });

  it.each([
    ['ListFiles', 'read-registry-file'],
    ['ListAreas', 'load-registry-area'],
  ])('%s hides a message while its function may run, and lets few run at once', (queue, name) => {
    const spec = functionSpecs.find((each) => each.name === name);
    const [, found] = queues.find(([id]) => id.startsWith(`Service/${queue}Queue`)) ?? [];
    expect(Number(found?.properties['VisibilityTimeout'])).toBeGreaterThan(spec?.timeoutSeconds ?? 0);
    expect(at(found?.properties, 'RedrivePolicy', 'maxReceiveCount')).toBe(spec?.worksOnLists?.attempts);
    const [mapping] = ofType(resources, 'AWS::Lambda::EventSourceMapping').filter(({ properties }) =>
      mentions(properties['EventSourceArn'], `${queue}Queue`),
    );
    expect(mapping?.properties).toMatchObject({
      BatchSize: 1,
      ScalingConfig: { MaximumConcurrency: spec?.worksOnLists?.atOnce },
    });
  });

  it('of asked-for links hides one six times as long as its function may run, and gives it up after five tries', () => {
    const [, queue] = queues.find(([name]) => name.startsWith('Service/ContactProofQueue')) ?? [];
    const timeout = functionSpecs.find(({ mailsProof }) => mailsProof !== undefined)?.timeoutSeconds ?? 0;
    expect(queue?.properties['VisibilityTimeout']).toBe(6 * timeout);
    expect(at(queue?.properties, 'RedrivePolicy', 'maxReceiveCount')).toBe(5);
  });

  it('of inbound text messages hides one six times as long as its function may run, and has no dead letters (ADR 13)', () => {
    const [, queue] = queues.find(([name]) => name.startsWith('Data/InboundSmsQueue')) ?? [];
    const [, reader] = each('AWS::Lambda::Function').find(([name]) => name.includes('takequeuedsms')) ?? [];
    expect(queue?.properties['VisibilityTimeout']).toBe(6 * Number(reader?.properties['Timeout']));
    expect(queue?.properties).not.toHaveProperty('RedrivePolicy');
    expect(queue?.retained).toBe(true);
    expect(queue?.properties['KmsMasterKeyId']).toBeDefined();
  });
});

describe('every event source', () => {
  const sources = ofType(resources, 'AWS::Lambda::EventSourceMapping');
  const streams = sources.filter(({ properties }) => mentions(properties['EventSourceArn'], 'StreamArn'));

  it.each(named(sources))('%s repeats only what failed', (_, { properties }) => {
    expect(properties['FunctionResponseTypes']).toEqual(['ReportBatchItemFailures']);
  });

  it.each(named(streams))('%s loses nothing silently', (_, { properties }) => {
    expect(properties).toMatchObject({
      BisectBatchOnFunctionError: true,
      StartingPosition: 'TRIM_HORIZON',
      DestinationConfig: { OnFailure: { Destination: expect.anything() } },
    });
    // A stream forgets after 24 hours; the dead letter must leave time to read it again.
    expect(properties['MaximumRecordAgeInSeconds']).toBeLessThan(24 * 3600);
    expect(properties['MaximumRetryAttempts']).toBeGreaterThan(0);
  });

  it('sees new versions only, and of those only what it has work with', () => {
    const patterns = streams.map(({ id, properties }) => [
      id.replace(/Stream.*/, ''),
      JSON.parse(String(at(properties, 'FilterCriteria', 'Filters', 0, 'Pattern'))),
    ]);
    const eventName = ['INSERT', 'MODIFY'];
    expect(Object.fromEntries(patterns)).toEqual({
      countfacts: { eventName },
      decidecomplaints: { eventName, dynamodb: { NewImage: { complaintAsked: { BOOL: [true] } } } },
      queuecomplaints: { eventName, dynamodb: { NewImage: { unsent: { BOOL: [true] } } } },
    });
  });

  it('leaves each stream no more than its two readers', () => {
    const readers = Map.groupBy(streams, ({ properties }) => JSON.stringify(properties['EventSourceArn']));
    expect([...readers.values()].map((list) => list.length)).toEqual([2, 1]);
  });
});

describe('stacks', () => {
  it('hold no custom resources and no code but the functions of the list', () => {
    expect(resources.filter(({ type }) => type.startsWith('Custom::') || type.includes('CustomResource'))).toEqual([]);
    expect(ofType(resources, 'AWS::Lambda::Function')).toHaveLength(functionSpecs.length);
  });

  it('keep what must last apart from what can be built again', () => {
    const lasting = ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::KMS::Key', 'AWS::SecretsManager::Secret'];
    for (const type of lasting) {
      expect(new Set(ofType(resources, type).map(({ stack }) => stack))).toEqual(new Set(['Data']));
    }
    expect(resources.filter(({ stack, retained }) => stack !== 'Data' && retained)).toEqual([]);
  });
});
