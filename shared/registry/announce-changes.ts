import { formerDigest } from './begin-list.ts';
import { type ChangeClaim, type ChangePlan, planChanges } from './plan-changes.ts';
import type { BegunChange, RegistrationStore, RegistryHead } from './registration-ports.ts';
import { changeHead, withBegun } from './registry-head.ts';

/** Change lists of single area codes end by the dozen at once. */
const attempts = 50;

type Plan = Extract<ChangePlan, { readonly kind: 'plan' }>;

export type Announcement =
  | {
      readonly kind: 'announced';
      /** What the plan was made from. */
      readonly head: RegistryHead;
      readonly plan: Plan;
      readonly begun: BegunChange;
    }
  | { readonly kind: 'superseded' }
  | Exclude<ChangePlan, Plan>;

interface Stores {
  readonly store: RegistrationStore;
  readonly now: () => Date;
}

/** Nothing is written before it is announced, so it is planned anew where something else came to answer meanwhile. */
export async function announceChanges(registry: string, claim: ChangeClaim, stores: Stores): Promise<Announcement> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const head = await stores.store.head(registry);
    const plan = planChanges(head, claim);
    if (plan.kind !== 'plan') {
      return plan;
    }
    const begun = await begin(stores, head, claim, plan);
    if (begun === 'given_up') {
      return { kind: 'superseded' };
    }
    if (begun !== 'outdated') {
      return { kind: 'announced', head, plan, begun };
    }
  }
  return { kind: 'superseded' };
}

/**
 * Announces the change list, or takes up the one with this content where it was left. `outdated` if the plan no longer holds,
 * `given_up` if another change list for some of the same areas was begun right after it.
 */
async function begin(
  { store, now }: Stores,
  head: RegistryHead,
  { digest, listDate, areas: scope }: ChangeClaim,
  { areas, kinds }: Pick<BegunChange, 'areas' | 'kinds'>,
): Promise<BegunChange | 'outdated' | 'given_up'> {
  const same = (current: RegistryHead) =>
    current.changing.find(
      (each) => each.digest === digest && each.listDate === listDate && each.areas.join() === areas.join(),
    );
  const before = same(head);
  if (before !== undefined) {
    return before;
  }
  // What the plan was made from: areas that a list is not about may come to be answered otherwise meanwhile.
  const basis = (current: RegistryHead) => formerDigest(current, scope ?? current.lists.flatMap((list) => list.areas));
  const startedAt = now().toISOString();
  const moved = await changeHead(store, head.registry, (current) =>
    same(current) !== undefined || basis(current) !== basis(head)
      ? null
      : withBegun(current, { digest, listDate, areas, kinds, startedAt }),
  );
  return same(await store.head(head.registry)) ?? (moved === 'changed' ? 'given_up' : 'outdated');
}
