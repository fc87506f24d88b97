import type { AuditEntry } from './audit.ts';

/** Newest first, each entry once: a key of several regulators leaves the same entry in each trail. */
export function newestFirst(entries: readonly AuditEntry[]): AuditEntry[] {
  const byId = new Map(entries.map((entry) => [`${entry.at}#${entry.id}`, entry]));
  return [...byId].sort(([a], [b]) => (a < b ? 1 : -1)).map(([, entry]) => entry);
}
