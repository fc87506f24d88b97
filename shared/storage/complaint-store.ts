import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { ComplaintStore } from '#shared/complaint/ports.ts';
import { complaintFromItem, complaintToItem } from './complaint-item.ts';

/** Complaints in DynamoDB. Every change is one put on the condition that nobody else changed it. */
export function createComplaintStore(client: DynamoDBDocumentClient, table: string): ComplaintStore {
  return {
    async get(id) {
      const { Item: item } = await client.send(
        new GetCommand({ TableName: table, Key: { pk: id }, ConsistentRead: true }),
      );
      return item === undefined ? null : complaintFromItem(item);
    },

    async getAll(ids) {
      const found = [];
      let keys: Record<string, unknown>[] | undefined = ids.map((pk) => ({ pk }));
      while (keys !== undefined && keys.length > 0) {
        const { Responses, UnprocessedKeys }: Awaited<ReturnType<typeof batch>> = await batch(client, table, keys);
        found.push(...(Responses?.[table] ?? []).map(complaintFromItem));
        keys = UnprocessedKeys?.[table]?.Keys;
      }
      return found;
    },

    async save(complaint, before) {
      try {
        await client.send(
          new PutCommand({
            TableName: table,
            Item: complaintToItem(complaint),
            ...(before === null
              ? { ConditionExpression: 'attribute_not_exists(pk)' }
              : {
                  ConditionExpression: '#edit = :before',
                  ExpressionAttributeNames: { '#edit': 'edit' },
                  ExpressionAttributeValues: { ':before': before },
                }),
          }),
        );
        return 'saved';
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) {
          return 'conflict';
        }
        throw error;
      }
    },
  };
}

function batch(client: DynamoDBDocumentClient, table: string, keys: Record<string, unknown>[]) {
  return client.send(new BatchGetCommand({ RequestItems: { [table]: { Keys: keys, ConsistentRead: true } } }));
}
