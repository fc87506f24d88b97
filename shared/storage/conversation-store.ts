import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { ConversationStore, KeptStep } from '#shared/intake/dialogue/ports.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import { conversationFromItem, conversationToItem, pendingFromItem, pendingToItem } from './conversation-item.ts';
import { conversationKey, takenMessageKey } from './keys.ts';

/** Conversations and the messages taken, in DynamoDB. An expired item that is still there counts as absent. */
export function createConversationStore(
  client: DynamoDBDocumentClient,
  table: string,
  clock: Clock,
): ConversationStore {
  const now = () => Math.floor(clock().getTime() / 1000);
  const read = async (pk: string) => {
    const { Item: item } = await client.send(new GetCommand({ TableName: table, Key: { pk }, ConsistentRead: true }));
    const expired = typeof item?.['expiresAt'] === 'number' && item['expiresAt'] < now();
    return item === undefined || expired ? null : item;
  };
  return {
    async read(reporter, message) {
      const conversation = await read(conversationKey(reporter));
      const taken = await read(takenMessageKey(message));
      const pending: unknown = taken?.['todo'];
      return {
        ...(conversation === null ? { conversation: null, version: 0 } : conversationFromItem(conversation)),
        message:
          taken === null
            ? null
            : {
                pending: pending === undefined ? null : pendingFromItem(pending),
                replaced: taken['replaced'] === true,
              },
      };
    },

    async keep(step) {
      try {
        await client.send(new TransactWriteCommand({ TransactItems: bothItems(step, table, now()) }));
        return 'kept';
      } catch (error) {
        if (error instanceof TransactionCanceledException && lost(error)) {
          return 'conflict';
        }
        throw error;
      }
    },

    async finish(message, { replaced }) {
      try {
        await client.send(
          new UpdateCommand({
            TableName: table,
            Key: { pk: takenMessageKey(message) },
            UpdateExpression: 'SET replaced = :replaced REMOVE todo',
            ConditionExpression: 'attribute_exists(todo)',
            ExpressionAttributeValues: { ':replaced': replaced },
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

function bothItems(step: KeptStep, table: string, now: number): TransactWriteCommandInput['TransactItems'] {
  const absent = 'attribute_not_exists(pk) OR expiresAt < :now';
  return [
    {
      Put: {
        TableName: table,
        Item: {
          pk: takenMessageKey(step.message),
          v: 1,
          todo: step.pending === null ? undefined : pendingToItem(step.pending),
          expiresAt: secondsOf(step.messageExpiresAt),
        },
        ConditionExpression: absent,
        ExpressionAttributeValues: { ':now': now },
      },
    },
    {
      Put: {
        TableName: table,
        Item: {
          pk: conversationKey(step.reporter),
          ...conversationToItem(step.conversation, step.version + 1),
          expiresAt: step.conversationExpiresAt === null ? undefined : secondsOf(step.conversationExpiresAt),
        },
        ...(step.version === 0
          ? { ConditionExpression: absent, ExpressionAttributeValues: { ':now': now } }
          : { ConditionExpression: 'version = :version', ExpressionAttributeValues: { ':version': step.version } }),
      },
    },
  ];
}

function secondsOf(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

/** Another delivery or another message was first, or is at it right now. */
function lost({ CancellationReasons: reasons = [] }: TransactionCanceledException): boolean {
  const codes = reasons.map(({ Code }) => Code ?? 'None').filter((code) => code !== 'None');
  return codes.length > 0 && codes.every((code) => code === 'ConditionalCheckFailed' || code === 'TransactionConflict');
}
