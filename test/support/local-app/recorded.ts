import { existsSync, readFileSync } from 'node:fs';

/** What the functions of the test app wrote down, in order. */
export function recorded(path: string): Record<string, unknown>[] {
  return existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line): Record<string, unknown> => JSON.parse(line))
    : [];
}

/** Asks again until there is an answer; fails with what was there last. */
export async function eventually<T>(ask: () => T | undefined | Promise<T | undefined>, within = 20_000): Promise<T> {
  const deadline = Date.now() + within;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) {
      return answer;
    }
    if (Date.now() > deadline) {
      throw new Error(`nothing within ${within} ms for ${ask}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
