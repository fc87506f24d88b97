import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { ReportStore } from '#shared/report/ports.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import { reportFromImage, reportFromItem, reportToItem } from './report-item.ts';

/** Reports in DynamoDB. An expired item that DynamoDB has not removed yet counts as absent. */
export function createReportStore(client: DynamoDBDocumentClient, table: string, clock: Clock): ReportStore {
  const now = () => Math.floor(clock().getTime() / 1000);
  return {
    async create(report, expiresAt) {
      try {
        await client.send(
          new PutCommand({
            TableName: table,
            Item: reportToItem(report, expiresAt),
            ConditionExpression: 'attribute_not_exists(pk) OR expiresAt < :now',
            ExpressionAttributeValues: { ':now': now() },
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
        return { kind: 'created' };
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException && error.Item !== undefined) {
          return { kind: 'exists', report: reportFromImage(error.Item) };
        }
        throw error;
      }
    },

    async get(id) {
      const { Item: item } = await client.send(
        new GetCommand({ TableName: table, Key: { pk: id }, ConsistentRead: true }),
      );
      const expired = typeof item?.['expiresAt'] === 'number' && item['expiresAt'] < now();
      return item === undefined || expired ? null : reportFromItem(item);
    },

    async replace(report, expiresAt) {
      try {
        await client.send(
          new PutCommand({
            TableName: table,
            Item: reportToItem(report, expiresAt),
            ConditionExpression: 'revision = :before',
            ExpressionAttributeValues: { ':before': report.revision - 1 },
          }),
        );
        return { kind: 'replaced' };
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) {
          return { kind: 'conflict' };
        }
        throw error;
      }
    },
  };
}
