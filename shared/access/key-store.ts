import type { RegulatorKey } from './regulator-key.ts';

export type KeyAdded =
  | { readonly kind: 'added' }
  | { readonly kind: 'already_there' }
  /** The regulator has its two live keys. */
  | { readonly kind: 'too_many_keys'; readonly regulator: string };

export interface KeyFinder {
  /** By SHA-256 of the key; null when there is none. */
  find(hash: string): Promise<RegulatorKey | null>;
}

export interface KeyStore extends KeyFinder {
  /** Adds a key unless one of its regulators has two live ones, however many are added at once. */
  add(key: RegulatorKey, now: Date): Promise<KeyAdded>;
  /** Puts the key in the one standing place of its `keyId`; the key that stood there stops working. Counts against no limit. */
  replace(key: RegulatorKey): Promise<void>;
  /** Keys of the regulator that are neither revoked nor expired. */
  live(regulator: string, now: Date): Promise<readonly RegulatorKey[]>;
  /** Effective at once. False when the regulator has no live key of that name. */
  revoke(regulator: string, keyId: string, now: Date): Promise<boolean>;
}

/** So that a key can be replaced without a gap, and no third lies about forgotten. */
export const liveKeysPerRegulator = 2;
