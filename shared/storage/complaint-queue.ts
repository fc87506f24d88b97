import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { PointerQueue } from '#shared/complaint/ports.ts';

/** Pointers on the regulators' queues, by regulator id. */
export function createPointerQueue(client: SQSClient, queueUrls: ReadonlyMap<string, string>): PointerQueue {
  return {
    regulators: queueUrls,

    async send(regulator, pointer) {
      const url = queueUrls.get(regulator);
      if (url === undefined) {
        throw new Error(`no queue is set for ${regulator}`);
      }
      await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify(pointer) }));
    },
  };
}
