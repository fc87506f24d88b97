const most = 10;

/** The first ten that differ by `key`, in their order. */
export function firstTen<T>(all: readonly T[], key: (one: T) => string): readonly T[] {
  const first = new Map<string, T>();
  for (const one of all) {
    if (!first.has(key(one))) {
      first.set(key(one), one);
    }
  }
  return [...first.values()].slice(0, most);
}
