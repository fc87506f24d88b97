import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';

interface Counter {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  readonly pk: string;
}

/**
 * Raises a counter only while it stays within `most`: false where it would not. It may be forgotten after `expiresAt`. `by` is at
 * most `most`.
 */
export async function raiseBelow(
  { client, table, pk }: Counter,
  most: number,
  expiresAt: Date,
  by = 1,
): Promise<boolean> {
  try {
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: { pk },
        UpdateExpression: 'ADD given :by SET expiresAt = :expiresAt',
        ConditionExpression: 'attribute_not_exists(given) OR given <= :room',
        ExpressionAttributeValues: {
          ':by': by,
          ':room': most - by,
          ':expiresAt': Math.floor(expiresAt.getTime() / 1000),
        },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) {
      return false;
    }
    throw error;
  }
}

/** Lowers a counter by one; one that is gone, or at nothing, stays so. */
export async function lower({ client, table, pk }: Counter): Promise<void> {
  try {
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: { pk },
        UpdateExpression: 'ADD given :less',
        ConditionExpression: 'given > :none',
        ExpressionAttributeValues: { ':less': -1, ':none': 0 },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) {
      throw error;
    }
  }
}
