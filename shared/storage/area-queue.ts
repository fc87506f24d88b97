import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { AreaQueue } from '#shared/registry/uploads/upload-ports.ts';

/** SQS's limit for one request. */
const mostAtOnce = 10;
const attempts = 3;

export function createAreaQueue(client: SQSClient, queueUrl: string): AreaQueue {
  const sendSome = async (bodies: readonly string[]): Promise<void> => {
    let left = bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody }));
    for (let attempt = 0; left.length > 0; attempt += 1) {
      if (attempt === attempts) {
        throw new Error(`${left.length} messages for areas were not taken`);
      }
      const { Failed: failed = [] } = await client.send(
        new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: left }),
      );
      const ids = new Set(failed.map(({ Id }) => Id));
      left = left.filter(({ Id }) => ids.has(Id));
    }
  };
  return {
    async send(errands) {
      for (let at = 0; at < errands.length; at += mostAtOnce) {
        await sendSome(errands.slice(at, at + mostAtOnce).map((errand) => JSON.stringify(errand)));
      }
    },
  };
}
