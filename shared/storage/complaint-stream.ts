import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse } from 'aws-lambda';
import type { Complaint, Tombstone } from '#shared/complaint/complaint.ts';
import { complaintFromItem } from './complaint-item.ts';
import { type Image, readStreamEvent } from './stream-record.ts';

/**
 * Works through a stream batch in order. A failure ends it there: Lambda hands out that record and all after it again.
 * Removals (expiry) carry no new image and are no news.
 */
export async function eachImage(
  event: unknown,
  work: (image: Image) => Promise<void>,
  onFailure: (error: unknown) => void,
): Promise<DynamoDBBatchResponse> {
  for (const { sequence, removed, image } of readStreamEvent(event)) {
    if (removed || image === null) {
      continue;
    }
    try {
      await work(image);
    } catch (error) {
      onFailure(error);
      return { batchItemFailures: [{ itemIdentifier: sequence }] };
    }
  }
  return { batchItemFailures: [] };
}

/** Reads the new image of a record of the Complaints stream. */
export function complaintFromImage(image: Image): Complaint | Tombstone {
  return complaintFromItem(unmarshall(image));
}
