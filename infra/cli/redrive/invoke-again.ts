import type { _Record } from '@aws-sdk/client-dynamodb-streams';
import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { streamEvent } from './stream-event.ts';

const answerSchema = z.object({ batchItemFailures: z.array(z.unknown()) }).nullish();

/** Records of one request, far below the 6 MB that a request may have. */
const mostRecords = 25;

/** Hands the records to the function in their order. False as soon as it fails or leaves one. */
export async function invokeAgain(
  client: LambdaClient,
  functionName: string,
  records: readonly _Record[],
  streamArn: string,
): Promise<boolean> {
  for (let at = 0; at < records.length; at += mostRecords) {
    const { FunctionError: fault, Payload: payload } = await client.send(
      new InvokeCommand({
        FunctionName: functionName,
        InvocationType: 'RequestResponse',
        Payload: Buffer.from(streamEvent(records.slice(at, at + mostRecords), streamArn)),
      }),
    );
    const text = Buffer.from(payload ?? []).toString('utf8');
    if (fault !== undefined || (answerSchema.parse(JSON.parse(text || 'null'))?.batchItemFailures.length ?? 0) > 0) {
      return false;
    }
  }
  return true;
}
