import type { RegistryDefinition } from './registries.ts';

/** Under which subscription, and on what legal basis, an operator holds a list. Kept with every snapshot. */
export interface Entitlement {
  readonly subscription: string;
  readonly basis: string;
}

export type EntitlementOutcome =
  | { readonly kind: 'entitled'; readonly entitlement: Entitlement }
  | { readonly kind: 'refused'; readonly message: string };

export interface DeclaredEntitlement {
  readonly subscription: string | undefined;
  readonly basis: string | undefined;
}

/** The subscription of lists that are made up, for tests and demonstration. */
const syntheticSubscription = 'synthetic';

const longest = { subscription: 64, basis: 500 };

/**
 * The operator's declaration; without it a list is not imported. Of a registry that only answers nobody holds a true list, so no
 * declaration opens it; where `madeUpLists` (the local run), one that is declared synthetic may stand for it.
 */
export function declareEntitlement(
  registry: RegistryDefinition,
  declared: DeclaredEntitlement,
  { madeUpLists = false }: { readonly madeUpLists?: boolean } = {},
): EntitlementOutcome {
  const subscription = declared.subscription?.trim() ?? '';
  const basis = declared.basis?.trim() ?? '';
  if (registry.holding === 'answers_only' && !(madeUpLists && subscription === syntheticSubscription)) {
    return { kind: 'refused', message: registry.whoMay };
  }
  const missing = [
    ...(subscription === '' ? ['--subscription (the subscription account number)'] : []),
    ...(basis === '' ? ['--basis (the legal basis on which you hold the list)'] : []),
  ];
  if (missing.length > 0) {
    return { kind: 'refused', message: `${registry.whoMay} Name ${missing.join(' and ')}.` };
  }
  if (subscription.length > longest.subscription || basis.length > longest.basis) {
    return {
      kind: 'refused',
      message: `A subscription has at most ${longest.subscription} characters and a basis at most ${longest.basis}.`,
    };
  }
  return { kind: 'entitled', entitlement: { subscription, basis } };
}
