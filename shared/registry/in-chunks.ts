/** As many pages as one read takes. */
const chunkSize = 100;
const workers = 4;

/** Works through the items in chunks of 100, four at a time. After a failure no further chunk is begun. */
export function inChunks<T>(items: readonly T[], work: (chunk: readonly T[]) => Promise<void>): Promise<void> {
  const chunks = Array.from({ length: Math.ceil(items.length / chunkSize) }, (_, index) =>
    items.slice(index * chunkSize, (index + 1) * chunkSize),
  );
  return inParallel(chunks, work);
}

/** Works through the items, four at a time. After a failure no further one is begun. */
export async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  let failed = false;
  const run = async () => {
    for (const item of left) {
      if (failed) {
        return;
      }
      try {
        await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: workers }, run));
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure !== undefined) {
    throw failure.reason;
  }
}
