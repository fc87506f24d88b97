import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DeleteMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
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
    directory: {
      deadLetters: { 'count-facts': 'https://queue.example' },
      functions: { 'count-facts': 'CountFacts' },
      lists: { 'list-areas': { url: 'https://work.example', dlqUrl: 'https://dead.example' } },
    },
  };
}

const uploadEvent = (name: string) =>
  JSON.stringify({ source: 'aws.s3', detail: { object: { key: `files/${name}` } } });

test('events of uploads are handed over as they are, and deleted if the function took them', async () => {
  const said: string[] = [];
  const io = { out: (line: string) => said.push(line), err: (line: string) => said.push(line) };
  const queue = queueOf([[]]);
  const deleted: unknown[] = [];
  const batches = [['one', 'two'], []];
  vi.spyOn(queue.sqsClient, 'send').mockImplementation(async (command) => {
    if (command instanceof DeleteMessageCommand) {
      deleted.push(command.input.ReceiptHandle);
      return {};
    }
    const Messages = (batches.shift() ?? []).map((name) => ({
      MessageId: name,
      Body: uploadEvent(name),
      ReceiptHandle: name,
    }));
    return { Messages };
  });
  const handedOver: string[] = [];
  vi.spyOn(queue.lambdaClient, 'send').mockImplementation(async (command) => {
    const payload = command instanceof InvokeCommand ? String(command.input.Payload) : '';
    handedOver.push(payload);
    return payload.includes('two') ? { FunctionError: 'Unhandled' } : {};
  });
  expect(await redriveCommand(['count-facts'], queue, io)).toBe(1);
  expect([handedOver, deleted]).toEqual([[uploadEvent('one'), uploadEvent('two')], ['one']]);
  expect(said.join('\n')).toContain('1 messages failed again');
});

test('what failed and comes back into sight is counted once and ends no run while others wait', async () => {
  const said: string[] = [];
  const io = { out: (line: string) => said.push(line), err: (line: string) => said.push(line) };
  const queue = queueOf([['a', 'b'], ['a', 'b'], ['c'], ['b', 'd'], []]);
  expect(await redriveCommand(['count-facts'], queue, io)).toBe(1);
  expect(said.at(-1)).toContain('4 messages are neither positions');
});

test('work on uploaded lists goes back to the queue it came from, and only that', async () => {
  const said: string[] = [];
  const io = { out: (line: string) => said.push(line), err: (line: string) => said.push(line) };
  const queue = queueOf([]);
  const area = JSON.stringify({ importId: '0123456789abcdef', area: '1413' });
  const batches = [[uploadEvent('a'), area, '{"area":"1413"}', 'no json'], []];
  const done: unknown[] = [];
  vi.spyOn(queue.sqsClient, 'send').mockImplementation(async (command) => {
    if (command instanceof SendMessageCommand) {
      done.push(['sent', command.input.QueueUrl, command.input.MessageBody]);
      return {};
    }
    if (command instanceof DeleteMessageCommand) {
      done.push(['deleted', command.input.QueueUrl, command.input.ReceiptHandle]);
      return {};
    }
    const Messages = (batches.shift() ?? []).map((Body, at) => ({ MessageId: `${at}`, Body, ReceiptHandle: `${at}` }));
    return { Messages };
  });
  expect(await redriveCommand(['list-areas'], queue, io)).toBe(1);
  // Sent before it is deleted: twice does no harm, lost does.
  expect(done).toEqual([
    ['sent', 'https://work.example', uploadEvent('a')],
    ['deleted', 'https://dead.example', '0'],
    ['sent', 'https://work.example', area],
    ['deleted', 'https://dead.example', '1'],
  ]);
  expect(said.join('\n')).toContain('2 messages put back on the queue list-areas');
  expect(said.at(-1)).toBe('2 messages are no work on a list and stay on the queue.');
});

test('whoever names no queue is told of all there are', async () => {
  const said: string[] = [];
  const io = { out: (line: string) => said.push(line), err: (line: string) => said.push(line) };
  expect(await redriveCommand(['list-lines'], queueOf([]), io)).toBe(2);
  expect(said).toEqual(['usage: redrive NAME, with one of: count-facts, list-areas']);
});
