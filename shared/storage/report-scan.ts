import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Report } from '#shared/report/report.ts';
import { reportFromItem } from './report-item.ts';

export interface ReportScanPage {
  readonly reports: readonly Report[];
  /** Items that no release has written. */
  readonly unreadable: number;
}

/** Every report of one segment of the table, in pages of at most 1 MB; only those changed since, if asked. */
export async function* scanReports(
  client: DynamoDBDocumentClient,
  table: string,
  { segment, segments, since }: { readonly segment: number; readonly segments: number; readonly since: Date | null },
): AsyncGenerator<ReportScanPage> {
  let start: Record<string, unknown> | undefined;
  do {
    const { Items: items = [], LastEvaluatedKey: last } = await client.send(
      new ScanCommand({
        TableName: table,
        Segment: segment,
        TotalSegments: segments,
        ConsistentRead: true,
        ...(start === undefined ? {} : { ExclusiveStartKey: start }),
        ...(since === null
          ? {}
          : {
              FilterExpression: 'updatedAt >= :since',
              ExpressionAttributeValues: { ':since': since.toISOString() },
            }),
      }),
    );
    const reports = items.flatMap((item) => readable(item));
    yield { reports, unreadable: items.length - reports.length };
    start = last;
  } while (start !== undefined);
}

function readable(item: Record<string, unknown>): readonly Report[] {
  try {
    return [reportFromItem(item)];
  } catch {
    return [];
  }
}
