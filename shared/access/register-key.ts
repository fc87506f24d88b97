import type { KeyAdded, KeyStore } from './key-store.ts';
import { type AccessScope, keyHash, type RegulatorKey } from './regulator-key.ts';

export interface KeyRegistration {
  /** The key itself: hashed here, shown once by the caller, kept nowhere. At least 16 characters. */
  readonly key: string;
  readonly regulators: readonly string[];
  readonly scopes: readonly AccessScope[];
  readonly expiresAt: Date;
  readonly keyId: string;
  readonly now: Date;
}

export type KeyRegistered = KeyAdded | { readonly kind: 'too_short' };

/** Registers a new key; a third live one for a regulator is refused. */
export async function registerKey(registration: KeyRegistration, store: KeyStore): Promise<KeyRegistered> {
  return isUsable(registration.key) ? store.add(toKept(registration), registration.now) : { kind: 'too_short' };
}

/** Registers the one key that stands under this `keyId`, in place of the one before: the local run's key. */
export async function registerStandingKey(
  registration: KeyRegistration,
  store: KeyStore,
): Promise<{ readonly kind: 'added' | 'too_short' }> {
  if (!isUsable(registration.key)) {
    return { kind: 'too_short' };
  }
  await store.replace(toKept(registration));
  return { kind: 'added' };
}

export function isUsable(key: string): boolean {
  return key.length >= 16 && key.length <= 512;
}

function toKept({ key, regulators, scopes, expiresAt, keyId, now }: KeyRegistration): RegulatorKey {
  return {
    keyId,
    hash: keyHash(key),
    ending: key.slice(-4),
    regulators: [...regulators],
    scopes: [...scopes],
    createdAt: now.toISOString(),
    expiresAt: expiresAt.toISOString(),
    revokedAt: null,
  };
}
