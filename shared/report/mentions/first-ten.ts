const most = 10;

/** The first ten that differ by `key`. */
export function firstTen<T>(all: readonly T[], key: (one: T) => string): readonly T[] {
  return [...new Map(all.toReversed().map((one) => [key(one), one])).values()].toReversed().slice(0, most);
}
