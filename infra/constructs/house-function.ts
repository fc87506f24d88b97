import { fileURLToPath } from 'node:url';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import {
  CustomDataIdentifier,
  DataIdentifier,
  DataProtectionPolicy,
  type IFilterPattern,
  LogGroup,
} from 'aws-cdk-lib/aws-logs';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { dayTallyPrefix, mailCounterPrefixes } from '#shared/storage/keys.ts';
import type { BucketAccess, TableAccess } from '../access.ts';
import type { FunctionSpec } from '../functions/function-spec.ts';
import { bundlingOptions } from './bundling.ts';
import type { HouseBucket } from './house-bucket.ts';
import type { HouseTable } from './house-table.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface HouseFunctionProps {
  /** Folder under `functions/`. */
  readonly name: string;
  readonly memory: number;
  readonly timeoutSeconds: number;
  readonly logRetentionDays: number;
  /** False leaves the code out: fast templates for tests that do not run it. */
  readonly bundle: boolean;
  /** For functions that are invoked asynchronously. */
  readonly deadLetters?: IQueue;
}

/** A Lambda as this house builds it. It may do nothing but write its log until a `use…` call says so. */
export class HouseFunction extends Construct {
  readonly name: string;
  readonly function: NodejsFunction;
  readonly #log: LogGroup;

  constructor(scope: Construct, id: string, props: HouseFunctionProps) {
    super(scope, id);
    this.name = props.name;
    const logGroup = this.#logGroup(props.logRetentionDays);
    this.#log = logGroup;
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    this.function = new NodejsFunction(this, 'Function', {
      description: `Ringfence: ${props.name}`,
      role,
      logGroup,
      architecture: Architecture.ARM_64,
      runtime: Runtime.NODEJS_24_X,
      memorySize: props.memory,
      timeout: Duration.seconds(props.timeoutSeconds),
      environment: {
        POWERTOOLS_SERVICE_NAME: props.name,
        POWERTOOLS_METRICS_NAMESPACE: 'Ringfence',
      },
      // The default turns a removed variable into a wrapper for old SDKs.
      awsSdkConnectionReuse: false,
      ...(props.deadLetters === undefined ? {} : { deadLetterQueue: props.deadLetters }),
      ...(props.bundle
        ? {
            entry: `${root}functions/${props.name}/index.ts`,
            projectRoot: root,
            depsLockFilePath: `${root}package-lock.json`,
            bundling: bundlingOptions,
          }
        : { code: Code.fromInline('exports.handler = async () => {};'), handler: 'index.handler' }),
    });
  }

  /** Gives a table: its variable and these rights on it, together. */
  useTable(table: HouseTable, access: readonly TableAccess[]): void {
    this.set(`${table.node.id.toUpperCase()}_TABLE`, table.tableName);
    table.allow(this.function, access);
  }

  /** Gives the Access table: reading keys, and adding to the audit trail; never making or changing a key. */
  useKeysAndAudit(access: HouseTable): void {
    this.useTable(access, ['read']);
    access.allowUnder(this.function, 'audit#', 'put');
  }

  /** Gives the tallies of reports by reporter and day, so many of which are allowed; nothing else of their table. */
  useTallies(conversations: HouseTable, perDay: number): void {
    this.set('CONVERSATIONS_TABLE', conversations.tableName);
    this.set('REPORTS_PER_LINE_PER_DAY', String(perDay));
    conversations.allowUnder(this.function, dayTallyPrefix, 'update');
  }

  /** Gives the counters of mails that ask for proof of contact; nothing else of their table. */
  useMailCounters(conversations: HouseTable): void {
    this.set('CONVERSATIONS_TABLE', conversations.tableName);
    for (const prefix of mailCounterPrefixes) {
      conversations.allowUnder(this.function, prefix, 'update');
    }
  }

  useBucket(
    variable: 'COMPLAINT_BUCKET' | 'EXPORT_BUCKET' | 'REGISTRY_BUCKET',
    bucket: HouseBucket,
    access: readonly BucketAccess[],
  ): void {
    this.set(variable, bucket.bucketName);
    bucket.allow(this.function, access);
  }

  /** Gives folders of the upload bucket, each with its rights. */
  useUploads(bucket: HouseBucket, folders: NonNullable<FunctionSpec['uploadBucket']>): void {
    this.set('UPLOAD_BUCKET', bucket.bucketName);
    bucket.allowIn(this.function, folders);
  }

  /** Gives folders of the bucket of uploaded do-not-call lists, each with its rights. */
  useLists(bucket: HouseBucket, folders: NonNullable<FunctionSpec['listBucket']>): void {
    this.set('LIST_BUCKET', bucket.bucketName);
    bucket.allowIn(this.function, folders);
  }

  useSecret(variable: `${string}_SECRET_ARN`, secret: Secret): void {
    this.set(variable, secret.secretArn);
    this.function.addToRolePolicy(
      new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secret.secretArn] }),
    );
  }

  /** Sending text messages by these numbers and configuration sets of AWS End User Messaging. */
  allowSendSms(resources: readonly string[]): void {
    this.function.addToRolePolicy(
      new PolicyStatement({ actions: ['sms-voice:SendTextMessage'], resources: [...resources] }),
    );
  }

  /** Sending mail from this address, by this identity and configuration set of Amazon SES. */
  allowSendMail(from: string, resources: readonly string[]): void {
    this.function.addToRolePolicy(
      new PolicyStatement({
        actions: ['ses:SendEmail'],
        resources: [...resources],
        conditions: { StringEquals: { 'ses:FromAddress': from } },
      }),
    );
  }

  /** Counts what the function logs by this pattern, as a metric of the house without dimensions. */
  countInLog(metricName: string, filterPattern: IFilterPattern): void {
    this.#log.addMetricFilter(metricName, { filterPattern, metricNamespace: 'Ringfence', metricName });
  }

  set(variable: string, value: string): void {
    this.function.addEnvironment(variable, value);
  }

  /**
   * Logs carry ids and counts only (shared/runtime/log.ts); the policy masks what a mistake would let through.
   */
  #logGroup(retention: number): LogGroup {
    return new LogGroup(this, 'LogGroup', {
      retention,
      removalPolicy: RemovalPolicy.DESTROY,
      dataProtectionPolicy: new DataProtectionPolicy({
        identifiers: [DataIdentifier.EMAILADDRESS, new CustomDataIdentifier('PhoneNumberE164', '\\+[1-9][0-9]{7,14}')],
      }),
    });
  }
}
