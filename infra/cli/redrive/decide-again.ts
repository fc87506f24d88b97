import type { _Record } from '@aws-sdk/client-dynamodb-streams';
import type { LambdaClient } from '@aws-sdk/client-lambda';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Report } from '#shared/report/report.ts';
import { reportToItem } from '#shared/storage/report-item.ts';
import { invokeAgain } from './invoke-again.ts';

/**
 * Hands reports whose stream records may be forgotten to decide-complaints once more, as the stream would have. Safe to
 * repeat: a report and a regulator make one complaint, and an older version changes nothing. False when some failed.
 */
export async function decideAgain(
  client: LambdaClient,
  functionName: string,
  reports: readonly Report[],
): Promise<boolean> {
  return invokeAgain(client, functionName, reports.map(recordOf), '');
}

function recordOf(report: Report): _Record {
  return {
    eventName: 'MODIFY',
    dynamodb: {
      Keys: marshall({ pk: report.id }),
      // Decisions do not look at the expiry.
      NewImage: marshall(reportToItem(report, new Date(0)), { removeUndefinedValues: true }),
      SequenceNumber: report.id,
    },
  };
}
