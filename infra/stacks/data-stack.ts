import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, StreamViewType } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { GatewayName } from '#shared/intake/gateways/inbound-sms.ts';
import { exportRoot } from '#shared/storage/keys.ts';
import type { TableName } from '../access.ts';
import { DeadLetterQueue } from '../constructs/dead-letter-queue.ts';
import { HouseBucket } from '../constructs/house-bucket.ts';
import { HouseTable } from '../constructs/house-table.ts';
import { InboundSms } from '../constructs/inbound-sms.ts';
import { RegulatorQueue } from '../constructs/regulator-queue.ts';
import { functionsOf } from '../functions.ts';
import { type RegulatorName, regulatorNames, type Settings } from '../settings.ts';
import { webhookGatewaysOn } from '../sms-settings.ts';
import { warmTables } from '../warm-price.ts';

interface DataStackProps extends StackProps {
  readonly settings: Settings;
}

export interface RegulatorPlace {
  readonly id: RegulatorName;
  readonly takesFromQueue: boolean;
  readonly queue?: RegulatorQueue;
}

/** What an operator has to fill in beside `current`, by gateway (shared/intake/gateways/gateway-secrets.ts). */
const vonageAccount = { apiKey: 'fill-in', apiSecret: 'fill-in' };
const secretTemplates: Readonly<Partial<Record<GatewayName, Readonly<Record<string, string>>>>> = {
  vonage: vonageAccount,
  'vonage-messages': vonageAccount,
  infobip: { apiKey: 'fill-in' },
};

/** What must outlive every deployment: tables by privilege and lifetime, documents, keys, and what waits on queues. */
export class DataStack extends Stack {
  readonly tables: Readonly<Record<TableName, HouseTable>>;
  readonly complaintBucket: HouseBucket;
  readonly exportBucket: HouseBucket;
  /** Snapshots of do-not-call lists; `registry import` erases those that nothing names any more. */
  readonly registryBucket: HouseBucket;
  readonly uploadBucket: HouseBucket;
  /** Do-not-call lists that operators upload, until they are read. */
  readonly listBucket: HouseBucket;
  readonly masterSecret: Secret;
  /** Only behind the edge. */
  readonly originSecret: Secret | undefined;
  readonly regulators: readonly RegulatorPlace[];
  /** What each gateway that is on shares with us: JSON, its `current` generated, the rest filled in by the operator. */
  readonly gatewaySecrets: ReadonlyMap<GatewayName, Secret>;
  /** Only with AWS End User Messaging. */
  readonly inboundSms: InboundSms | undefined;
  /** By function: the positions of stream batches that could not be worked off. */
  readonly streamDeadLetters: ReadonlyMap<string, DeadLetterQueue>;

  constructor(scope: Construct, id: string, { settings, ...props }: DataStackProps) {
    super(scope, id, props);
    const complaintKey = this.#key(
      'ComplaintKey',
      'Complaints and their documents: names and addresses of complainants',
    );
    this.tables = this.#makeTables(complaintKey, settings);
    const accessLogs = new HouseBucket(this, 'AccessLogs', {
      lifecycleRules: [{ expiration: Duration.days(settings.logRetentionDays) }],
    });
    this.complaintBucket = new HouseBucket(this, 'ComplaintDocuments', {
      encryptionKey: complaintKey,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'complaint-documents/',
    });
    this.exportBucket = new HouseBucket(this, 'Exports', {
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'exports/',
      // Runs are named by their time, so this is every run, and no folder of another kind.
      lifecycleRules: [{ prefix: `${exportRoot}2`, expiration: Duration.days(settings.exportRetentionDays) }],
    });
    this.uploadBucket = this.#uploadBucket();
    this.registryBucket = new HouseBucket(this, 'Registries', {
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'registries/',
    });
    this.listBucket = this.#listBucket(accessLogs);
    this.masterSecret = this.#secret(
      'MasterSecret',
      'Every keyed hash of this deployment derives from it: never replace it',
    );
    this.originSecret = settings.edge.enabled
      ? this.#secret('OriginSecret', 'What CloudFront shows to the HTTP API')
      : undefined;
    this.regulators = this.#makeRegulators(settings);
    const functions = functionsOf(settings);
    this.gatewaySecrets = new Map(webhookGatewaysOn(settings.sms).map((name) => [name, this.#gatewaySecret(name)]));
    const consumer = functions.find(({ inboundSms }) => inboundSms !== undefined);
    this.inboundSms =
      consumer === undefined
        ? undefined
        : new InboundSms(this, 'InboundSms', { consumerTimeoutSeconds: consumer.timeoutSeconds });
    this.streamDeadLetters = new Map(
      functions
        .filter(({ stream }) => stream !== undefined)
        .map(({ name }) => [
          name,
          new DeadLetterQueue(this, `${name}-dead-letters`, { removalPolicy: RemovalPolicy.RETAIN }),
        ]),
    );
  }

  #makeTables(complaintKey: Key, { warmWriteUnits }: Settings): Record<TableName, HouseTable> {
    const stream = StreamViewType.NEW_IMAGE;
    const warm = (name: TableName) =>
      warmWriteUnits !== null && warmTables.some((warmed) => warmed === name)
        ? { warmThroughput: { writeUnitsPerSecond: warmWriteUnits } }
        : {};
    const sortKey = (type: AttributeType) => ({ name: 'sk', type });
    const complaints = new HouseTable(this, 'Complaints', { stream, encryptionKey: complaintKey });
    complaints.addIndex({ indexName: 'by-regulator', partitionKey: 'regulator', sortKey: 'listed' });
    complaints.addIndex({ indexName: 'untaken', partitionKey: 'untaken', sortKey: 'sendAfter' });
    return {
      Reports: new HouseTable(this, 'Reports', { stream, timeToLiveAttribute: 'expiresAt', ...warm('Reports') }),
      Subjects: new HouseTable(this, 'Subjects', warm('Subjects')),
      Facts: new HouseTable(this, 'Facts', { sortKey: sortKey(AttributeType.BINARY), ...warm('Facts') }),
      Complaints: complaints,
      // Pages stay; kept answers of registries, and what was counted for them, go by themselves.
      Registrations: new HouseTable(this, 'Registrations', { timeToLiveAttribute: 'expiresAt' }),
      Access: new HouseTable(this, 'Access', {
        sortKey: sortKey(AttributeType.STRING),
        timeToLiveAttribute: 'expiresAt',
      }),
      Disputes: new HouseTable(this, 'Disputes', { timeToLiveAttribute: 'expiresAt', encryptionKey: complaintKey }),
      Conversations: new HouseTable(this, 'Conversations', { timeToLiveAttribute: 'expiresAt' }),
    };
  }

  /**
   * Call logs on their way: nothing in it is older than a day, so nothing is versioned. No access log either: people post
   * their files here themselves, and it would hold their addresses.
   */
  #uploadBucket(): HouseBucket {
    const bucket = new HouseBucket(this, 'Uploads', {
      encryptionKey: this.#key('UploadKey', 'Uploaded call logs and what was read from them'),
      versioned: false,
      // S3 counts days from midnight to midnight; sweep-call-logs keeps the promise of 24 hours, this stands behind it.
      lifecycleRules: [{ expiration: Duration.days(1) }],
    });
    bucket.announceObjects();
    return bucket;
  }

  /** Erased means gone: whoever may hold a list may not hold its file for ever, and some files hold names. */
  #listBucket(accessLogs: HouseBucket): HouseBucket {
    const bucket = new HouseBucket(this, 'UploadedLists', {
      versioned: false,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'uploaded-lists/',
      // What was read is erased at once; what failed for good waits so long for somebody to mend it.
      lifecycleRules: [{ expiration: Duration.days(7) }],
    });
    bucket.announceObjects();
    return bucket;
  }

  #makeRegulators(settings: Settings): RegulatorPlace[] {
    const regulators = regulatorNames.map((id) => ({ id, ...settings.regulators[id] }));
    if (!regulators.some(({ takesFromQueue }) => takesFromQueue)) {
      return regulatorNames.map((id) => ({ id, takesFromQueue: false }));
    }
    const key = this.#key('RegulatorQueueKey', "Regulators' queues, which their own AWS accounts may read");
    return regulators.map(({ id, takesFromQueue, consumerAccountId }) =>
      takesFromQueue
        ? { id, takesFromQueue, queue: new RegulatorQueue(this, `${id}-complaints`, { key, consumerAccountId }) }
        : { id, takesFromQueue },
    );
  }

  #key(id: string, description: string): Key {
    return new Key(this, id, { description, enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN });
  }

  #gatewaySecret(gateway: GatewayName): Secret {
    return new Secret(this, `${gateway}-secret`, {
      description: `What the SMS gateway ${gateway} shares with us (docs/deploying.md)`,
      generateSecretString: {
        secretStringTemplate: JSON.stringify(secretTemplates[gateway] ?? {}),
        generateStringKey: 'current',
        passwordLength: 64,
        excludePunctuation: true,
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  #secret(id: string, description: string): Secret {
    return new Secret(this, id, {
      description,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
