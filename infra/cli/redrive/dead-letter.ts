import * as z from 'zod';

/** What AWS leaves when a batch of a DynamoDB stream is given up on: where it stood, never what it held. */
export const streamDeadLetterSchema = z.object({
  DDBStreamBatchInfo: z.object({
    shardId: z.string(),
    startSequenceNumber: z.string().regex(/^\d+$/),
    endSequenceNumber: z.string().regex(/^\d+$/),
    streamArn: z.string(),
  }),
});

export type StreamPosition = z.infer<typeof streamDeadLetterSchema>['DDBStreamBatchInfo'];

/** Null for a message of another kind. */
export function readDeadLetter(body: string | undefined): StreamPosition | null {
  try {
    return streamDeadLetterSchema.parse(JSON.parse(body ?? '')).DDBStreamBatchInfo;
  } catch {
    return null;
  }
}
