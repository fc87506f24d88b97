import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse } from 'aws-lambda';
import * as z from 'zod';
import type { Complaint, Tombstone } from '#shared/complaint/complaint.ts';
import { complaintFromItem } from './complaint-item.ts';

export type Image = Record<string, AttributeValue>;

const attributeSchema = z.custom<AttributeValue>((value) => typeof value === 'object' && value !== null);
const eventSchema = z.object({
  Records: z.array(
    z.object({
      eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
      dynamodb: z.object({
        SequenceNumber: z.string(),
        NewImage: z.record(z.string(), attributeSchema).optional(),
      }),
    }),
  ),
});

/**
 * Works through a stream batch in order. A failure ends it there: Lambda hands out that record and all after it again.
 * Removals (expiry) carry no new image and are no news.
 */
export async function eachImage(
  event: unknown,
  work: (image: Image) => Promise<void>,
  onFailure: (error: unknown) => void,
): Promise<DynamoDBBatchResponse> {
  for (const { eventName, dynamodb } of eventSchema.parse(event).Records) {
    if (eventName === 'REMOVE' || dynamodb.NewImage === undefined) {
      continue;
    }
    try {
      await work(dynamodb.NewImage);
    } catch (error) {
      onFailure(error);
      return { batchItemFailures: [{ itemIdentifier: dynamodb.SequenceNumber }] };
    }
  }
  return { batchItemFailures: [] };
}

/** Reads the new image of a record of the Complaints stream. */
export function complaintFromImage(image: Image): Complaint | Tombstone {
  return complaintFromItem(unmarshall(image));
}
