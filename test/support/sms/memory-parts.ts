import type { Kept, PartSet } from '#shared/intake/parts/part-set.ts';
import type { DueParts, PartStore } from '#shared/intake/parts/ports.ts';

const minute = 60_000;

/** Parts in memory; the contract test holds it to what the DynamoDB adapters do. */
export function memoryParts(): { readonly parts: PartStore; readonly due: DueParts; readonly kept: Map<string, Kept> } {
  const kept = new Map<string, Kept>();
  const lists = new Map<number, Set<string>>();
  let passed = Number.NEGATIVE_INFINITY;

  const collecting = (key: string): Extract<Kept, { kind: 'collecting' }> | null => {
    const found = kept.get(key);
    return found?.kind === 'collecting' ? found : null;
  };

  const parts: PartStore = {
    async add(key, number, part, after) {
      const there = collecting(key);
      if (
        there === null ||
        there.set.closed ||
        there.set.openedAt <= after ||
        there.set.parts.has(number) ||
        there.seen.includes(part.mark)
      ) {
        return { kind: 'not_added', found: kept.get(key) ?? null };
      }
      const set: PartSet = { ...there.set, parts: new Map([...there.set.parts, [number, part]]) };
      kept.set(key, { ...there, set });
      return { kind: 'added', set };
    },
    async open(set, seen, { instead, movedTo }) {
      if (!isUnchanged(kept.get(set.key) ?? null, instead)) {
        return 'conflict';
      }
      if (instead?.kind === 'collecting') {
        kept.set(movedTo, { kind: 'collecting', set: { ...instead.set, key: movedTo, closed: true }, seen: [] });
      }
      kept.set(set.key, { kind: 'collecting', set, seen });
      return 'opened';
    },
    async close(key, openedBy) {
      const there = collecting(key);
      if (there === null || there.set.openedAt > openedBy) {
        return null;
      }
      const set = { ...there.set, closed: true };
      kept.set(key, { ...there, set });
      return set;
    },
    async finish(set, texts) {
      const there = collecting(set.key);
      if (there?.set.id === set.id) {
        const seen = [...there.seen, ...[...set.parts.values()].map(({ mark }) => mark)];
        kept.set(set.key, { kind: 'finished', id: set.id, openedAt: set.openedAt, seen, texts });
      }
    },
  };

  const due: DueParts = {
    async add(key, at) {
      const when = Math.ceil(at.getTime() / minute);
      lists.set(when, (lists.get(when) ?? new Set()).add(key));
    },
    async page(now) {
      const until = Math.floor(now.getTime() / minute);
      if (until <= passed) {
        return null;
      }
      const keys = [...lists]
        .filter(([when]) => when > passed && when <= until)
        .sort(([a], [b]) => a - b)
        .flatMap(([, list]) => [...list]);
      return { keys, until: new Date(until * minute) };
    },
    async passed(until) {
      passed = Math.max(passed, Math.floor(until.getTime() / minute));
    },
  };
  return { parts, due, kept };
}

function isUnchanged(found: Kept | null, before: Kept | null): boolean {
  if (found === null || before === null) {
    return found === before;
  }
  return found.kind === 'collecting' && before.kind === 'collecting'
    ? found.set.id === before.set.id && found.set.parts.size === before.set.parts.size
    : found.kind === 'finished' && before.kind === 'finished' && found.id === before.id;
}
