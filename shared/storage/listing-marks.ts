import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { ListingMarks } from '#shared/subject/disputes/dispute.ts';

/**
 * Marks on heads of subjects (see subject-store.ts): apart from them, since no function sets any. A head that is made for
 * its mark is listed nowhere, as it has no reports; the first report finds the mark there.
 */
export function createListingMarks(client: DynamoDBDocumentClient, table: string): ListingMarks {
  return {
    async markDisputed(subjectId, disputed, now) {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: { pk: subjectId },
          UpdateExpression: disputed
            ? 'SET #disputed = :true, #updatedAt = :now'
            : 'SET #updatedAt = :now REMOVE #disputed',
          ExpressionAttributeNames: { '#disputed': 'disputed', '#updatedAt': 'updatedAt' },
          ExpressionAttributeValues: { ':now': now.toISOString(), ...(disputed ? { ':true': true } : {}) },
        }),
      );
    },
  };
}
