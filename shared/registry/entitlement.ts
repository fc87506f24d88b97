import type { RegistryDefinition } from './registries.ts';

/** Under which subscription, and on what legal basis, an operator holds a list. Kept with every snapshot. */
export interface Entitlement {
  readonly subscription: string;
  readonly basis: string;
}

export type EntitlementOutcome =
  | { readonly kind: 'entitled'; readonly entitlement: Entitlement }
  | { readonly kind: 'refused'; readonly message: string };

const longest = { subscription: 64, basis: 500 };

/** The operator's declaration; without it a list is not imported. */
export function declareEntitlement(
  registry: RegistryDefinition,
  declared: { readonly subscription: string | undefined; readonly basis: string | undefined },
): EntitlementOutcome {
  const subscription = declared.subscription?.trim() ?? '';
  const basis = declared.basis?.trim() ?? '';
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
