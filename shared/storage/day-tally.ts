import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { DayTally } from '#shared/report/allowance/ports.ts';
import { dayMilliseconds } from '#shared/runtime/day.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import { dayTallyKey } from './keys.ts';

const keptMilliseconds = 2 * dayMilliseconds;

const attributes = onFirstUse(() => z.object({ reports: z.number() }));

/**
 * Reports by reporter and day in the table Conversations, gone the day after. Under a hash of their own for every day: an
 * item leads to no report, no conversation and no other day.
 */
export function createDayTally(client: DynamoDBDocumentClient, table: string, hash: KeyedHash): DayTally {
  return {
    async add(reporter, day, reports) {
      const answer = await client.send(
        new UpdateCommand({
          TableName: table,
          Key: { pk: dayTallyKey(hash(`${day}|${reporter}`).toString('hex', 0, 16)) },
          UpdateExpression: 'ADD reports :reports SET expiresAt = :expiresAt',
          ExpressionAttributeValues: {
            ':reports': reports,
            ':expiresAt': Math.floor((Date.parse(day) + keptMilliseconds) / 1000),
          },
          ReturnValues: 'UPDATED_NEW',
        }),
      );
      return attributes().parse(answer.Attributes).reports;
    },
  };
}
