import { LOCAL_REGION } from '../template/environment.ts';

/** A refusal by a local service, by AWS's name for it. */
export class AwsCallError extends Error {
  override readonly name = 'AwsCallError';
  readonly code: string;

  constructor(operation: string, code: string, message: string) {
    super(`${operation}: ${code}: ${message}`);
    this.code = code;
  }
}

/** Calls operations of one AWS service that speaks JSON over POST. */
export type AwsCall = (operation: string, input: unknown, signal?: AbortSignal) => Promise<unknown>;

interface Service {
  readonly endpoint: string;
  /** The part of X-Amz-Target before the dot, for example `DynamoDB_20120810`. */
  readonly target: string;
}

function refusal(operation: string, answer: string): AwsCallError {
  try {
    const fields: unknown = JSON.parse(answer);
    const member = (name: string) =>
      typeof fields === 'object' && fields !== null
        ? String(Object.entries(fields).find(([key]) => key === name)?.[1] ?? '')
        : '';
    const code = member('__type');
    return new AwsCallError(operation, code.slice(code.indexOf('#') + 1), member('message') || member('Message'));
  } catch {
    return new AwsCallError(operation, 'UnknownError', answer.slice(0, 200));
  }
}

/**
 * The SDK's clients take longer to load than the local services take to start, and turn stream records into forms that
 * a function's event does not have; so the local run speaks the wire format itself. The engines check no signature.
 */
export function awsJson({ endpoint, target }: Service): AwsCall {
  return async (operation, input, signal) => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `${target}.${operation}`,
        authorization: `AWS4-HMAC-SHA256 Credential=local/20260101/${LOCAL_REGION}/local/aws4_request, SignedHeaders=host, Signature=00`,
      },
      body: JSON.stringify(input),
      ...(signal === undefined ? {} : { signal }),
    });
    const answer = await response.text();
    if (!response.ok) {
      throw refusal(operation, answer);
    }
    return answer === '' ? {} : JSON.parse(answer);
  };
}
