import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Report } from '#shared/report/report.ts';
import { reportToItem } from '#shared/storage/report-item.ts';
import type { World } from './open-world.ts';

/**
 * The usual design, for comparison: report, a marker against counting twice, and the sender's counter in one
 * transaction. It counts no reporters and can neither correct nor withdraw.
 */
export function naiveDesign({ documents, env }: World): (report: Report) => Promise<void> {
  return async (report) => {
    const absent = { ConditionExpression: 'attribute_not_exists(pk)' };
    const item = reportToItem(report, new Date(Date.UTC(2028, 10, 21)));
    await documents.send(
      new TransactWriteCommand({
        TransactItems: [
          { Put: { TableName: env.REPORTS_TABLE, Item: item, ...absent } },
          {
            Put: {
              TableName: env.FACTS_TABLE,
              Item: { pk: report.subjectId ?? '-', sk: Buffer.from(report.id, 'hex') },
              ...absent,
            },
          },
          {
            Update: {
              TableName: env.SUBJECTS_TABLE,
              Key: { pk: report.subjectId ?? '-' },
              UpdateExpression: 'ADD reports :one',
              ExpressionAttributeValues: { ':one': 1 },
            },
          },
        ],
      }),
    );
  };
}
