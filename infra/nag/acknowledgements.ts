import type { FunctionSpec } from '../functions/function-spec.ts';
import { functionsOf } from '../functions.ts';
import type { Settings } from '../settings.ts';
import type { DataStack } from '../stacks/data-stack.ts';

/** One finding of cdk-nag on one construct, looked at and left as it is. */
export interface Acknowledgement {
  /** Construct path within the app. */
  readonly at: string;
  readonly id: string;
  readonly reason: string;
}

const reasons = {
  masterSecret:
    'Every keyed hash derives from it: after a rotation no receipt, reporter or subject would be found again.',
  originSecret: 'Shown to the API by CloudFront; replaced by hand together with a deployment (docs/deploying.md).',
  gatewaySecret:
    'The gateway sets it as well: changed there and here by hand, with both valid meanwhile (docs/deploying.md).',
  noDeadTexts:
    'Dead letters never hold what people wrote: a text message stays on its queue until the fault is mended, and each time it is not taken raises an alarm (docs/adr/0013).',
  snsToQueue: 'SNS tries a queue for 23 days, far longer than the alarm on waiting messages lets pass.',
  deadLetterItself: 'It is itself the dead-letter queue of an event source; what arrives raises an alarm.',
  deadLetterOfQueue: 'It is itself the dead-letter queue of a regulator; what arrives raises an alarm.',
  deadLetterOfMails: 'It is itself the dead-letter queue of asked-for links; what arrives raises an alarm.',
  deadLetterOfLists: 'It is itself the dead-letter queue of work on uploaded lists; what arrives raises an alarm.',
  deadLetterOfSchedule: 'It is itself the dead-letter queue of a schedule; what arrives raises an alarm.',
  receipt: 'Public by design: anybody may report, and a receipt of 80 random bits opens nothing but its own report.',
  signed: 'The function checks what the gateway signs or shows before it reads anything (shared/intake/gateways).',
  bearer: 'The function checks the regulator key, its scope and its expiry, and audits the read.',
  documents: 'One document per complaint under unguessable ids; the bucket holds nothing else.',
  exportFiles: 'Files of exports under names that change with each run; the bucket holds nothing else.',
  uploads: 'Objects under hashes of unguessable ids, in a folder of the bucket; it is gone within a day.',
  uploadLog: 'People post their files here themselves: an access log would hold their addresses.',
  deadLetterOfUploads: 'It is itself the dead-letter queue of uploads; what arrives raises an alarm.',
  streams: 'Listing asks for the streams of one table, whose names end in the time of their making.',
  geography: 'Calls and texts come from anywhere, and people report them when they travel.',
  edgeLog: 'CloudFront logs hold addresses and paths with receipts; the API logs route, status and latency instead.',
  ownCertificate: "Without edge.domain the certificate is CloudFront's own, whose lowest protocol cannot be chosen.",
  answersDirectly:
    'Called only by the HTTP API, which waits for the answer: there is no asynchronous invocation to lose.',
  readsStream: 'Called only by its event source, which has its own destination for failures.',
  readsQueue: 'Called only by its event source; what it fails stays on the queue and comes again (docs/adr/0013).',
  readsLists: 'Called only by its event source, whose queue has a dead-letter queue of its own.',
  lists: 'Uploaded do-not-call lists and what is read of them, in a folder of a bucket that holds nothing else.',
  snapshots: 'Snapshots of do-not-call lists under names that change with each list; the bucket holds nothing else.',
  readsProofQueue: 'Called only by its event source, whose queue has a dead-letter queue of its own.',
  tracing: 'Traces are one more place for personal data; structured logs with request ids and metrics serve instead.',
  alarmMail: 'An alarm that could not be mailed still stands in CloudWatch.',
} as const;

/** All acknowledgements for a deployment with these settings; test/infra/nag.test.ts holds the list. */
export function acknowledgements(settings: Settings, data: DataStack): Acknowledgement[] {
  return [
    ...dataFindings(settings),
    ...smsFindings(data),
    ...functionsOf(settings).flatMap((spec) => functionFindings(spec, data)),
    ...edgeFindings(settings),
  ];
}

function dataFindings({ edge, regulators, alarmEmail }: Settings): Acknowledgement[] {
  const found: Acknowledgement[] = [
    { at: 'Data/MasterSecret/Resource', id: 'AwsSolutions-SMG4', reason: reasons.masterSecret },
    { at: 'Data/Uploads/Resource', id: 'AwsSolutions-S1', reason: reasons.uploadLog },
  ];
  if (edge.enabled) {
    found.push({ at: 'Data/OriginSecret/Resource', id: 'AwsSolutions-SMG4', reason: reasons.originSecret });
  }
  for (const [id, { takesFromQueue }] of Object.entries(regulators)) {
    if (takesFromQueue) {
      const at = `Data/${id}-complaints/DeadLetters/Resource`;
      found.push({ at, id: 'Serverless-SQSRedrivePolicy', reason: reasons.deadLetterOfQueue });
    }
  }
  if (alarmEmail !== null) {
    const at = `Operate/Alarms/Topic/${alarmEmail}/Resource`;
    found.push({ at, id: 'Serverless-SNSRedrivePolicy', reason: reasons.alarmMail });
  }
  return found;
}

const callers = { anyone: reasons.receipt, regulators: reasons.bearer, gateways: reasons.signed } as const;

function smsFindings({ gatewaySecrets, inboundSms }: DataStack): Acknowledgement[] {
  const found: Acknowledgement[] = [...gatewaySecrets.keys()].map((name) => ({
    at: `Data/${name}-secret/Resource`,
    id: 'AwsSolutions-SMG4',
    reason: reasons.gatewaySecret,
  }));
  return inboundSms === undefined
    ? found
    : [
        ...found,
        { at: 'Data/InboundSms/Queue/Resource', id: 'AwsSolutions-SQS3', reason: reasons.noDeadTexts },
        { at: 'Data/InboundSms/Queue/Resource', id: 'Serverless-SQSRedrivePolicy', reason: reasons.noDeadTexts },
        {
          at: 'Data/InboundSms/Subscription/Resource',
          id: 'Serverless-SNSRedrivePolicy',
          reason: reasons.snsToQueue,
        },
      ];
}

function functionFindings(spec: FunctionSpec, data: DataStack): Acknowledgement[] {
  const { name, routes, stream, everyMinutes } = spec;
  const lambda = `Service/${name}/Function/Resource`;
  const found: Acknowledgement[] = [{ at: lambda, id: 'Serverless-LambdaTracing', reason: reasons.tracing }];
  for (const route of routes ?? []) {
    const at = `Service/Public/${route.route.replaceAll('/', '|')}/Resource`;
    found.push({ at, id: 'AwsSolutions-APIG4', reason: callers[route.for] });
  }
  if (stream !== undefined) {
    const queue = `Data/${name}-dead-letters/Resource`;
    found.push(
      { at: lambda, id: 'Serverless-LambdaDLQ', reason: reasons.readsStream },
      { at: queue, id: 'AwsSolutions-SQS3', reason: reasons.deadLetterItself },
      { at: queue, id: 'Serverless-SQSRedrivePolicy', reason: reasons.deadLetterItself },
    );
  } else if (spec.inboundSms !== undefined) {
    found.push(
      { at: lambda, id: 'Serverless-LambdaDLQ', reason: reasons.readsQueue },
      {
        at: `Service/${name}/InboundSms/Resource`,
        id: 'Serverless-LambdaEventSourceMappingDestination',
        reason: reasons.readsQueue,
      },
    );
  } else if (spec.mailsProof !== undefined) {
    found.push(
      { at: lambda, id: 'Serverless-LambdaDLQ', reason: reasons.readsProofQueue },
      {
        at: `Service/${name}/ContactProof/Resource`,
        id: 'Serverless-LambdaEventSourceMappingDestination',
        reason: reasons.readsProofQueue,
      },
      {
        at: 'Service/ContactProof/DeadLetters/Resource',
        id: 'Serverless-SQSRedrivePolicy',
        reason: reasons.deadLetterOfMails,
      },
    );
  } else if (spec.worksOnLists !== undefined) {
    const queue = { files: 'ListFiles', areas: 'ListAreas' }[spec.worksOnLists.queue];
    found.push(
      { at: lambda, id: 'Serverless-LambdaDLQ', reason: reasons.readsLists },
      {
        at: `Service/${name}/Work/Resource`,
        id: 'Serverless-LambdaEventSourceMappingDestination',
        reason: reasons.readsLists,
      },
      {
        at: `Service/${queue}/DeadLetters/Resource`,
        id: 'Serverless-SQSRedrivePolicy',
        reason: reasons.deadLetterOfLists,
      },
    );
  } else if (everyMinutes !== undefined) {
    const at = `Service/${name}-dead-letters/Resource`;
    found.push({ at, id: 'Serverless-SQSRedrivePolicy', reason: reasons.deadLetterOfSchedule });
  } else if (spec.uploads !== undefined) {
    const at = `Service/${name}-dead-letters/Resource`;
    found.push({ at, id: 'Serverless-SQSRedrivePolicy', reason: reasons.deadLetterOfUploads });
  } else {
    found.push({ at: lambda, id: 'Serverless-LambdaDLQ', reason: reasons.answersDirectly });
  }
  return [...found, ...wildcardFindings(spec, data)];
}

function wildcardFindings(spec: FunctionSpec, data: DataStack): Acknowledgement[] {
  const wildcard = (arn: string, below: string, reason: string): Acknowledgement => ({
    at: `Service/${spec.name}/Role/DefaultPolicy/Resource`,
    id: `AwsSolutions-IAM5[Resource::${importName(data, arn)}${below}]`,
    reason,
  });
  const objects = (access: readonly string[] | undefined) => access?.some((kind) => kind !== 'list') ?? false;
  return [
    ...(objects(spec.complaintBucket) ? [wildcard(data.complaintBucket.bucketArn, '/*', reasons.documents)] : []),
    ...(objects(spec.exportBucket) ? [wildcard(data.exportBucket.bucketArn, '/*', reasons.exportFiles)] : []),
    ...(objects(spec.registryBucket) ? [wildcard(data.registryBucket.bucketArn, '/*', reasons.snapshots)] : []),
    ...Object.entries(spec.listBucket ?? {})
      .filter(([, access]) => objects(access))
      .map(([folder]) => wildcard(data.listBucket.bucketArn, `/${folder}/*`, reasons.lists)),
    ...Object.entries(spec.uploadBucket ?? {})
      .filter(([, access]) => objects(access))
      .map(([folder]) => wildcard(data.uploadBucket.bucketArn, `/${folder}/*`, reasons.uploads)),
    ...(spec.stream === undefined
      ? []
      : [wildcard(data.tables[spec.stream.table].tableArn, '/stream/*', reasons.streams)]),
  ];
}

/** The name under which the other stacks import an ARN; cdk-nag puts it in the id of the finding. */
function importName(data: DataStack, arn: string): string {
  const imported: unknown = data.resolve(data.exportValue(arn));
  if (typeof imported === 'object' && imported !== null && 'Fn::ImportValue' in imported) {
    return String(imported['Fn::ImportValue']);
  }
  throw new Error(`${data.stackName} does not export ${arn}`);
}

function edgeFindings({ edge }: Settings): Acknowledgement[] {
  if (!edge.enabled) {
    return [];
  }
  const at = 'Edge/Distribution/Resource';
  const found: Acknowledgement[] = [
    { at, id: 'AwsSolutions-CFR1', reason: reasons.geography },
    { at, id: 'AwsSolutions-CFR3', reason: reasons.edgeLog },
  ];
  return edge.domain === null ? [...found, { at, id: 'AwsSolutions-CFR4', reason: reasons.ownCertificate }] : found;
}
