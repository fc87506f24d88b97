import { randomUUID } from 'node:crypto';
import type { FunctionDefinition, InvokeResult } from './function-definition.ts';
import type { RunningWorker, WorkerOutcome } from './running-worker.ts';

/** Lambda's limits for a synchronous invocation, in bytes of JSON. */
const LARGEST_EVENT = 6 * 1024 * 1024;
const LARGEST_ANSWER = LARGEST_EVENT + 100;

/** The environments of one function: as many as are needed at once, up to a limit, then invocations wait. */
export interface FunctionPool {
  invoke(payload: string): Promise<InvokeResult>;
  stop(): Promise<void>;
}

export interface PoolOptions {
  readonly definition: FunctionDefinition;
  readonly mostWorkers: number;
  readonly startWorker: () => RunningWorker;
  /** Milliseconds after which a worker beyond the first goes when it has nothing to do. */
  readonly idleAfter?: number;
}

export function createFunctionPool(options: PoolOptions): FunctionPool {
  const { definition } = options;
  const idle: { readonly worker: RunningWorker; readonly timer: NodeJS.Timeout }[] = [];
  const busy = new Set<RunningWorker>();
  const waiting: ((worker: RunningWorker) => void)[] = [];
  let starting: RunningWorker | undefined;
  let stopped = false;

  function rest(worker: RunningWorker): void {
    const timer = setTimeout(() => {
      const place = idle.findIndex((entry) => entry.worker === worker);
      if (place >= 0 && idle.length + busy.size > 1) {
        idle.splice(place, 1);
        void worker.stop();
      }
    }, options.idleAfter ?? 60_000);
    timer.unref();
    idle.push({ worker, timer });
  }

  /** Gives a free worker to whoever waits longest. */
  function offer(worker: RunningWorker): void {
    const next = waiting.shift();
    if (next === undefined) {
      rest(worker);
    } else {
      busy.add(worker);
      next(worker);
    }
  }

  /** One at a time: while one loads, a worker that becomes free is usually quicker than a second one loading beside it. */
  function grow(): void {
    if (stopped || starting !== undefined || waiting.length === 0 || busy.size + idle.length >= options.mostWorkers) {
      return;
    }
    const worker = options.startWorker();
    starting = worker;
    void worker.loaded.then(() => {
      starting = undefined;
      offer(worker);
      grow();
    });
  }

  async function borrow(): Promise<RunningWorker> {
    const rested = idle.pop();
    if (rested !== undefined) {
      clearTimeout(rested.timer);
      busy.add(rested.worker);
      return rested.worker;
    }
    const free = new Promise<RunningWorker>((resolve) => waiting.push(resolve));
    grow();
    return free;
  }

  function giveBack(worker: RunningWorker, outcome: WorkerOutcome): void {
    busy.delete(worker);
    if (outcome.kind !== 'broken') {
      offer(worker);
    }
    grow();
  }

  return {
    invoke: async (payload) => {
      const requestId = randomUUID();
      if (Buffer.byteLength(payload) > LARGEST_EVENT) {
        return { kind: 'refused', requestId, reason: `Request must be smaller than ${LARGEST_EVENT} bytes` };
      }
      const worker = await borrow();
      const outcome = await worker.invoke(requestId, payload, definition.timeoutSeconds);
      giveBack(worker, outcome);
      if (outcome.kind !== 'returned') {
        return { kind: 'failed', error: outcome.error, requestId };
      }
      if (Buffer.byteLength(outcome.payload) > LARGEST_ANSWER) {
        const errorMessage = `Response payload size exceeded maximum allowed payload size (${LARGEST_ANSWER} bytes).`;
        return { kind: 'failed', error: { errorType: 'Function.ResponseSizeTooLarge', errorMessage }, requestId };
      }
      return { kind: 'returned', payload: outcome.payload, requestId };
    },
    stop: async () => {
      stopped = true;
      for (const { timer } of idle) {
        clearTimeout(timer);
      }
      const all = [...idle.map(({ worker }) => worker), ...busy, ...(starting === undefined ? [] : [starting])];
      await Promise.all(all.map((worker) => worker.stop()));
    },
  };
}
