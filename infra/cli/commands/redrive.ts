import { DeleteMessageCommand, type Message, ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import type { Deployment } from '../deployment.ts';
import type { Io } from '../io.ts';
import { readDeadLetter } from '../redrive/dead-letter.ts';
import { invokeAgain } from '../redrive/invoke-again.ts';
import { isListErrand } from '../redrive/list-errand.ts';
import { readRange } from '../redrive/read-range.ts';
import { handOverAgain, readUploadEvent } from '../redrive/upload-event.ts';

/** What redriving needs of a deployment. */
export interface RedriveDeployment extends Pick<Deployment, 'lambdaClient' | 'sqsClient' | 'streamsClient'> {
  readonly directory: Pick<Deployment['directory'], 'deadLetters' | 'functions' | 'lists'>;
}

interface Tally {
  messages: number;
  records: number;
  failed: number;
  forgotten: number;
  other: number;
}

interface Target {
  readonly name: string;
  /** The dead letters. */
  readonly queueUrl: string;
  /** A function is handed what it left; work on lists goes back to its queue, which knows how many of it may run at once. */
  readonly to: { readonly functionName: string } | { readonly workQueueUrl: string };
}

function targetOf(name: string, { deadLetters, functions, lists }: RedriveDeployment['directory']): Target | null {
  const [queueUrl, functionName, list] = [deadLetters[name], functions[name], lists[name]];
  if (list !== undefined) {
    return { name, queueUrl: list.dlqUrl, to: { workQueueUrl: list.url } };
  }
  return queueUrl === undefined || functionName === undefined ? null : { name, queueUrl, to: { functionName } };
}

/** Seconds during which nobody else gets a message that is being worked on. */
const hidden = 300;

/**
 * `redrive NAME`: for each message on the dead-letter queue of a function that reads a stream, reads the same records
 * from the stream once more, hands them to the function, and deletes the message when the function took them all. An event
 * of an upload is handed over as it is, and work on uploaded do-not-call lists goes back to the queue that it came from. Handing
 * over twice is safe. Answers the exit status: 0 only if nothing is left on the queue.
 */
export async function redriveCommand(args: readonly string[], deployment: RedriveDeployment, io: Io): Promise<number> {
  const { deadLetters, lists } = deployment.directory;
  const [name = ''] = args;
  const target = args.length === 1 ? targetOf(name, deployment.directory) : null;
  if (target === null) {
    io.err(`usage: redrive NAME, with one of: ${[...Object.keys(deadLetters), ...Object.keys(lists)].join(', ')}`);
    return 2;
  }
  const tally: Tally = { messages: 0, records: 0, failed: 0, forgotten: 0, other: 0 };
  const seen = new Set<string>();
  for (;;) {
    const { Messages: messages = [] } = await deployment.sqsClient.send(
      new ReceiveMessageCommand({
        QueueUrl: target.queueUrl,
        MaxNumberOfMessages: 10,
        WaitTimeSeconds: 1,
        VisibilityTimeout: hidden,
      }),
    );
    if (messages.length === 0) {
      return summary(target, tally, io);
    }
    // In a long run what failed comes back into sight. It is hidden anew, so that the rest of the queue gets its turn.
    for (const message of messages.filter(({ MessageId: id = '' }) => !seen.has(id))) {
      seen.add(message.MessageId ?? '');
      await redriveMessage(message, target, deployment, tally);
    }
    io.err(`${seen.size} messages read, ${tally.messages} brought back…`);
  }
}

async function redriveMessage(
  message: Message,
  { to, queueUrl }: Target,
  { lambdaClient, sqsClient, streamsClient }: RedriveDeployment,
  tally: Tally,
): Promise<void> {
  const brought = async (records: number): Promise<void> => {
    await sqsClient.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: message.ReceiptHandle }));
    tally.messages += 1;
    tally.records += records;
  };
  if ('workQueueUrl' in to) {
    if (!isListErrand(message.Body)) {
      tally.other += 1;
      return;
    }
    await sqsClient.send(new SendMessageCommand({ QueueUrl: to.workQueueUrl, MessageBody: message.Body }));
    return brought(1);
  }
  const { functionName } = to;
  const position = readDeadLetter(message.Body);
  if (position === null) {
    const event = readUploadEvent(message.Body);
    if (event === null) {
      tally.other += 1;
    } else if (await handOverAgain(lambdaClient, functionName, event)) {
      await brought(1);
    } else {
      tally.failed += 1;
    }
    return;
  }
  const range = await readRange(streamsClient, position);
  if (range.kind === 'forgotten') {
    tally.forgotten += 1;
    return;
  }
  if (!(await invokeAgain(lambdaClient, functionName, range.records, position.streamArn))) {
    tally.failed += 1;
    return;
  }
  await brought(range.records.length);
}

function summary({ name, to }: Target, { messages, records, failed, forgotten, other }: Tally, io: Io): number {
  io.out(
    'workQueueUrl' in to
      ? `${messages} messages put back on the queue ${name}; registry status tells how they go.`
      : `${messages} messages with ${records} records brought back to ${name}.`,
  );
  if (failed > 0) {
    io.err(`${failed} messages failed again and stay on the queue; the log of ${name} says why.`);
  }
  if (forgotten > 0) {
    io.err(
      `${forgotten} messages point to records that the stream, which keeps 24 hours, has forgotten; they stay on the queue. ` +
        'Run recount: it counts the reports themselves again and decides their complaints again. Then purge the queue.',
    );
  }
  if (other > 0) {
    const known = 'workQueueUrl' in to ? 'no work on a list' : 'neither positions in a stream nor events of uploads';
    io.err(`${other} messages are ${known} and stay on the queue.`);
  }
  return failed + forgotten + other === 0 ? 0 : 1;
}
