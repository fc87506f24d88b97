/** Runs the task over all items, at most `limit` at a time. Starts no further item after one has thrown. */
export async function inParallel<Item>(
  limit: number,
  items: Iterable<Item>,
  task: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items[Symbol.iterator]();
  let stopped = false;
  const work = async () => {
    for (let next = waiting.next(); next.done !== true && !stopped; next = waiting.next()) {
      try {
        await task(next.value);
      } catch (error) {
        stopped = true;
        throw error;
      }
    }
  };
  const settled = await Promise.allSettled(Array.from({ length: limit }, work));
  for (const result of settled) {
    if (result.status === 'rejected') {
      throw result.reason;
    }
  }
}
