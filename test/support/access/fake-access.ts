import type { AuditEntry, AuditTrail } from '#shared/access/audit.ts';
import { newestFirst } from '#shared/access/audit-order.ts';
import { type KeyStore, liveKeysPerRegulator } from '#shared/access/key-store.ts';
import { isLive, type RegulatorKey } from '#shared/access/regulator-key.ts';

/** Keys in memory; held to the same contract as the table (test/integration/access). */
export function fakeKeyStore(): KeyStore {
  const keys = new Map<string, RegulatorKey>();
  const standing = new Map<string, string>();
  const limited = (): RegulatorKey[] => [...keys.values()].filter((key) => standing.get(key.keyId) === undefined);
  const live = (regulator: string, now: Date): RegulatorKey[] =>
    limited().filter((key) => key.regulators.includes(regulator) && isLive(key, now));
  return {
    async find(hash) {
      return keys.get(hash) ?? null;
    },
    async add(key, now) {
      if (keys.has(key.hash)) {
        return { kind: 'already_there' };
      }
      const full = key.regulators.find((regulator) => live(regulator, now).length >= liveKeysPerRegulator);
      if (full !== undefined) {
        return { kind: 'too_many_keys', regulator: full };
      }
      keys.set(key.hash, key);
      return { kind: 'added' };
    },
    async replace(key) {
      const before = keys.get(standing.get(key.keyId) ?? '');
      if (before !== undefined) {
        keys.set(before.hash, { ...before, revokedAt: key.createdAt });
      }
      keys.set(key.hash, key);
      standing.set(key.keyId, key.hash);
    },
    async live(regulator, now) {
      return live(regulator, now);
    },
    async revoke(regulator, keyId, now) {
      const key = live(regulator, now).find((each) => each.keyId === keyId);
      if (key !== undefined) {
        keys.set(key.hash, { ...key, revokedAt: now.toISOString() });
      }
      return key !== undefined;
    },
  };
}

export function fakeAuditTrail(): AuditTrail & { readonly entries: AuditEntry[] } {
  const trails: { regulator: string; entry: AuditEntry }[] = [];
  const entries: AuditEntry[] = [];
  return {
    entries,
    async append(entry, regulators) {
      entries.push(entry);
      trails.push(...regulators.map((regulator) => ({ regulator, entry })));
    },
    async page(regulators, before, limit) {
      const own = trails.filter(({ regulator }) => regulators.includes(regulator)).map(({ entry }) => entry);
      return newestFirst(own)
        .filter(({ at, id }) => before === null || `${at}#${id}` < `${before.at}#${before.id}`)
        .slice(0, limit);
    },
  };
}
