import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';

const uploadEventSchema = z.looseObject({
  source: z.literal('aws.s3'),
  detail: z.looseObject({ object: z.looseObject({ key: z.string() }) }),
});

/** EventBridge's event of an uploaded object, as it was handed over; null for a message of another kind. */
export function readUploadEvent(body: string | undefined): string | null {
  try {
    uploadEventSchema.parse(JSON.parse(body ?? ''));
    return body ?? null;
  } catch {
    return null;
  }
}

/** False when the function failed again. */
export async function handOverAgain(client: LambdaClient, functionName: string, event: string): Promise<boolean> {
  const { FunctionError: fault } = await client.send(
    new InvokeCommand({ FunctionName: functionName, InvocationType: 'RequestResponse', Payload: Buffer.from(event) }),
  );
  return fault === undefined;
}
