import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import { figuresSchema } from '#shared/subject/figures.ts';
import type { FiguresStore } from '#shared/subject/ports.ts';
import { figuresClaimKey, figuresKey } from './keys.ts';

const itemSchema = onFirstUse(() =>
  z.object({
    facts: z.number(),
    grown: z.number(),
    countedAt: z.string(),
    asOf: z.nullable(z.number()),
    figures: figuresSchema(),
  }),
);

/** Kept figures of wide subjects, an item beside their shards. Anything unreadable counts as not kept. */
export function createFiguresStore(client: DynamoDBDocumentClient, table: string): FiguresStore {
  return {
    async get(subjectId) {
      const { Item: item } = await client.send(new GetCommand({ TableName: table, Key: figuresKey(subjectId) }));
      return itemSchema().safeParse(item).data ?? null;
    },

    async save(subjectId, { figures, facts, grown, countedAt, asOf }) {
      try {
        await client.send(
          new PutCommand({
            TableName: table,
            Item: { ...figuresKey(subjectId), v: 1, facts, grown, countedAt, asOf, figures },
            // A slower count that began earlier may not bring a withdrawn report back.
            ConditionExpression: 'attribute_not_exists(countedAt) OR countedAt <= :countedAt',
            ExpressionAttributeValues: { ':countedAt': countedAt },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) {
          throw error;
        }
      }
    },

    async claim(subjectId, now, until) {
      try {
        await client.send(
          new PutCommand({
            TableName: table,
            Item: { ...figuresClaimKey(subjectId), until: until.toISOString() },
            ConditionExpression: 'attribute_not_exists(#until) OR #until <= :now',
            ExpressionAttributeNames: { '#until': 'until' },
            ExpressionAttributeValues: { ':now': now.toISOString() },
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) {
          return false;
        }
        throw error;
      }
    },
  };
}
