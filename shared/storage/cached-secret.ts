import type { Clock } from '#shared/runtime/clock.ts';
import { readSecret } from './secret-store.ts';

/** One that cannot be read again is tried again after so long: nobody's message waits for each try. */
const tryAgain = 30_000;

/** So long a process works with a secret that was changed meanwhile. */
const trusted = 5 * 60_000;

/** Reads a secret at most every five minutes. One that cannot be read again stays as it was for half a minute; without any it throws. */
export function cachedSecret(
  arn: string,
  clock: Clock,
  read: (arn: string) => Promise<string> = readSecret,
): () => Promise<string> {
  let kept: { readonly value: string; readonly until: number } | undefined;
  let reading: Promise<string> | undefined;
  const renew = async () => {
    try {
      const value = await read(arn);
      kept = { value, until: clock().getTime() + trusted };
      return value;
    } catch (error) {
      if (kept === undefined) {
        throw error;
      }
      kept = { value: kept.value, until: clock().getTime() + tryAgain };
      return kept.value;
    } finally {
      reading = undefined;
    }
  };
  return () => {
    if (kept !== undefined && clock().getTime() < kept.until) {
      return Promise.resolve(kept.value);
    }
    reading ??= renew();
    return reading;
  };
}
