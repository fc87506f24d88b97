import type { FauxqsServer } from 'fauxqs';
import type { FailedEvent } from '../functions/function-host.ts';

/** Sends what could not be processed to the queue or topic that a template names by ARN. */
export interface Destinations {
  send(arn: string, message: unknown): void;
  /** An event that an asynchronous invocation gave up, as Lambda's dead-letter configuration sends it. */
  deadLetter(event: FailedEvent): void;
}

const nameIn = (arn: string): string => arn.split(':').at(-1) ?? arn;

const text = (StringValue: string) => ({ DataType: 'String', StringValue });

export function createDestinations(messages: FauxqsServer): Destinations {
  const deliver = (
    arn: string,
    body: string,
    messageAttributes: Record<string, { DataType: string; StringValue: string }>,
  ) => {
    const service = arn.split(':')[2];
    if (service === 'sqs') {
      messages.sendMessage(nameIn(arn), body, { messageAttributes });
    } else if (service === 'sns') {
      messages.publish(nameIn(arn), body, { messageAttributes });
    } else {
      throw new Error(`the local run cannot send to ${arn}`);
    }
  };
  return {
    send: (arn, message) => deliver(arn, JSON.stringify(message), {}),
    deadLetter: ({ definition, payload, result }) => {
      if (definition.deadLetterArn !== undefined) {
        const error = result.kind === 'failed' ? result.error.errorMessage : 'The event was too large.';
        deliver(definition.deadLetterArn, payload, {
          RequestID: text(result.requestId),
          ErrorCode: { DataType: 'Number', StringValue: '200' },
          ErrorMessage: text(error.slice(0, 1024)),
        });
      }
    },
  };
}
