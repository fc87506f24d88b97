import type { RateRule } from '../edge/web-acl.ts';
import type { FunctionDefinition } from '../functions/function-definition.ts';
import type { Schedule } from '../schedules/schedule-expression.ts';

export interface StreamMappingPlan {
  /** Stable name, for its position file. */
  readonly name: string;
  readonly streamArn: string;
  readonly functionName: string;
  readonly batchSize: number;
  readonly windowSeconds: number;
  readonly parallel: number;
  readonly startingPosition: 'TRIM_HORIZON' | 'LATEST';
  readonly filters: readonly string[];
  readonly reportsFailures: boolean;
  readonly bisects: boolean;
  readonly mostRetries: number;
  readonly oldest: number;
  readonly onFailureArn: string | undefined;
}

export interface QueueMappingPlan {
  readonly queueArn: string;
  readonly functionName: string;
  readonly batchSize: number;
  readonly windowSeconds: number;
  readonly concurrency: number;
  readonly filters: readonly string[];
  readonly reportsFailures: boolean;
}

export interface SchedulePlan {
  readonly arn: string;
  readonly schedule: Schedule;
  readonly functionArn: string;
  /** The template's own input; without it the event of EventBridge. */
  readonly input: string | undefined;
}

/** A rule that hands events to a function or a queue. */
export interface EventRulePlan {
  /** EventBridge's pattern, as JSON. */
  readonly pattern: string;
  readonly targetArn: string;
}

export interface RoutePlan {
  readonly routeKey: string;
  readonly integrationId: string;
}

export interface IntegrationPlan {
  readonly functionArn: string;
  readonly timeoutMilliseconds: number;
}

export interface EdgePlan {
  readonly rules: readonly RateRule[];
  /** What the edge shows to the HTTP API. */
  readonly originHeaders: readonly (readonly [string, string])[];
}

/** What the templates ask to run, gathered while their resources are made. */
export interface Plan {
  readonly functions: FunctionDefinition[];
  readonly streamMappings: StreamMappingPlan[];
  readonly queueMappings: QueueMappingPlan[];
  readonly schedules: SchedulePlan[];
  readonly eventRules: EventRulePlan[];
  /** Buckets that tell EventBridge of new objects, by name. */
  readonly announcingBuckets: Set<string>;
  readonly routes: RoutePlan[];
  readonly integrations: Map<string, IntegrationPlan>;
  /** SSM parameters by name. */
  readonly parameters: Map<string, string>;
  apiId: string | undefined;
  /** Rates of web ACLs by ARN. */
  readonly webAcls: Map<string, readonly RateRule[]>;
  /** What stands before the HTTP API. */
  edge: EdgePlan | undefined;
}

export function emptyPlan(): Plan {
  return {
    functions: [],
    streamMappings: [],
    queueMappings: [],
    schedules: [],
    eventRules: [],
    announcingBuckets: new Set(),
    routes: [],
    integrations: new Map(),
    parameters: new Map(),
    apiId: undefined,
    webAcls: new Map(),
    edge: undefined,
  };
}
