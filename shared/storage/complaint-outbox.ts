import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { ComplaintOutbox } from '#shared/complaint/ports.ts';
import { complaintFromItem } from './complaint-item.ts';

/** The complaints that wait, from the sparse index ordered by when each is to be sent (again). */
export function createComplaintOutbox(client: DynamoDBDocumentClient, table: string): ComplaintOutbox {
  return {
    async due(regulator, now, limit) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'untaken',
          KeyConditionExpression: 'untaken = :regulator AND sendAfter <= :now',
          ExpressionAttributeValues: { ':regulator': regulator, ':now': now.toISOString() },
          Limit: limit,
        }),
      );
      return Items.map(complaintFromItem).filter((stored) => stored.kind === 'complaint');
    },

    async markSent(id, version, { at, sendAfter }) {
      try {
        await client.send(
          new UpdateCommand({
            TableName: table,
            Key: { pk: id },
            UpdateExpression:
              'SET sentVersion = :version, sentAt = :at, sendAfter = :again ADD sends :one REMOVE unsent',
            ConditionExpression: 'attribute_exists(untaken) AND #version = :version',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: {
              ':version': version,
              ':at': at.toISOString(),
              ':again': sendAfter.toISOString(),
              ':one': 1,
            },
          }),
        );
      } catch (error) {
        // Taken, taken back or corrected meanwhile: what waits now is another message.
        if (!(error instanceof ConditionalCheckFailedException)) {
          throw error;
        }
      }
    },
  };
}
