import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { ProofQueue } from '#shared/report/contact-proof/ports.ts';

export function createProofQueue(client: SQSClient, queueUrl: string): ProofQueue {
  return {
    async send({ reportId, purpose }) {
      await client.send(
        new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify({ reportId, purpose }) }),
      );
    },
  };
}
