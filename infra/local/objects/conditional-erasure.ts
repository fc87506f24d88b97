/** What S3 answers instead of erasing. https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html */
export interface Objection {
  readonly status: 404 | 409 | 412;
  readonly code: 'NoSuchKey' | 'ConditionalRequestConflict' | 'PreconditionFailed';
  readonly message: string;
}

/**
 * Erases objects on condition of their tag, which the object engine does not know. What it writes goes through here, too: an object
 * that is being written is not erased, and one that is being erased is written afterwards.
 */
export function createConditionalErasure() {
  const writing = new Map<string, number>();
  const erasing = new Map<string, Promise<unknown>>();

  async function erase(url: string, tag: string): Promise<Objection | null> {
    const { status, headers } = await fetch(url, { method: 'HEAD' });
    if (status === 404) {
      return { status, code: 'NoSuchKey', message: 'The specified key does not exist.' };
    }
    if (tag !== '*' && headers.get('etag') !== tag) {
      const message = 'At least one of the pre-conditions you specified did not hold';
      return { status: 412, code: 'PreconditionFailed', message };
    }
    const erased = await fetch(url, { method: 'DELETE' });
    if (!erased.ok) {
      throw new Error(`the object engine answered ${erased.status} to a DELETE`);
    }
    return null;
  }

  return {
    /** Null when it was erased. `url` is the object's at the engine. */
    async erase(url: string, tag: string): Promise<Objection | null> {
      if (writing.has(url)) {
        const message = 'A conflicting conditional operation is currently in progress against this resource.';
        return { status: 409, code: 'ConditionalRequestConflict', message };
      }
      const before = erasing.get(url);
      const mine = Promise.resolve(before).then(() => erase(url, tag));
      const settled = mine.catch(() => {});
      erasing.set(url, settled);
      try {
        return await mine;
      } finally {
        if (erasing.get(url) === settled) {
          erasing.delete(url);
        }
      }
    },
    /** Call what it answers, once, when the object is written or will not be. */
    async begin(url: string): Promise<() => void> {
      writing.set(url, (writing.get(url) ?? 0) + 1);
      await erasing.get(url);
      return () => {
        const others = (writing.get(url) ?? 1) - 1;
        if (others > 0) {
          writing.set(url, others);
        } else {
          writing.delete(url);
        }
      };
    },
  };
}
