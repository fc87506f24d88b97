import { setTimeout as wait } from 'node:timers/promises';

interface BatchedTable {
  readonly table: string;
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
}

const attempts = 10;
const firstPauseMilliseconds = 50;

/**
 * Sends a batch, then what DynamoDB left undone of it, after ever longer pauses. Throws once something was left ten
 * times: 25 seconds after the first.
 */
export async function untilNoneIsLeft<T>(
  { table, sleep = wait }: BatchedTable,
  all: readonly T[],
  send: (left: readonly T[]) => Promise<readonly T[]>,
): Promise<void> {
  let left = all;
  for (let attempt = 0; left.length > 0; attempt += 1) {
    if (attempt === attempts) {
      throw new Error(`${left.length} of ${all.length} requests to ${table} were left undone ${attempts} times`);
    }
    if (attempt > 0) {
      await sleep(firstPauseMilliseconds * 2 ** (attempt - 1));
    }
    left = await send(left);
  }
}
