import { randomUUID } from 'node:crypto';
import type { DataFolder } from './folder/data-folder.ts';
import type { FunctionHost } from './functions/function-host.ts';
import { startQueueMapping } from './queues/queue-mapping.ts';
import type { Plan, SchedulePlan, StreamMappingPlan } from './resources/plan.ts';
import { runSchedules } from './schedules/run-schedules.ts';
import type { AwsCall } from './services/aws-json.ts';
import type { Destinations } from './services/destinations.ts';
import { failureMessage } from './streams/failure-message.ts';
import { compileFilters } from './streams/filter-pattern.ts';
import { openPositions } from './streams/positions.ts';
import { createStreamClient } from './streams/stream-client.ts';
import { startStreamMapping } from './streams/stream-mapping.ts';
import { LOCAL_ACCOUNT, LOCAL_REGION } from './template/environment.ts';

interface RunContext {
  readonly plan: Plan;
  readonly folder: DataFolder;
  readonly functions: FunctionHost;
  readonly streams: AwsCall;
  readonly sqs: AwsCall;
  readonly queueUrlOf: (arn: string) => string;
  readonly destinations: Destinations;
}

/** What the mapping itself has to say goes to its function's log: error codes only, never a record. */
function troubleNote(context: RunContext, functionName: string): (error: unknown) => void {
  return (error) =>
    context.functions.note(
      functionName,
      `event source in trouble: ${error instanceof Error ? error.message : 'unknown'}`,
    );
}

function startStream(mapping: StreamMappingPlan, context: RunContext): Promise<{ stop(): Promise<void> }> {
  const { functions, folder, streams, destinations, plan } = context;
  const functionArn = plan.functions.find(
    ({ name, arn }) => name === mapping.functionName || arn === mapping.functionName,
  )?.arn;
  return startStreamMapping({
    client: createStreamClient(streams, mapping.streamArn, LOCAL_REGION),
    positions: openPositions(folder, mapping.name, mapping.streamArn),
    startingPosition: mapping.startingPosition,
    batchSize: mapping.batchSize,
    windowSeconds: mapping.windowSeconds,
    parallel: mapping.parallel,
    rules: mapping,
    matches: compileFilters(mapping.filters),
    invoke: (payload) => functions.invoke(mapping.functionName, payload),
    giveUp: async (shardId, what) => {
      functions.note(mapping.functionName, `gave up ${what.records.length} stream records: ${what.condition}`);
      if (mapping.onFailureArn !== undefined) {
        const where = {
          functionArn: functionArn ?? mapping.functionName,
          shardId,
          streamArn: mapping.streamArn,
          now: new Date(),
        };
        destinations.send(mapping.onFailureArn, failureMessage(what, where));
      }
    },
    onTrouble: troubleNote(context, mapping.functionName),
  });
}

/** EventBridge's event of a schedule. */
function scheduledEvent(schedule: SchedulePlan, at: Date): string {
  return JSON.stringify({
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: LOCAL_ACCOUNT,
    time: at.toISOString().replace(/\.\d{3}Z$/, 'Z'),
    region: LOCAL_REGION,
    resources: [schedule.arn],
    detail: {},
  });
}

/** Starts reading streams and queues and keeping time; the answer stops all three, after what is under way. */
export async function runPlan(context: RunContext): Promise<{ stop(): Promise<void> }> {
  const { plan, functions, sqs, queueUrlOf } = context;
  const streams = await Promise.all(plan.streamMappings.map((mapping) => startStream(mapping, context)));
  const queues = plan.queueMappings.map((mapping) =>
    startQueueMapping({
      ...mapping,
      sqs,
      queueUrl: queueUrlOf(mapping.queueArn),
      matches: compileFilters(mapping.filters),
      invoke: (payload) => functions.invoke(mapping.functionName, payload),
      onTrouble: troubleNote(context, mapping.functionName),
    }),
  );
  const schedules = runSchedules(
    plan.schedules.map((schedule) => ({
      schedule: schedule.schedule,
      run: (at) => functions.invokeLater(schedule.functionArn, schedule.input ?? scheduledEvent(schedule, at)),
    })),
  );
  return {
    stop: async () => {
      schedules.stop();
      await Promise.all([...streams, ...queues].map((mapping) => mapping.stop()));
    },
  };
}
