import { createServer } from 'node:net';
import { freePort } from './dynamodb-engine.ts';

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}

/** The port of last time if nobody took it since, otherwise a free one. */
export async function choosePort(before: number | undefined): Promise<number> {
  return before !== undefined && (await isFree(before)) ? before : freePort();
}
