import type { DayTally } from '#shared/report/allowance/ports.ts';

/** Tallies in memory; the contract test holds it to what the DynamoDB adapter does. */
export function memoryTally(): DayTally & { readonly writes: () => number } {
  const totals = new Map<string, number>();
  let writes = 0;
  return {
    writes: () => writes,
    async add(reporter, day, reports) {
      writes += 1;
      const total = (totals.get(`${day}|${reporter}`) ?? 0) + reports;
      totals.set(`${day}|${reporter}`, total);
      return total;
    },
  };
}
