import type { CapacityMeter } from '#test/support/capacity-meter.ts';

export interface Spent {
  read: number;
  write: number;
}

export const nothing = (): Spent => ({ read: 0, write: 0 });

/** Adds to `sum` what the work costs. */
export async function metered<T>(meter: CapacityMeter, sum: Spent, work: () => Promise<T>): Promise<T> {
  const { read, write } = meter.total;
  const result = await work();
  sum.read += meter.total.read - read;
  sum.write += meter.total.write - write;
  return result;
}
