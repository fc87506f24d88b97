import { Worker } from 'node:worker_threads';
import type { FunctionError } from './function-definition.ts';
import { workerCode } from './worker-code.ts';
import type { WorkerMessage, WorkerStart } from './worker-messages.ts';

/** How one invocation in one worker ended; after `broken` the worker is gone. */
export type WorkerOutcome =
  | { readonly kind: 'returned'; readonly payload: string }
  | { readonly kind: 'failed'; readonly error: FunctionError }
  | { readonly kind: 'broken'; readonly error: FunctionError };

/** One environment of a function: takes one invocation at a time. */
export interface RunningWorker {
  /** Resolves when the handler's module is loaded, or has turned out not to be loadable: an invocation then says so. */
  readonly loaded: Promise<void>;
  invoke(requestId: string, payload: string, timeoutSeconds: number): Promise<WorkerOutcome>;
  stop(): Promise<void>;
}

const exitError = (requestId: string, why: string): FunctionError => ({
  errorType: 'Runtime.ExitError',
  errorMessage: `RequestId: ${requestId} Error: Runtime exited with error: ${why}`,
});

/** Starts a worker; its first invocation waits until the handler's module is loaded, outside the time-out as on AWS. */
export function startWorker(options: {
  readonly start: WorkerStart;
  readonly environment: Readonly<Record<string, string>>;
  readonly log: (chunk: Uint8Array) => void;
}): RunningWorker {
  const worker = new Worker(workerCode(), {
    workerData: options.start,
    env: { ...options.environment },
    stdout: true,
    stderr: true,
    // The heap alone; Lambda's limit covers the whole process, so a worker has a little more room than deployed.
    resourceLimits: { maxOldGenerationSizeMb: options.start.memoryMegabytes },
  });
  worker.stdout.on('data', options.log);
  worker.stderr.on('data', options.log);
  let onMessage: (message: WorkerMessage) => void = () => {};
  let onEnd: (why: string) => void = () => {};
  let ended: string | undefined;
  let first: WorkerMessage | undefined;
  let onLoaded: () => void = () => {};
  const loaded = new Promise<void>((resolve) => {
    onLoaded = resolve;
  });
  const end = (why: string) => {
    ended ??= why;
    onLoaded();
    onEnd(ended);
  };
  worker.on('message', (message: WorkerMessage) => {
    if (message.kind === 'ready' || message.kind === 'unloadable') {
      first = message;
      onLoaded();
    }
    onMessage(message);
  });
  worker.on('error', (error: unknown) => end(error instanceof Error ? error.name : 'unknown'));
  worker.on('exit', (code) => end(`exit status ${code}`));

  const next = (requestId: string): Promise<WorkerMessage> =>
    new Promise((resolve) => {
      onMessage = resolve;
      onEnd = (why) => resolve({ kind: 'unloadable', error: exitError(requestId, why) });
      if (ended !== undefined) {
        onEnd(ended);
      }
    });

  return {
    loaded,
    invoke: async (requestId, payload, timeoutSeconds) => {
      await loaded;
      if (first === undefined || first.kind === 'unloadable') {
        await worker.terminate();
        return { kind: 'broken', error: first?.error ?? exitError(requestId, ended ?? 'unknown') };
      }
      const answer = next(requestId);
      const deadline = Date.now() + timeoutSeconds * 1000;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<'late'>((resolve) => {
        timer = setTimeout(() => resolve('late'), timeoutSeconds * 1000);
      });
      worker.postMessage({ requestId, payload, deadline });
      const outcome = await Promise.race([answer, late]);
      clearTimeout(timer);
      if (outcome === 'late') {
        await worker.terminate();
        const errorMessage = `RequestId: ${requestId} Error: Task timed out after ${timeoutSeconds.toFixed(2)} seconds`;
        options.log(Buffer.from(`${new Date().toISOString()} ${errorMessage}\n`));
        return { kind: 'broken', error: { errorType: 'Sandbox.Timedout', errorMessage } };
      }
      if (outcome.kind === 'returned' || outcome.kind === 'failed') {
        return outcome;
      }
      await worker.terminate();
      return {
        kind: 'broken',
        error: outcome.kind === 'unloadable' ? outcome.error : exitError(requestId, 'protocol'),
      };
    },
    stop: async () => {
      await worker.terminate();
    },
  };
}
