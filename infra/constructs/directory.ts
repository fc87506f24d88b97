import type { Stack } from 'aws-cdk-lib';
import { ParameterTier, StringParameter } from 'aws-cdk-lib/aws-ssm';
import { directoryParameterName } from '../directory-name.ts';
import type { Settings } from '../settings.ts';
import type { DataStack } from '../stacks/data-stack.ts';
import type { ServiceStack } from '../stacks/service-stack.ts';

interface DirectoryProps {
  readonly settings: Settings;
  readonly data: DataStack;
  readonly service: ServiceStack;
  readonly apiUrl: string;
}

/** For AWS End User Messaging: what an operator sets on a number, and where its messages wait. */
function inboundPlaces({ inboundSms }: DataStack): object {
  return inboundSms === undefined
    ? {}
    : {
        topicArn: inboundSms.topic.topicArn,
        channelRoleArn: inboundSms.channelRole.roleArn,
        queue: { url: inboundSms.queue.queueUrl },
      };
}

/** Where asked-for links wait, if mail is sent. */
function proofPlaces({ contactProof }: ServiceStack): object {
  return contactProof === undefined
    ? {}
    : { contactProof: { url: contactProof.queue.queueUrl, dlqUrl: contactProof.deadLetters.queueUrl } };
}

/** Where work on uploaded lists waits, by the names of its alarms. */
function listPlaces({ listQueues }: ServiceStack): object {
  return Object.fromEntries(
    Object.entries(listQueues).map(([name, { queue, deadLetters }]) => [
      `list-${name}`,
      { url: queue.queueUrl, dlqUrl: deadLetters.queueUrl },
    ]),
  );
}

/** Writes the directory, which infra/cli/directory.ts reads. */
export function publishDirectory(stack: Stack, { settings, data, service, apiUrl }: DirectoryProps): void {
  const tables = Object.entries(data.tables).map(([name, table]) => [name, table.tableName]);
  const regulatorQueues = data.regulators.flatMap(({ id, queue }) =>
    queue === undefined ? [] : [[id, { url: queue.queue.queueUrl, dlqUrl: queue.deadLetters.queueUrl }]],
  );
  const deadLetters = service.placed.flatMap(({ spec: { name }, eventDeadLetters }) => {
    const queue = data.streamDeadLetters.get(name) ?? eventDeadLetters;
    return queue === undefined ? [] : [[name, queue.queueUrl]];
  });
  // What answers requests is reached by its routes, and what works on lists by its queues.
  const isReached = ({ spec: { routes, worksOnLists } }: (typeof service.placed)[number]) =>
    routes !== undefined || worksOnLists !== undefined;
  const invoked = service.placed.filter((placed) => !isReached(placed));
  const functions = invoked.map(({ spec, built }) => [spec.name, built.function.functionName]);
  new StringParameter(stack, 'Directory', {
    parameterName: directoryParameterName(settings.stage),
    description: 'What the ringfence command line works with',
    // With the names and addresses that AWS makes it has some 5 KB: an advanced parameter, five cents a month.
    tier: ParameterTier.INTELLIGENT_TIERING,
    stringValue: stack.toJsonString({
      stage: settings.stage,
      tables: Object.fromEntries(tables),
      buckets: {
        complaints: data.complaintBucket.bucketName,
        exports: data.exportBucket.bucketName,
        registries: data.registryBucket.bucketName,
        lists: data.listBucket.bucketName,
      },
      queues: Object.fromEntries(regulatorQueues),
      deadLetters: Object.fromEntries(deadLetters),
      lists: listPlaces(service),
      functions: Object.fromEntries(functions),
      masterSecretArn: data.masterSecret.secretArn,
      apiUrl,
      sms: {
        webhookUrl: service.webhookUrl,
        secrets: Object.fromEntries([...data.gatewaySecrets].map(([name, { secretArn }]) => [name, secretArn])),
        ...inboundPlaces(data),
      },
      ...proofPlaces(service),
      settings: { country: settings.country, reportRetentionDays: settings.reportRetentionDays },
    }),
  });
}
