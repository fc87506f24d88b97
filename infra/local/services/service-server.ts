import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FunctionHost } from '../functions/function-host.ts';
import type { MailStandIn } from './mail-stand-in.ts';
import type { SecretStore } from './secrets.ts';
import type { SmsStandIn } from './sms-stand-in.ts';

const TYPE = 'application/x-amz-json-1.1';

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks).toString('utf8');
}

function answer(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': TYPE, ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

const refuse = (response: ServerResponse, status: number, code: string, message: string): void =>
  answer(response, status, { __type: code, message, Message: message }, { 'x-amzn-errortype': code });

function getSecretValue(secrets: SecretStore, body: string, response: ServerResponse): void {
  const input: unknown = JSON.parse(body);
  const id = typeof input === 'object' && input !== null && 'SecretId' in input ? String(input.SecretId) : '';
  const secret = secrets.find(id);
  if (secret === undefined) {
    refuse(response, 400, 'ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
    return;
  }
  answer(response, 200, {
    ARN: secret.arn,
    Name: secret.name,
    VersionId: '00000000-0000-0000-0000-000000000000',
    SecretString: secret.value,
    VersionStages: ['AWSCURRENT'],
    CreatedDate: secret.createdAt / 1000,
  });
}

async function invoke(
  functions: FunctionHost,
  name: string,
  request: IncomingMessage,
  payload: string,
  response: ServerResponse,
): Promise<void> {
  if (!functions.has(name)) {
    refuse(response, 404, 'ResourceNotFoundException', `Function not found: ${name}`);
    return;
  }
  const event = payload === '' ? '{}' : payload;
  const type = request.headers['x-amz-invocation-type'] ?? 'RequestResponse';
  if (type === 'DryRun') {
    answer(response, 204, '');
  } else if (type === 'Event') {
    functions.invokeLater(name, event);
    answer(response, 202, '');
  } else {
    const result = await functions.invoke(name, event);
    if (result.kind === 'refused') {
      refuse(response, 413, 'RequestTooLargeException', result.reason);
    } else {
      answer(response, 200, result.kind === 'returned' ? result.payload : JSON.stringify(result.error), {
        'x-amz-executed-version': '$LATEST',
        'x-amzn-requestid': result.requestId,
        ...(result.kind === 'failed' ? { 'x-amz-function-error': 'Unhandled' } : {}),
      });
    }
  }
}

/** Small stand-ins for what no local engine offers: Secrets Manager's GetSecretValue, Lambda's Invoke, sending of text messages and mail. */
export async function startServiceServer(options: {
  readonly port: number;
  readonly secrets: SecretStore;
  readonly sms: SmsStandIn;
  readonly mail: MailStandIn;
  /** Undefined until the functions stand. */
  readonly functions: () => FunctionHost | undefined;
}): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    const handle = async () => {
      const body = await bodyOf(request);
      const message = options.sms.answer(request, body) ?? options.mail.answer(request, body);
      const name = /^\/2015-03-31\/functions\/([^/]+)\/invocations/.exec(request.url ?? '')?.[1];
      if (message !== undefined) {
        answer(response, message.status, message.body);
      } else if (request.method === 'POST' && name !== undefined) {
        const functions = options.functions();
        if (functions === undefined) {
          refuse(response, 503, 'ServiceUnavailableException', 'The local run is still starting.');
          return;
        }
        await invoke(functions, decodeURIComponent(name), request, body, response);
      } else if (request.headers['x-amz-target'] === 'secretsmanager.GetSecretValue') {
        getSecretValue(options.secrets, body, response);
      } else {
        refuse(response, 400, 'UnknownOperationException', 'The local run has no stand-in for this operation.');
      }
    };
    handle().catch((error: unknown) => {
      refuse(response, 500, 'ServiceException', error instanceof Error ? error.message : 'unknown');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const address: AddressInfo | string | null = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : options.port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
