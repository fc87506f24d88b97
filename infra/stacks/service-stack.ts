import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction, SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import { readHours } from '#shared/intake/call-logs/uploads/upload-life.ts';
import { incomingFolder } from '#shared/registry/uploads/upload-place.ts';
import { tableNames } from '../access.ts';
import { ContactProofQueue } from '../constructs/contact-proof-queue.ts';
import { DeadLetterQueue } from '../constructs/dead-letter-queue.ts';
import { HouseFunction } from '../constructs/house-function.ts';
import { consumeInboundSms } from '../constructs/inbound-sms-consumer.ts';
import { mailEvents } from '../constructs/mail-metrics.ts';
import { PublicApi } from '../constructs/public-api.ts';
import { queuedSmsNotTaken, smsEvents } from '../constructs/sms-metrics.ts';
import { consumeStream } from '../constructs/stream-consumer.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import type { FunctionSpec } from '../functions/function-spec.ts';
import { functionsOf } from '../functions.ts';
import { mailIdentity } from '../mail-settings.ts';
import { localStage, type Settings } from '../settings.ts';
import type { DataStack } from './data-stack.ts';
import { settingVariables } from './setting-variables.ts';

interface ServiceStackProps extends StackProps {
  readonly settings: Settings;
  readonly data: DataStack;
  readonly bundle: boolean;
}

/** One function of the list as it stands in the stack. */
export interface Placed {
  readonly spec: FunctionSpec;
  readonly built: HouseFunction;
  /**
   * Ticks of a schedule, or events of uploads, that failed. A lost tick is made good by the next, and an upload is gone
   * after a day, so this queue may go with its stack.
   */
  readonly eventDeadLetters?: DeadLetterQueue;
}

/** What can be torn down and built again: functions, the HTTP API, event-source mappings, schedules. */
export class ServiceStack extends Stack {
  readonly api: PublicApi;
  readonly placed: readonly Placed[];
  /** Where SMS gateways reach us, as they sign it; without a slash at the end. */
  readonly webhookUrl: string;
  /** Only where mail is sent. */
  readonly contactProof: ContactProofQueue | undefined;
  /** Work on uploaded do-not-call lists. */
  readonly listQueues: Readonly<Record<'files' | 'areas', WorkQueue>>;
  readonly #settings: Settings;
  readonly #data: DataStack;

  constructor(scope: Construct, id: string, { settings, data, bundle, ...props }: ServiceStackProps) {
    super(scope, id, props);
    this.#settings = settings;
    this.#data = data;
    this.api = new PublicApi(this, 'Public', settings);
    this.webhookUrl = this.#addressOr(settings.sms.publicUrl);
    this.contactProof = this.#contactProof();
    this.listQueues = { files: this.#workQueue('files', 'ListFiles'), areas: this.#workQueue('areas', 'ListAreas') };
    this.#announceLists();
    this.placed = functionsOf(settings).map((spec) => this.#place(spec, bundle));
    // Exported even while the edge is the address, so that the edge can be switched without an export in use.
    this.exportValue(this.api.api.apiEndpoint);
  }

  /** The settings see to it that one of these is the public address. */
  #addressOr(own: string | null): string {
    const { edge } = this.#settings;
    if (own !== null) {
      return own;
    }
    return edge.enabled && edge.domain !== null ? `https://${edge.domain.name}` : this.api.api.apiEndpoint;
  }

  /** CloudFront's own name belongs to a stack that comes after this one: empty where no other is set. */
  #pagesUrl(): string {
    const { stage, mail, sms, edge } = this.#settings;
    const own = mail.publicUrl ?? sms.publicUrl;
    const known = stage === localStage || !edge.enabled || edge.domain !== null || own !== null;
    return known ? this.#addressOr(own) : '';
  }

  #contactProof(): ContactProofQueue | undefined {
    const consumer = functionsOf(this.#settings).find(({ mailsProof }) => mailsProof !== undefined);
    return consumer === undefined
      ? undefined
      : new ContactProofQueue(this, 'ContactProof', { consumerTimeoutSeconds: consumer.timeoutSeconds });
  }

  #place(spec: FunctionSpec, bundle: boolean): Placed {
    const eventDeadLetters =
      spec.everyMinutes === undefined && spec.uploads === undefined
        ? undefined
        : new DeadLetterQueue(this, `${spec.name}-dead-letters`);
    const built = new HouseFunction(this, spec.name, {
      ...spec,
      logRetentionDays: this.#settings.logRetentionDays,
      bundle,
      ...(eventDeadLetters === undefined ? {} : { deadLetters: eventDeadLetters }),
    });
    this.#give(spec, built);
    this.#answerRoutes(spec, built);
    this.#readStream(spec, built);
    this.#readInboundSms(spec, built);
    this.#proveContact(spec, built);
    this.#workOnLists(spec, built);
    if (spec.settings?.includes('SMS')) {
      for (const { metricName, pattern } of Object.values(smsEvents)) {
        built.countInLog(metricName, pattern);
      }
    }
    if (eventDeadLetters === undefined) {
      return { spec, built };
    }
    this.#schedule(spec, built, eventDeadLetters);
    this.#readUploads(spec, built, eventDeadLetters);
    return { spec, built, eventDeadLetters };
  }

  #give(spec: FunctionSpec, built: HouseFunction): void {
    const data = this.#data;
    for (const name of tableNames) {
      const access = spec.tables?.[name];
      if (access !== undefined) {
        built.useTable(data.tables[name], access);
      }
    }
    const { reportsPerLinePerDay } = this.#settings.limits;
    if (spec.talliesReporters && reportsPerLinePerDay !== null) {
      built.useTallies(data.tables.Conversations, reportsPerLinePerDay);
    }
    if (spec.opensByKey) {
      built.useKeysAndAudit(data.tables.Access);
    }
    if (spec.complaintBucket !== undefined) {
      built.useBucket('COMPLAINT_BUCKET', data.complaintBucket, spec.complaintBucket);
    }
    if (spec.exportBucket !== undefined) {
      built.useBucket('EXPORT_BUCKET', data.exportBucket, spec.exportBucket);
    }
    if (spec.uploadBucket !== undefined) {
      built.useUploads(data.uploadBucket, spec.uploadBucket);
    }
    if (spec.registryBucket !== undefined) {
      built.useBucket('REGISTRY_BUCKET', data.registryBucket, spec.registryBucket);
    }
    if (spec.listBucket !== undefined) {
      built.useLists(data.listBucket, spec.listBucket);
    }
    if (spec.masterSecret) {
      built.useSecret('MASTER_SECRET_ARN', data.masterSecret);
    }
    if (spec.sendsToRegulators) {
      for (const { queue } of data.regulators) {
        queue?.allowSend(built.function);
      }
    }
    for (const gateway of spec.gatewaySecrets ?? []) {
      const secret = data.gatewaySecrets.get(gateway);
      if (secret !== undefined) {
        built.useSecret(`${gateway.toUpperCase().replaceAll('-', '_')}_SECRET_ARN`, secret);
      }
    }
    const { aws } = this.#settings.sms;
    if (spec.sendsSms && aws !== null) {
      const set = aws.configurationSet;
      const resource = (name: string) =>
        this.formatArn({ service: 'sms-voice', resource: 'configuration-set', resourceName: name });
      built.allowSendSms([...aws.phoneNumberArns, ...(set === null ? [] : [resource(set)])]);
    }
    const values = settingVariables(this, this.#settings, {
      regulators: data.regulators,
      webhookUrl: this.webhookUrl,
      linkUrl: this.#addressOr(this.#settings.mail.publicUrl),
      pagesUrl: this.#pagesUrl(),
      inboundTopicArn: data.inboundSms?.topic.topicArn,
    });
    for (const variable of spec.settings ?? []) {
      built.set(variable, values[variable]);
    }
  }

  #answerRoutes(spec: FunctionSpec, built: HouseFunction): void {
    if (spec.routes === undefined) {
      return;
    }
    this.api.add(built, spec.routes);
    if (this.#data.originSecret !== undefined) {
      built.useSecret('ORIGIN_SECRET_ARN', this.#data.originSecret);
    }
  }

  #readStream(spec: FunctionSpec, built: HouseFunction): void {
    const deadLetters = this.#data.streamDeadLetters.get(spec.name);
    if (spec.stream === undefined || deadLetters === undefined) {
      return;
    }
    consumeStream({
      consumer: built,
      table: this.#data.tables[spec.stream.table],
      spec: spec.stream,
      parallelism: spec.stream.parallel ? this.#settings.countParallelism : 1,
      deadLetters,
    });
  }

  #readInboundSms(spec: FunctionSpec, built: HouseFunction): void {
    const { inboundSms } = this.#data;
    if (spec.inboundSms !== undefined && inboundSms !== undefined) {
      consumeInboundSms(built, inboundSms, spec.inboundSms.batchSize);
      built.countInLog(queuedSmsNotTaken.metricName, queuedSmsNotTaken.pattern);
    }
  }

  /** An event that cannot be handed over is tried again for as long as its file may be read. */
  #readUploads(spec: FunctionSpec, built: HouseFunction, deadLetterQueue: DeadLetterQueue): void {
    if (spec.uploads === undefined) {
      return;
    }
    new Rule(this, `${spec.name}-uploads`, {
      description: `Ringfence: runs ${spec.name} for what is uploaded`,
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: {
          bucket: { name: [this.#data.uploadBucket.bucketName] },
          object: { key: spec.uploads.map((folder) => ({ prefix: `${folder}/` })) },
        },
      },
      targets: [new LambdaFunction(built.function, { deadLetterQueue, maxEventAge: Duration.hours(readHours) })],
    });
  }

  #workQueue(queue: 'files' | 'areas', id: string): WorkQueue {
    const consumer = functionsOf(this.#settings).find(({ worksOnLists }) => worksOnLists?.queue === queue);
    if (consumer?.worksOnLists === undefined) {
      throw new Error(`no function takes from the queue of ${queue}`);
    }
    const { attempts, atOnce } = consumer.worksOnLists;
    return new WorkQueue(this, id, { consumerTimeoutSeconds: consumer.timeoutSeconds, attempts, atOnce });
  }

  #announceLists(): void {
    const { queue, deadLetters } = this.listQueues.files;
    new Rule(this, 'uploaded-lists', {
      description: 'Ringfence: queues uploaded do-not-call lists to be read',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: {
          bucket: { name: [this.#data.listBucket.bucketName] },
          object: { key: [{ prefix: `${incomingFolder}/` }] },
        },
      },
      targets: [new SqsQueue(queue, { deadLetterQueue: deadLetters })],
    });
  }

  #workOnLists({ worksOnLists }: FunctionSpec, built: HouseFunction): void {
    if (worksOnLists === undefined) {
      return;
    }
    this.listQueues[worksOnLists.queue].consume(built);
    if (worksOnLists.queue === 'files') {
      this.listQueues.files.allowSend(built, 'LIST_QUEUE_URL');
      this.listQueues.areas.allowSend(built, 'AREA_QUEUE_URL');
    }
  }

  #proveContact(spec: FunctionSpec, built: HouseFunction): void {
    const { contactProof } = this;
    const { mail } = this.#settings;
    const identity = mailIdentity(mail);
    if (contactProof === undefined || identity === null || mail.from === null) {
      return;
    }
    if (spec.asksForProof) {
      contactProof.allowSend(built.function);
      built.useMailCounters(this.#data.tables.Conversations);
      built.set('CONTACT_PROOF_QUEUE_URL', contactProof.queue.queueUrl);
      built.countInLog(mailEvents.spent.metricName, mailEvents.spent.pattern);
    }
    if (spec.mailsProof !== undefined) {
      contactProof.consume(built, spec.mailsProof.batchSize);
      const set = mail.configurationSet;
      const arn = (resource: string, resourceName: string) =>
        this.formatArn({ service: 'ses', resource, resourceName });
      built.allowSendMail(mail.from, [
        arn('identity', identity),
        ...(set === null ? [] : [arn('configuration-set', set)]),
      ]);
      built.countInLog(mailEvents.lost.metricName, mailEvents.lost.pattern);
    }
  }

  #schedule(spec: FunctionSpec, built: HouseFunction, deadLetterQueue: DeadLetterQueue): void {
    if (spec.everyMinutes === undefined) {
      return;
    }
    const minutes = spec.everyMinutes === 'export' ? this.#settings.exportEveryHours * 60 : spec.everyMinutes;
    new Rule(this, `${spec.name}-schedule`, {
      description: `Ringfence: runs ${spec.name}`,
      schedule: Schedule.rate(Duration.minutes(minutes)),
      targets: [
        new LambdaFunction(built.function, { deadLetterQueue, retryAttempts: 2, maxEventAge: Duration.hours(1) }),
      ],
    });
  }
}
