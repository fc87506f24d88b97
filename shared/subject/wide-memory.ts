export interface WideMemory {
  /** Undefined: not known to be wide. */
  get(subjectId: string): { readonly named: boolean } | undefined;
  set(subjectId: string, known: { readonly named: boolean }): void;
}

/**
 * Subjects that this process has seen wide, so that their facts go straight to shards. A subject never stops being
 * wide, so a memory cannot be wrong, only short. Forgets the longest unused first.
 */
export function createWideMemory(limit = 10_000): WideMemory {
  const known = new Map<string, { readonly named: boolean }>();
  const remember = (subjectId: string, value: { readonly named: boolean }) => {
    known.delete(subjectId);
    known.set(subjectId, value);
  };
  return {
    get(subjectId) {
      const value = known.get(subjectId);
      if (value !== undefined) {
        remember(subjectId, value);
      }
      return value;
    },
    set(subjectId, value) {
      // Once named, a wide head stays named.
      remember(subjectId, { named: value.named || known.get(subjectId)?.named === true });
      const oldest = known.keys().next();
      if (known.size > limit && oldest.done !== true) {
        known.delete(oldest.value);
      }
    },
  };
}
