import type { Clock } from '#shared/runtime/clock.ts';
import type { KeyFinder } from './key-store.ts';
import { isUsable } from './register-key.ts';
import { type AccessScope, isLive, keyHash } from './regulator-key.ts';

/** Who is asking. */
export interface Access {
  readonly keyId: string;
  readonly regulators: readonly string[];
}

export type KeyOutcome =
  | { readonly kind: 'allowed'; readonly access: Access }
  /** Missing, unknown, expired and revoked are one answer: a guesser learns nothing. */
  | { readonly kind: 'no_valid_key' }
  | { readonly kind: 'scope_missing'; readonly access: Access };

export async function openWithKey(
  key: string | null,
  scope: AccessScope,
  deps: { readonly keys: KeyFinder; readonly clock: Clock },
): Promise<KeyOutcome> {
  if (key === null || !isUsable(key)) {
    return { kind: 'no_valid_key' };
  }
  const found = await deps.keys.find(keyHash(key));
  if (found === null || !isLive(found, deps.clock())) {
    return { kind: 'no_valid_key' };
  }
  const access: Access = { keyId: found.keyId, regulators: found.regulators };
  return found.scopes.includes(scope) ? { kind: 'allowed', access } : { kind: 'scope_missing', access };
}
