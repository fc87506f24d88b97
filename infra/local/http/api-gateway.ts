import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Edge } from '../edge/edge.ts';
import type { InvokeResult } from '../functions/function-definition.ts';
import { LocalRunError } from '../local-run-error.ts';
import { isLoopback } from '../loopback-only.ts';
import { gatewayAnswer, type HttpAnswer, httpAnswer, INTERNAL_SERVER_ERROR } from './http-answer.ts';
import { httpEvent, partTarget } from './http-event.ts';
import type { RouteMatch } from './route-table.ts';

/** API Gateway's limit for a request body, in bytes. */
const LARGEST_BODY = 10 * 1024 * 1024;
/** Request line and headers together, in bytes. */
const LARGEST_HEADERS = 10_240;

/** What the gateway serves once the stack stands; before that it answers 503. */
export interface Api {
  readonly apiId: string;
  match(method: string, path: string): RouteMatch | undefined;
  invoke(functionArn: string, payload: string): Promise<InvokeResult>;
  /** What stands before the API, where the app has it. */
  readonly edge?: Edge;
  /** The answer to `GET /_local`. */
  readonly about: unknown;
}

export interface Gateway {
  readonly port: number;
  serve(api: Api): void;
  /** Takes no more requests; resolves when those under way are answered. */
  stop(): Promise<void>;
}

function readBody(request: IncomingMessage): Promise<Buffer | 'too large'> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= LARGEST_BODY) {
        chunks.push(chunk);
      } else {
        // The rest is read and thrown away, so that the client hears the answer instead of a broken pipe.
        chunks.length = 0;
      }
    });
    request.once('end', () => resolve(size > LARGEST_BODY ? 'too large' : Buffer.concat(chunks)));
    request.once('error', reject);
  });
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** A page of another site that points its own name at this machine must not read the addresses. */
const isOwnName = (host: string | undefined): boolean =>
  ['127.0.0.1', 'localhost', '[::1]'].includes((host ?? '').replace(/:\d+$/, ''));

/** Where CloudFront's own requests come from. */
const EDGE_ADDRESS = '127.0.0.1';

/** A viewer's headers as the edge hands them on: its own instead of any of that name, and the viewer's address last. */
function behindEdge(
  rawHeaders: readonly string[],
  added: readonly (readonly [string, string])[],
  viewer: string,
): string[] {
  const names = new Set(added.map(([name]) => name));
  const kept = rawHeaders.filter((_, index) => !names.has((rawHeaders[index - (index % 2)] ?? '').toLowerCase()));
  return [...kept, ...added.flat(), 'x-forwarded-for', viewer];
}

async function answer(api: Api, request: IncomingMessage, port: number): Promise<HttpAnswer> {
  const target = partTarget(request.url ?? '/');
  const body = await readBody(request);
  if (target === undefined) {
    return gatewayAnswer(400, 'Bad Request');
  }
  const method = request.method ?? 'GET';
  const sourceIp = request.socket.remoteAddress ?? '127.0.0.1';
  if (method === 'GET' && target.path === '/_local' && isLoopback(sourceIp) && isOwnName(request.headers.host)) {
    return {
      status: 200,
      headers: [['content-type', 'application/json']],
      body: Buffer.from(JSON.stringify(api.about)),
    };
  }
  const viewer = sourceIp.replace('::ffff:', '');
  const [rawPath = '/'] = (request.url ?? '/').split('?');
  const passage = api.edge?.pass({ method, rawPath, address: viewer });
  if (passage?.kind === 'refused') {
    const { status, headers, body: words } = passage.refusal;
    return { status, headers, body: Buffer.from(words) };
  }
  const match = api.match(method, target.path);
  if (match === undefined) {
    return gatewayAnswer(404, 'Not Found');
  }
  if (body === 'too large') {
    return gatewayAnswer(413, 'Request Entity Too Large');
  }
  const event = httpEvent(
    {
      method,
      ...target,
      rawHeaders: passage === undefined ? request.rawHeaders : behindEdge(request.rawHeaders, passage.headers, viewer),
      body,
      sourceIp: passage === undefined ? viewer : EDGE_ADDRESS,
      protocol: `HTTP/${request.httpVersion}`,
    },
    match,
    { apiId: api.apiId, requestId: `${randomBytes(11).toString('base64url')}=`, now: new Date(), port },
  );
  const result = await within(
    match.route.timeoutMilliseconds,
    api.invoke(match.route.functionArn, JSON.stringify(event)),
  );
  if (result === 'late') {
    return gatewayAnswer(503, 'Service Unavailable');
  }
  switch (result.kind) {
    case 'returned':
      return httpAnswer(result.payload);
    case 'refused':
      return gatewayAnswer(413, 'Request Entity Too Large');
    case 'failed':
      return INTERNAL_SERVER_ERROR;
  }
}

function send(response: ServerResponse, method: string | undefined, result: HttpAnswer): void {
  response.statusCode = result.status;
  const byName = Map.groupBy(result.headers, ([name]) => name);
  for (const [name, values] of byName) {
    const [first, ...others] = values.map(([, value]) => value);
    response.setHeader(name, others.length === 0 ? (first ?? '') : [first ?? '', ...others]);
  }
  response.setHeader('apigw-requestid', `${randomBytes(11).toString('base64url')}=`);
  if (result.status !== 204 && result.status !== 304) {
    response.setHeader('content-length', result.body.length);
  }
  response.end(method === 'HEAD' ? undefined : result.body);
}

/** Listens where the API is to be; at once, so that a busy port shows before anything else is started. */
export async function openGateway(port: number): Promise<Gateway> {
  let api: Api | undefined;
  let bound = port;
  let underWay = 0;
  let stopping = false;
  const server = createServer({ maxHeaderSize: LARGEST_HEADERS, keepAliveTimeout: 65_000 }, (request, response) => {
    const work =
      api === undefined ? Promise.resolve(gatewayAnswer(503, 'Service Unavailable')) : answer(api, request, bound);
    underWay += 1;
    response.once('close', () => {
      underWay -= 1;
      if (stopping && underWay === 0) {
        server.closeAllConnections();
      }
    });
    work
      .catch(() => INTERNAL_SERVER_ERROR)
      .then((result) => send(response, request.method, result))
      .catch(() => {
        response.removeHeader('set-cookie');
        send(response, request.method, INTERNAL_SERVER_ERROR);
      })
      .catch(() => response.destroy());
  });
  // Slow bodies are for the gateway to judge, not for Node's own five minutes.
  server.requestTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      const busy = 'code' in error && error.code === 'EADDRINUSE';
      reject(
        busy
          ? new LocalRunError(`Port ${port} is in use. Stop what listens there, or choose another: PORT=8081 npm start`)
          : new LocalRunError(`Port ${port} cannot be opened (${error.message}). Choose another with PORT.`),
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  bound = typeof address === 'object' && address !== null ? address.port : port;
  return {
    port: bound,
    serve: (ready) => {
      api = ready;
    },
    stop: () =>
      new Promise((resolve) => {
        stopping = true;
        server.close(() => resolve());
        // A connection that is kept alive would hold the stop up for a minute.
        if (underWay === 0) {
          server.closeAllConnections();
        }
      }),
  };
}
