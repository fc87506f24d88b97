import { createServer } from 'node:http';

/** A stand-in for Secrets Manager on this machine that answers every request with one secret at once. */
export async function serveSecrets(): Promise<{ readonly endpoint: string; stop(): Promise<void> }> {
  const body = JSON.stringify({ SecretString: 'x'.repeat(64) });
  const server = createServer((request, response) => {
    request.resume();
    request.once('end', () => response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('no port for the secrets');
  }
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
