import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { ListingMarks } from '#shared/subject/disputes/dispute.ts';

/** Marks on heads of subjects (see subject-store.ts): apart from them, since no function sets any. */
export function createListingMarks(client: DynamoDBDocumentClient, table: string): ListingMarks {
  return {
    async markDisputed(subjectId, disputed, now) {
      try {
        await client.send(
          new UpdateCommand({
            TableName: table,
            Key: { pk: subjectId },
            UpdateExpression: disputed
              ? 'SET #disputed = :true, #updatedAt = :now'
              : 'SET #updatedAt = :now REMOVE #disputed',
            ConditionExpression: 'attribute_exists(pk)',
            ExpressionAttributeNames: { '#disputed': 'disputed', '#updatedAt': 'updatedAt' },
            ExpressionAttributeValues: { ':now': now.toISOString(), ...(disputed ? { ':true': true } : {}) },
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
