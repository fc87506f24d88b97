import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Complaint, Tombstone } from '#shared/complaint/complaint.ts';
import type { ComplaintStore } from '#shared/complaint/ports.ts';
import { complaintFromItem, complaintToItem } from './complaint-item.ts';
import { untilNoneIsLeft } from './until-none-is-left.ts';

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
      const found: (Complaint | Tombstone)[] = [];
      await untilNoneIsLeft({ table }, ids, async (left) => {
        const { Responses, UnprocessedKeys } = await client.send(
          new BatchGetCommand({
            RequestItems: { [table]: { Keys: left.map((pk) => ({ pk })), ConsistentRead: true } },
          }),
        );
        found.push(...(Responses?.[table] ?? []).map(complaintFromItem));
        return (UnprocessedKeys?.[table]?.Keys ?? []).map((key) => String(key['pk']));
      });
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
