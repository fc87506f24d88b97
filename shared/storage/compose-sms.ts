import { randomInt } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { SmsSettings } from '#shared/intake/sms-settings.ts';
import type { TakeMessageDependencies } from '#shared/intake/take-message.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import type { Log } from '#shared/runtime/log.ts';
import { composeIntake, type IntakeEnvironment } from './compose-intake.ts';
import { createReplyBudget } from './conversation-budget.ts';
import { createConversationStore } from './conversation-store.ts';
import { createDueParts } from './due-parts.ts';
import { createPartStore } from './part-store.ts';

export interface SmsEnvironment extends IntakeEnvironment {
  readonly CONVERSATIONS_TABLE: string;
  readonly SMS: SmsSettings;
}

/** What taking text messages needs, over one client and the tables of a deployment. */
export function composeSms(
  env: SmsEnvironment,
  client: DynamoDBDocumentClient,
  masterSecret: string,
  log: Log,
): TakeMessageDependencies {
  const table = env.CONVERSATIONS_TABLE;
  const intake = composeIntake(env, client, masterSecret);
  return {
    ...intake,
    conversations: createConversationStore(client, table, intake.clock),
    budget: createReplyBudget(client, table, { perDay: env.SMS.repliesPerDay, choose: (below) => randomInt(below) }),
    sms: env.SMS,
    parts: createPartStore(client, table),
    due: createDueParts(client, table),
    hash: keyedHash(masterSecret, 'sms-part'),
    log,
  };
}
