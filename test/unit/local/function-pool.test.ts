import { describe, expect, test } from 'vitest';
import { createFunctionPool } from '#infra/local/functions/function-pool.ts';
import type { RunningWorker, WorkerOutcome } from '#infra/local/functions/running-worker.ts';

const definition = {
  name: 'f',
  arn: 'arn:f',
  logName: 'f',
  codeFolder: '/',
  handler: 'index.handler',
  environment: {},
  timeoutSeconds: 1,
  memoryMegabytes: 128,
  reservedConcurrency: undefined,
  deadLetterArn: undefined,
};

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Workers that load in 20 ms and answer in `work` ms what the payload tells them to. */
function workers(work: number) {
  const seen = { started: 0, stopped: 0, together: 0, most: 0 };
  const startWorker = (): RunningWorker => {
    seen.started += 1;
    const name = `worker-${seen.started}`;
    return {
      loaded: wait(20),
      invoke: async (_requestId, payload): Promise<WorkerOutcome> => {
        seen.together += 1;
        seen.most = Math.max(seen.most, seen.together);
        await wait(work);
        seen.together -= 1;
        const error = { errorType: 'Error', errorMessage: payload };
        if (payload === '"breaks"') {
          return { kind: 'broken', error };
        }
        return payload === '"fails"' ? { kind: 'failed', error } : { kind: 'returned', payload: JSON.stringify(name) };
      },
      stop: async () => {
        seen.stopped += 1;
      },
    };
  };
  return { seen, startWorker };
}

describe('the workers of a function', () => {
  test('one is enough for one request after another', async () => {
    const { seen, startWorker } = workers(1);
    const pool = createFunctionPool({ definition, mostWorkers: 4, startWorker });
    for (let index = 0; index < 5; index += 1) {
      expect(await pool.invoke('{}')).toMatchObject({ kind: 'returned', payload: '"worker-1"' });
    }
    expect(seen.started).toBe(1);
    await pool.stop();
    expect(seen.stopped).toBe(1);
  });

  test('grow one by one while requests wait, up to the limit', async () => {
    const { seen, startWorker } = workers(100);
    const pool = createFunctionPool({ definition, mostWorkers: 3, startWorker });
    const results = await Promise.all(Array.from({ length: 9 }, () => pool.invoke('{}')));
    expect(results.every(({ kind }) => kind === 'returned')).toBe(true);
    expect([seen.started, seen.most]).toEqual([3, 3]);
    await pool.stop();
  });

  test('requests that are soon done do not start a second one', async () => {
    const { seen, startWorker } = workers(1);
    const pool = createFunctionPool({ definition, mostWorkers: 4, startWorker });
    await Promise.all(Array.from({ length: 3 }, () => pool.invoke('{}')));
    expect(seen.started).toBeLessThanOrEqual(2);
    await pool.stop();
  });

  test('a broken one is replaced, a failure keeps it', async () => {
    const { seen, startWorker } = workers(1);
    const pool = createFunctionPool({ definition, mostWorkers: 1, startWorker });
    expect(await pool.invoke('"fails"')).toMatchObject({ kind: 'failed' });
    expect(seen.started).toBe(1);
    const [broken, next] = await Promise.all([pool.invoke('"breaks"'), pool.invoke('{}')]);
    expect(broken).toMatchObject({ kind: 'failed', error: { errorMessage: '"breaks"' } });
    expect(next).toMatchObject({ kind: 'returned', payload: '"worker-2"' });
    await pool.stop();
  });

  test('those beyond the first go when there is nothing to do', async () => {
    const { seen, startWorker } = workers(50);
    const pool = createFunctionPool({ definition, mostWorkers: 3, startWorker, idleAfter: 30 });
    await Promise.all(Array.from({ length: 6 }, () => pool.invoke('{}')));
    await wait(120);
    expect(seen.started - seen.stopped).toBe(1);
    await pool.stop();
  });

  test('an event over 6 MB is refused before any worker', async () => {
    const { seen, startWorker } = workers(1);
    const pool = createFunctionPool({ definition, mostWorkers: 1, startWorker });
    expect(await pool.invoke('x'.repeat(6 * 1024 * 1024 + 1))).toMatchObject({ kind: 'refused' });
    expect(seen.started).toBe(0);
    await pool.stop();
  });
});
