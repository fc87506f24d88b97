import type { Dispute, DisputeList, DisputeStore } from '#shared/subject/disputes/dispute.ts';

/** Disputes in memory; the contract test holds it to what the DynamoDB adapter does. */
export function fakeDisputes(clock: () => Date = () => new Date('2026-11-21T12:00:00Z')): {
  readonly store: DisputeStore & DisputeList;
} {
  const kept = new Map<string, { readonly dispute: Dispute; readonly expiresAt: Date }>();
  const live = (id: string) => {
    const found = kept.get(id);
    return found === undefined || found.expiresAt < clock() ? null : found;
  };
  return {
    store: {
      async create(dispute, expiresAt) {
        const there = live(dispute.id);
        if (there !== null) {
          return { kind: 'exists', dispute: there.dispute };
        }
        kept.set(dispute.id, { dispute, expiresAt });
        return { kind: 'created' };
      },
      get: async (id) => live(id)?.dispute ?? null,
      async decide(id, decision) {
        const there = live(id);
        if (there === null || there.dispute.state !== 'open') {
          return false;
        }
        kept.set(id, { ...there, dispute: { ...there.dispute, ...decision } });
        return true;
      },
      async *all() {
        yield* [...kept.keys()].flatMap((id) => live(id)?.dispute ?? []);
      },
    },
  };
}
