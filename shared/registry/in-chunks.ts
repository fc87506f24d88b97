/** As many pages as one read takes. */
const chunkSize = 100;
const workers = 4;

/** Works through the items in chunks of 100, four at a time. After a failure no further chunk is begun. */
export async function inChunks<T>(items: readonly T[], work: (chunk: readonly T[]) => Promise<void>): Promise<void> {
  let next = 0;
  const run = async () => {
    while (next < items.length) {
      const chunk = items.slice(next, next + chunkSize);
      next += chunkSize;
      try {
        await work(chunk);
      } catch (error) {
        next = items.length;
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
