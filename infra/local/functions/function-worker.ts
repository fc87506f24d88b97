import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { FunctionError } from './function-definition.ts';
import type { InvokeMessage, WorkerMessage, WorkerStart } from './worker-messages.ts';

// Runs inside a worker thread: one environment of one function, as Lambda's runtime would hold it.

type Handler = (event: unknown, context: unknown) => unknown;

const start: WorkerStart = workerData;

const tell = (message: WorkerMessage): void => parentPort?.postMessage(message);

function describe(error: unknown): FunctionError {
  if (error instanceof Error) {
    return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
  }
  return { errorType: typeof error, errorMessage: String(error), trace: [] };
}

function contextOf(message: InvokeMessage): unknown {
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: start.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: start.functionArn,
    memoryLimitInMB: String(start.memoryMegabytes),
    awsRequestId: message.requestId,
    logGroupName: start.logGroupName,
    logStreamName: `local/[$LATEST]${process.pid}`,
    getRemainingTimeInMillis: () => Math.max(0, message.deadline - Date.now()),
  };
}

async function invoke(handler: Handler, message: InvokeMessage): Promise<void> {
  try {
    const result = await handler(JSON.parse(message.payload), contextOf(message));
    tell({ kind: 'returned', payload: result === undefined ? 'null' : JSON.stringify(result) });
  } catch (error) {
    const described = describe(error);
    // Lambda's runtime logs what a handler throws; what must not reach a log must not be thrown either.
    console.error(
      `${new Date().toISOString()}\t${message.requestId}\tERROR\tInvoke Error\t${JSON.stringify(described)}`,
    );
    tell({ kind: 'failed', error: described });
  }
}

try {
  const module: Record<string, unknown> = await import(pathToFileURL(start.file).href);
  const found = module[start.exportName];
  if (typeof found !== 'function') {
    throw new Error(`${start.file} exports no function ${start.exportName}`);
  }
  const handler: Handler = (event, context) => Reflect.apply(found, undefined, [event, context]);
  parentPort?.on('message', (message: InvokeMessage) => {
    void invoke(handler, message);
  });
  tell({ kind: 'ready' });
} catch (error) {
  const described = describe(error);
  console.error(`${new Date().toISOString()}\tundefined\tERROR\tInit Error\t${JSON.stringify(described)}`);
  tell({ kind: 'unloadable', error: described });
}
