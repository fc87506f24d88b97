import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';

export type Image = Record<string, AttributeValue>;

/** A change of an item, as a stream with new images tells it. */
export interface StreamRecord {
  /** Names the record in `batchItemFailures`. */
  readonly sequence: string;
  /** The item is gone, by expiry or by hand. */
  readonly removed: boolean;
  /** In events, binary values are base64; none of our streamed items has any. */
  readonly image: Image | null;
}

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

/** The records of a stream event, in order. Throws a ZodError for anything that is not such an event. */
export function readStreamEvent(event: unknown): readonly StreamRecord[] {
  return eventSchema.parse(event).Records.map(({ eventName, dynamodb }) => ({
    sequence: dynamodb.SequenceNumber,
    removed: eventName === 'REMOVE',
    image: dynamodb.NewImage ?? null,
  }));
}
