import * as z from 'zod';
import type { InvokeResult } from '../functions/function-definition.ts';
import { isList, isObject, type Json, parseJson } from '../json.ts';
import type { AwsCall } from '../services/aws-json.ts';
import { LOCAL_REGION } from '../template/environment.ts';

const attributeSchema = z.object({
  DataType: z.string(),
  StringValue: z.string().optional(),
  BinaryValue: z.string().optional(),
});

const messageSchema = z.object({
  MessageId: z.string(),
  ReceiptHandle: z.string(),
  Body: z.string(),
  MD5OfBody: z.string(),
  Attributes: z.record(z.string(), z.string()).default({}),
  MessageAttributes: z.record(z.string(), attributeSchema).default({}),
});

type Message = z.infer<typeof messageSchema>;

const receivedSchema = z.object({ Messages: z.array(messageSchema).default([]) });

/** An event-source mapping from a queue to a function. */
export interface QueueMappingOptions {
  readonly sqs: AwsCall;
  readonly queueUrl: string;
  readonly queueArn: string;
  readonly batchSize: number;
  readonly windowSeconds: number;
  /** Invocations under way at once. */
  readonly concurrency: number;
  readonly reportsFailures: boolean;
  readonly matches: (message: Json) => boolean;
  invoke(payload: string): Promise<InvokeResult>;
  onTrouble(error: unknown): void;
}

const RECEIVE_LIMIT = 10;
const LONG_POLL_SECONDS = 20;

function eventRecord(message: Message, queueArn: string): { [key: string]: Json } {
  const attributes = Object.entries(message.MessageAttributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
    name,
    {
      ...(StringValue === undefined ? {} : { stringValue: StringValue }),
      ...(BinaryValue === undefined ? {} : { binaryValue: BinaryValue }),
      stringListValues: [],
      binaryListValues: [],
      dataType: DataType,
    },
  ]);
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes,
    messageAttributes: Object.fromEntries(attributes),
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: LOCAL_REGION,
  };
}

/** Filters see a JSON body as what it says. */
function forFilter(record: { [key: string]: Json }): Json {
  try {
    return { ...record, body: parseJson(String(record['body'])) };
  } catch {
    return record;
  }
}

/** The messages a function did not fail; an answer that names an unknown message fails them all. */
export function processed(result: InvokeResult, ids: readonly string[], reportsFailures: boolean): ReadonlySet<string> {
  if (result.kind !== 'returned') {
    return new Set();
  }
  const answer = reportsFailures ? parseJson(result.payload) : null;
  const failures = isObject(answer) ? answer['batchItemFailures'] : undefined;
  if (failures === undefined || failures === null) {
    return new Set(ids);
  }
  const failed = (isList(failures) ? failures : [null]).map((one) =>
    isObject(one) ? one['itemIdentifier'] : undefined,
  );
  if (failed.some((id) => typeof id !== 'string' || !ids.includes(id))) {
    return new Set();
  }
  return new Set(ids.filter((id) => !failed.includes(id)));
}

/**
 * Starts receiving. What the function does not finish stays invisible for the queue's time-out and comes again; the
 * queue's own redrive policy moves it to the dead-letter queue. (The queue engine loses messages whose visibility is
 * set to 0, so the mapping never does that, and Lambda does not either.)
 */
export function startQueueMapping(options: QueueMappingOptions): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();

  async function receive(most: number, waitSeconds: number): Promise<Message[]> {
    const input = {
      QueueUrl: options.queueUrl,
      MaxNumberOfMessages: Math.min(RECEIVE_LIMIT, most),
      WaitTimeSeconds: waitSeconds,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    };
    return receivedSchema.parse(await options.sqs('ReceiveMessage', input, stopping.signal)).Messages;
  }

  async function gather(): Promise<Message[]> {
    const messages = await receive(options.batchSize, LONG_POLL_SECONDS);
    const deadline = Date.now() + options.windowSeconds * 1000;
    while (messages.length > 0 && messages.length < options.batchSize && !stopping.signal.aborted) {
      const left = Math.floor((deadline - Date.now()) / 1000);
      const more = await receive(options.batchSize - messages.length, Math.max(0, left));
      messages.push(...more);
      if (more.length === 0 && left <= 0) {
        break;
      }
    }
    return messages;
  }

  async function remove(messages: readonly Message[]): Promise<void> {
    for (let start = 0; start < messages.length; start += RECEIVE_LIMIT) {
      const Entries = messages
        .slice(start, start + RECEIVE_LIMIT)
        .map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
      await options.sqs('DeleteMessageBatch', { QueueUrl: options.queueUrl, Entries });
    }
  }

  async function handle(messages: readonly Message[]): Promise<void> {
    const records = messages.map((message) => ({ message, record: eventRecord(message, options.queueArn) }));
    const wanted = records.filter(({ record }) => options.matches(forFilter(record)));
    await remove(records.filter((entry) => !wanted.includes(entry)).map(({ message }) => message));
    if (wanted.length > 0) {
      const result = await options.invoke(JSON.stringify({ Records: wanted.map(({ record }) => record) }));
      const ids = wanted.map(({ message }) => message.MessageId);
      const done = processed(result, ids, options.reportsFailures);
      await remove(wanted.map(({ message }) => message).filter(({ MessageId }) => done.has(MessageId)));
    }
  }

  async function poll(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        const messages = await gather();
        if (messages.length > 0) {
          const work: Promise<void> = handle(messages)
            .catch(options.onTrouble)
            .finally(() => underWay.delete(work));
          underWay.add(work);
        }
        while (underWay.size >= options.concurrency) {
          await Promise.race(underWay);
        }
      } catch (error) {
        if (!stopping.signal.aborted) {
          options.onTrouble(error);
          await new Promise((resolve) => setTimeout(resolve, 1000));
        }
      }
    }
  }

  const polling = poll();
  return {
    stop: async () => {
      stopping.abort();
      await polling;
      await Promise.all(underWay);
    },
  };
}
