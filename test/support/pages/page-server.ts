import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { httpEvent, partTarget } from '#infra/local/http/http-event.ts';
import { createRouteTable } from '#infra/local/http/route-table.ts';
import { type AllPagesDependencies, createPagesHandler, pageRoutes } from './all-pages.ts';

export interface PageServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** The pages alone on a port of their own, over dependencies in memory, with the events of the local run's gateway. */
export async function startPageServer(deps: AllPagesDependencies): Promise<PageServer> {
  const handler = createPagesHandler(deps);
  const match = createRouteTable(
    [...pageRoutes, '$default'].map((routeKey) => ({ routeKey, functionArn: 'pages', timeoutMilliseconds: 30_000 })),
  );
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(Buffer.from(chunk));
    }
    const target = partTarget(request.url ?? '/') ?? { path: '/', query: '' };
    const route = match(request.method ?? 'GET', target.path);
    if (route === undefined) {
      throw new Error('the default route takes every address');
    }
    const wire = {
      method: request.method ?? 'GET',
      ...target,
      rawHeaders: request.rawHeaders,
      body: Buffer.concat(chunks),
      sourceIp: '127.0.0.1',
      protocol: 'HTTP/1.1',
    };
    const event = httpEvent(wire, route, { apiId: 'pages', requestId: 'request-1', now: deps.clock(), port: 0 });
    const result = await handler(JSON.parse(JSON.stringify(event)));
    response.writeHead(
      result.statusCode ?? 500,
      Object.entries(result.headers ?? {}).flatMap(([name, value]) => [name, String(value)]),
    );
    response.end(Buffer.from(result.body ?? '', result.isBase64Encoded === true ? 'base64' : 'utf8'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
