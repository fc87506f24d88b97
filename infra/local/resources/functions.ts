import { statSync } from 'node:fs';
import { basename } from 'node:path';
import * as z from 'zod';
import type { CloudAssembly } from '../assembly/cloud-assembly.ts';
import { LocalRunError } from '../local-run-error.ts';
import { arn } from '../template/environment.ts';
import type { Made, Resource } from '../template/make-resources.ts';
import { physicalName } from '../template/physical-name.ts';
import { made } from './made.ts';
import type { Plan } from './plan.ts';
import { flag, keyValues, meaningless, readProperties, wholeNumber } from './properties.ts';

const functionSchema = z.strictObject({
  FunctionName: z.string().optional(),
  Code: z.looseObject({ S3Key: z.string().optional() }),
  Handler: z.string(),
  Runtime: z.string(),
  Environment: z.object({ Variables: keyValues }).optional(),
  Timeout: wholeNumber.default(3),
  MemorySize: wholeNumber.default(128),
  ReservedConcurrentExecutions: wholeNumber.optional(),
  DeadLetterConfig: z.object({ TargetArn: z.string().optional() }).optional(),
  Architectures: meaningless,
  CodeSigningConfigArn: meaningless,
  Description: meaningless,
  EphemeralStorage: meaningless,
  KmsKeyArn: meaningless,
  LoggingConfig: meaningless,
  RecursiveLoop: meaningless,
  Role: meaningless,
  RuntimeManagementConfig: meaningless,
  Tags: meaningless,
  TracingConfig: meaningless,
});

export function makeFunction(resource: Resource, plan: Plan, assembly: CloudAssembly): Made {
  const properties = readProperties(resource, functionSchema);
  const { logicalId, stackName } = resource;
  const where = `${logicalId} in stack ${stackName}`;
  if (!properties.Runtime.startsWith('nodejs')) {
    throw new LocalRunError(`The local run runs Node.js functions only; ${where} is ${properties.Runtime}.`);
  }
  const codeFolder = assembly.assets.get(basename(properties.Code.S3Key ?? ''));
  if (codeFolder === undefined || !statSync(codeFolder).isDirectory()) {
    throw new LocalRunError(`The code of ${where} is not a bundled asset folder of the assembly.`);
  }
  const name = properties.FunctionName ?? physicalName(stackName, logicalId, 64);
  const functionArn = arn('lambda', `function:${name}`);
  const environment = properties.Environment?.Variables ?? {};
  const shortName = environment['POWERTOOLS_SERVICE_NAME'] ?? name;
  plan.functions.push({
    name,
    arn: functionArn,
    // The service name is the function's name in the sources; two of the same must not share a file.
    logName: plan.functions.some(({ logName }) => logName === shortName) ? name : shortName,
    codeFolder,
    handler: properties.Handler,
    environment,
    timeoutSeconds: properties.Timeout,
    memoryMegabytes: properties.MemorySize,
    reservedConcurrency: properties.ReservedConcurrentExecutions,
    deadLetterArn: properties.DeadLetterConfig?.TargetArn,
  });
  return made(name, { Arn: functionArn });
}

const mappingSchema = z.strictObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  Enabled: flag.default(true),
  BatchSize: wholeNumber.optional(),
  MaximumBatchingWindowInSeconds: wholeNumber.default(0),
  StartingPosition: z.enum(['TRIM_HORIZON', 'LATEST']).default('TRIM_HORIZON'),
  ParallelizationFactor: wholeNumber.default(1),
  BisectBatchOnFunctionError: flag.default(false),
  MaximumRetryAttempts: wholeNumber.default(-1),
  MaximumRecordAgeInSeconds: wholeNumber.default(-1),
  FunctionResponseTypes: z.array(z.string()).default([]),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }).optional(),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }) }).optional(),
  ScalingConfig: z.object({ MaximumConcurrency: wholeNumber }).optional(),
  KmsKeyArn: meaningless,
  MetricsConfig: meaningless,
  Tags: meaningless,
});

/** As many batches of a queue at once as a function has workers here. */
const MOST_CONCURRENT = 4;

export function makeEventSourceMapping(resource: Resource, plan: Plan): Made {
  const properties = readProperties(resource, mappingSchema);
  const name = physicalName(resource.stackName, resource.logicalId, 200);
  const common = {
    functionName: properties.FunctionName,
    windowSeconds: properties.MaximumBatchingWindowInSeconds,
    filters: (properties.FilterCriteria?.Filters ?? []).map(({ Pattern }) => Pattern),
    reportsFailures: properties.FunctionResponseTypes.includes('ReportBatchItemFailures'),
  };
  const service = properties.EventSourceArn.split(':')[2];
  if (service === 'dynamodb') {
    plan.streamMappings.push({
      ...common,
      name,
      streamArn: properties.EventSourceArn,
      batchSize: properties.BatchSize ?? 100,
      parallel: properties.ParallelizationFactor,
      startingPosition: properties.StartingPosition,
      bisects: properties.BisectBatchOnFunctionError,
      mostRetries: properties.MaximumRetryAttempts,
      oldest: properties.MaximumRecordAgeInSeconds,
      onFailureArn: properties.DestinationConfig?.OnFailure.Destination,
    });
  } else if (service === 'sqs') {
    plan.queueMappings.push({
      ...common,
      queueArn: properties.EventSourceArn,
      batchSize: properties.BatchSize ?? 10,
      concurrency: Math.min(properties.ScalingConfig?.MaximumConcurrency ?? MOST_CONCURRENT, MOST_CONCURRENT),
    });
  } else {
    throw new LocalRunError(`The local run reads no event source of ${service} (${resource.logicalId}).`);
  }
  return made(name, { Id: name });
}
