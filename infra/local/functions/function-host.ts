import { join } from 'node:path';
import type { FunctionDefinition, InvokeResult } from './function-definition.ts';
import { type Endpoints, findHandler, functionEnvironment } from './function-environment.ts';
import { createFunctionPool, type FunctionPool } from './function-pool.ts';
import { openRotatingLog, type RotatingLog } from './rotating-log.ts';
import { startWorker } from './running-worker.ts';

/** All functions of the app, ready to be invoked. */
export interface FunctionHost {
  /** By name or ARN. */
  has(name: string): boolean;
  invoke(name: string, payload: string): Promise<InvokeResult>;
  /** An asynchronous invocation: returns at once, retried twice as Lambda does, then to the dead-letter target. */
  invokeLater(name: string, payload: string): void;
  /** A line in the function's log from the local run itself. */
  note(name: string, text: string): void;
  stop(): Promise<void>;
}

export interface FailedEvent {
  readonly definition: FunctionDefinition;
  readonly payload: string;
  readonly result: InvokeResult;
}

export interface HostOptions {
  readonly definitions: readonly FunctionDefinition[];
  readonly endpoints: Endpoints;
  readonly logFolder: string;
  readonly mostWorkers?: number;
  /** Milliseconds before the first and second retry of an asynchronous invocation; Lambda waits one and two minutes. */
  readonly retryAfter?: readonly number[];
  readonly onEventLost: (event: FailedEvent) => void;
}

const nameOf = (nameOrArn: string): string => nameOrArn.split(':function:').at(-1)?.split(':')[0] ?? nameOrArn;

export function createFunctionHost(options: HostOptions): FunctionHost {
  const pools = new Map<string, FunctionPool>();
  const logs = new Map<string, RotatingLog>();
  const timers = new Set<NodeJS.Timeout>();
  const definitions = new Map(options.definitions.map((definition) => [definition.name, definition]));

  function logOf(name: string): RotatingLog {
    const log =
      logs.get(name) ?? openRotatingLog(join(options.logFolder, `${definitions.get(name)?.logName ?? name}.log`));
    logs.set(name, log);
    return log;
  }

  function note(name: string, text: string): void {
    logOf(nameOf(name)).write(`${new Date().toISOString()} local-run ${text}\n`);
  }

  for (const definition of options.definitions) {
    const { file, exportName } = findHandler(definition);
    const environment = functionEnvironment(definition, options.endpoints);
    const pool = createFunctionPool({
      definition,
      mostWorkers: Math.max(
        1,
        Math.min(options.mostWorkers ?? 4, definition.reservedConcurrency ?? Number.POSITIVE_INFINITY),
      ),
      startWorker: () =>
        startWorker({
          start: {
            file,
            exportName,
            functionName: definition.name,
            functionArn: definition.arn,
            memoryMegabytes: definition.memoryMegabytes,
            logGroupName: `/aws/lambda/${definition.name}`,
          },
          environment,
          log: (chunk) => logOf(definition.name).write(chunk),
        }),
    });
    pools.set(definition.name, pool);
  }

  function invoke(name: string, payload: string): Promise<InvokeResult> {
    const pool = pools.get(nameOf(name));
    if (pool === undefined) {
      throw new Error(`no function ${name}`);
    }
    return pool.invoke(payload);
  }

  async function tryLater(name: string, payload: string, attempt: number): Promise<void> {
    const result = await invoke(name, payload);
    if (result.kind === 'returned') {
      return;
    }
    const wait = (options.retryAfter ?? [60_000, 120_000])[attempt];
    const definition = definitions.get(nameOf(name));
    if (wait !== undefined) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        tryLater(name, payload, attempt + 1).catch(() => {});
      }, wait);
      timers.add(timer);
    } else if (definition !== undefined) {
      options.onEventLost({ definition, payload, result });
    }
  }

  return {
    has: (name) => pools.has(nameOf(name)),
    invoke,
    invokeLater: (name, payload) => {
      tryLater(name, payload, 0).catch((error: unknown) =>
        note(name, `event lost: ${error instanceof Error ? error.message : 'unknown'}`),
      );
    },
    note,
    stop: async () => {
      for (const timer of timers) {
        clearTimeout(timer);
      }
      await Promise.all([...pools.values()].map((pool) => pool.stop()));
      for (const log of logs.values()) {
        log.close();
      }
    },
  };
}
