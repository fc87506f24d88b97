import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateScan,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import type { Clock } from '#shared/runtime/clock.ts';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import { type Dispute, type DisputeList, type DisputeStore, disputeGrounds } from '#shared/subject/disputes/dispute.ts';

const itemSchema = onFirstUse(() =>
  z.object({
    pk: z.string(),
    v: z.literal(1),
    subjectId: z.string(),
    sender: z.object({
      type: z.enum(['phone', 'short_code', 'alphanumeric', 'email', 'withheld', 'unknown']),
      value: z.nullable(z.string()),
      validity: z.enum(['valid', 'possible', 'impossible', 'not_applicable']),
      country: z.nullable(z.string()),
    }),
    ground: z.enum(disputeGrounds),
    statement: z.string(),
    email: z.string(),
    filedAt: z.string(),
    state: z.enum(['open', 'accepted', 'declined']),
    decidedAt: z.nullable(z.string()),
    answer: z.nullable(z.string()),
    expiresAt: z.number(),
  }),
);

/** Disputes in DynamoDB. An expired item that DynamoDB has not removed yet counts as absent. */
export function createDisputeStore(
  client: DynamoDBDocumentClient,
  table: string,
  clock: Clock,
): DisputeStore & DisputeList {
  const live = (item: Record<string, unknown>) => {
    const { pk, v: _v, expiresAt, ...dispute } = itemSchema().parse(item);
    return expiresAt * 1000 < clock().getTime() ? null : { id: pk, ...dispute };
  };
  return {
    async create({ id, ...dispute }, expiresAt) {
      try {
        await client.send(
          new PutCommand({
            TableName: table,
            Item: { pk: id, v: 1, ...dispute, expiresAt: Math.floor(expiresAt.getTime() / 1000) },
            ConditionExpression: 'attribute_not_exists(pk) OR expiresAt < :now',
            ExpressionAttributeValues: { ':now': Math.floor(clock().getTime() / 1000) },
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
        return { kind: 'created' };
      } catch (error) {
        const old = error instanceof ConditionalCheckFailedException ? error.Item : undefined;
        const there = old === undefined ? null : live(unmarshall(old));
        if (there === null) {
          throw error;
        }
        return { kind: 'exists', dispute: there };
      }
    },

    async get(id) {
      const { Item: item } = await client.send(
        new GetCommand({ TableName: table, Key: { pk: id }, ConsistentRead: true }),
      );
      return item === undefined ? null : live(item);
    },

    async decide(id, { state, decidedAt, answer }) {
      try {
        await client.send(
          new UpdateCommand({
            TableName: table,
            Key: { pk: id },
            UpdateExpression: 'SET #state = :state, #decidedAt = :decidedAt, #answer = :answer',
            ConditionExpression: '#state = :open',
            ExpressionAttributeNames: { '#state': 'state', '#decidedAt': 'decidedAt', '#answer': 'answer' },
            ExpressionAttributeValues: { ':state': state, ':decidedAt': decidedAt, ':answer': answer, ':open': 'open' },
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

    async *all(): AsyncGenerator<Dispute> {
      for await (const { Items: items = [] } of paginateScan({ client }, { TableName: table })) {
        yield* items.map(live).filter((dispute) => dispute !== null);
      }
    },
  };
}
