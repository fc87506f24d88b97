import * as z from 'zod';
import { LocalRunError } from '../local-run-error.ts';
import { parseSchedule } from '../schedules/schedule-expression.ts';
import { arn } from '../template/environment.ts';
import type { Made, Resource } from '../template/make-resources.ts';
import { physicalName } from '../template/physical-name.ts';
import { made } from './made.ts';
import type { Plan } from './plan.ts';
import { meaningless, readProperties } from './properties.ts';

const ruleSchema = z.strictObject({
  Name: z.string().optional(),
  ScheduleExpression: z.string().optional(),
  EventPattern: z.json().optional(),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Targets: z.array(
    z.strictObject({
      Arn: z.string(),
      Id: z.string(),
      Input: z.string().optional(),
      DeadLetterConfig: meaningless,
      RetryPolicy: meaningless,
      RoleArn: meaningless,
    }),
  ),
  Description: meaningless,
  RoleArn: meaningless,
});

const serviceOf = (target: string): string | undefined => target.split(':')[2];
const isFunction = (target: string): boolean => serviceOf(target) === 'lambda';

/** A rule with a schedule, or one that waits for events of buckets, the only ones there are here. */
export function makeRule(resource: Resource, plan: Plan): Made {
  const { Name, ScheduleExpression, EventPattern, State, Targets } = readProperties(resource, ruleSchema);
  const name = Name ?? physicalName(resource.stackName, resource.logicalId, 64);
  const ruleArn = arn('events', `rule/${name}`);
  for (const target of State === 'ENABLED' ? Targets : []) {
    const takesEvents =
      EventPattern !== undefined && ScheduleExpression === undefined && serviceOf(target.Arn) === 'sqs';
    if (!isFunction(target.Arn) && !takesEvents) {
      throw new LocalRunError(`The local run schedules functions only; ${resource.logicalId} aims at ${target.Arn}.`);
    }
    if (ScheduleExpression !== undefined) {
      plan.schedules.push({
        arn: ruleArn,
        schedule: parseSchedule(ScheduleExpression),
        functionArn: target.Arn,
        input: target.Input,
      });
    }
    if (EventPattern !== undefined) {
      plan.eventRules.push({ pattern: JSON.stringify(EventPattern), targetArn: target.Arn });
    }
  }
  return made(name, { Arn: ruleArn });
}

const scheduleSchema = z.strictObject({
  Name: z.string().optional(),
  GroupName: z.string().optional(),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.literal('UTC').optional(),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Target: z.strictObject({
    Arn: z.string(),
    Input: z.string().optional(),
    DeadLetterConfig: meaningless,
    RetryPolicy: meaningless,
    RoleArn: meaningless,
  }),
  Description: meaningless,
  EndDate: meaningless,
  FlexibleTimeWindow: meaningless,
  KmsKeyArn: meaningless,
  StartDate: meaningless,
});

export function makeSchedule(resource: Resource, plan: Plan): Made {
  const { Name, GroupName, ScheduleExpression, State, Target } = readProperties(resource, scheduleSchema);
  const name = Name ?? physicalName(resource.stackName, resource.logicalId, 64);
  const scheduleArn = arn('scheduler', `schedule/${GroupName ?? 'default'}/${name}`);
  if (State === 'ENABLED') {
    if (!isFunction(Target.Arn)) {
      throw new LocalRunError(`The local run schedules functions only; ${resource.logicalId} aims at ${Target.Arn}.`);
    }
    const schedule = parseSchedule(ScheduleExpression);
    plan.schedules.push({ arn: scheduleArn, schedule, functionArn: Target.Arn, input: Target.Input ?? '{}' });
  }
  return made(name, { Arn: scheduleArn });
}
