import { randomInt } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createLineAllowance, type LineAllowance } from '#shared/report/allowance/line-allowance.ts';
import { systemClock } from '#shared/runtime/clock.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import type { Log } from '#shared/runtime/log.ts';
import { createDayTally } from './day-tally.ts';

interface AllowanceEnvironment {
  /** Absent where a line may make any number of reports. */
  readonly CONVERSATIONS_TABLE?: string | undefined;
  readonly REPORTS_PER_LINE_PER_DAY?: number | undefined;
}

/** How many reports one line may make in a day, for functions that take reports of the public. */
export function composeAllowance(
  { CONVERSATIONS_TABLE: table, REPORTS_PER_LINE_PER_DAY: perDay }: AllowanceEnvironment,
  client: DynamoDBDocumentClient,
  masterSecret: string,
  log: Log,
): { readonly allowance?: LineAllowance } {
  if (table === undefined || perDay === undefined) {
    return {};
  }
  const tally = createDayTally(client, table, keyedHash(masterSecret, 'day-tally'));
  return { allowance: createLineAllowance({ tally, perDay, clock: systemClock, choose: randomInt, log }) };
}
