import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SQSClient } from '@aws-sdk/client-sqs';
import { expect, test, vi } from 'vitest';
import { redriveCommand } from '#infra/cli/commands/redrive.ts';

/** Clients that answer from memory: no message is a position in a stream, so each stays on the queue. */
function queueOf(batches: readonly (readonly string[])[]) {
  const rest = [...batches];
  const sqsClient = new SQSClient({ region: 'us-east-1' });
  vi.spyOn(sqsClient, 'send').mockImplementation(async () => ({
    Messages: (rest.shift() ?? []).map((MessageId) => ({ MessageId, Body: '{}', ReceiptHandle: MessageId })),
  }));
  return {
    sqsClient,
    lambdaClient: new LambdaClient({ region: 'us-east-1' }),
    streamsClient: new DynamoDBStreamsClient({ region: 'us-east-1' }),
    directory: { deadLetters: { 'count-facts': 'https://queue.example' }, functions: { 'count-facts': 'CountFacts' } },
  };
}

test('what failed and comes back into sight is counted once and ends no run while others wait', async () => {
  const said: string[] = [];
  const io = { out: (line: string) => said.push(line), err: (line: string) => said.push(line) };
  const queue = queueOf([['a', 'b'], ['a', 'b'], ['c'], ['b', 'd'], []]);
  expect(await redriveCommand(['count-facts'], queue, io)).toBe(1);
  expect(said.at(-1)).toContain('4 messages are not positions');
});
