import type { Counted, ProofCounters } from '#shared/report/contact-proof/ports.ts';

/** Counters in memory; the contract test holds them to what the DynamoDB adapter does. */
export function fakeProofCounters(): ProofCounters {
  const given = new Map<string, number>();
  const keyOf = (counted: Counted) => JSON.stringify(Object.entries(counted).toSorted());
  return {
    async take(counted, most) {
      const before = given.get(keyOf(counted)) ?? 0;
      given.set(keyOf(counted), Math.min(most, before + 1));
      return before < most;
    },
    async giveBack(counted) {
      given.set(keyOf(counted), Math.max(0, (given.get(keyOf(counted)) ?? 0) - 1));
    },
  };
}
