/** What a process remembers between batches. Nothing depends on it but cost: it may be empty at any time. */
export interface CountMemory {
  /** Undefined: not known to be wide. `named`: its head knows the sender. */
  wide(subjectId: string): { readonly named: boolean } | undefined;
  setWide(subjectId: string, known: { readonly named: boolean }): void;
  /** One more fact of a reporter for a wide subject: true while they are few enough to lie together. */
  keepsTogether(subjectId: string, reporter: string, now: Date): boolean;
  /** The subject's kept figures lack facts written at `writtenAt` (milliseconds since 1970): look again from the earliest `at` on. */
  setDue(subjectId: string, due: Due): void;
  /** A subject whose time has come, no longer remembered; undefined when there is none. */
  takeDue(now: Date): { readonly subjectId: string; readonly writtenAt: number } | undefined;
}

export interface Due {
  readonly writtenAt: number;
  readonly at: number;
}

/** Facts of one reporter on one subject that a process puts together in ten seconds; a call log has about as many. */
const mostTogether = 32;
const windowMs = 10_000;

/**
 * Subjects that were seen wide, so that their facts go straight to shards: a subject never stops being wide, so this
 * cannot be wrong, only short. And reporters who flood a subject: their further facts are to spread, or one shard's
 * key would run hot. Forgets the longest unused first.
 */
export function createCountMemory(limit = 10_000): CountMemory {
  const subjects = new Map<string, { readonly named: boolean }>();
  const floods = new Map<string, { readonly since: number; readonly facts: number }>();
  const dues = new Map<string, Due>();
  return {
    setDue(subjectId, due) {
      const held = dues.get(subjectId) ?? due;
      const merged = { writtenAt: Math.max(due.writtenAt, held.writtenAt), at: Math.min(due.at, held.at) };
      remember(dues, subjectId, merged, limit);
    },
    takeDue(now) {
      for (const [subjectId, { writtenAt, at }] of dues) {
        if (at <= now.getTime()) {
          dues.delete(subjectId);
          return { subjectId, writtenAt };
        }
      }
      return undefined;
    },
    wide(subjectId) {
      const known = subjects.get(subjectId);
      if (known !== undefined) {
        remember(subjects, subjectId, known, limit);
      }
      return known;
    },
    setWide(subjectId, { named }) {
      // Once named, a wide head stays named.
      remember(subjects, subjectId, { named: named || subjects.get(subjectId)?.named === true }, limit);
    },
    keepsTogether(subjectId, reporter, now) {
      const name = `${subjectId}|${reporter}`;
      const held = floods.get(name);
      const flood =
        held === undefined || now.getTime() - held.since > windowMs ? { since: now.getTime(), facts: 0 } : held;
      remember(floods, name, { ...flood, facts: flood.facts + 1 }, limit);
      return flood.facts < mostTogether;
    },
  };
}

function remember<Value>(memory: Map<string, Value>, key: string, value: Value, limit: number): void {
  memory.delete(key);
  memory.set(key, value);
  const oldest = memory.keys().next();
  if (memory.size > limit && oldest.done !== true) {
    memory.delete(oldest.value);
  }
}
