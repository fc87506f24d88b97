import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A number generator with a seed (mulberry32): the same list every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Invented lines `areaCode,exchange+line` clustered as real ones are: some exchanges dense, some nearly empty. */
export function syntheticLines(count: number, areaCodes: readonly string[], seed = 1): readonly string[] {
  const random = seeded(seed);
  const lines = new Set<string>();
  const exchanges = Math.max(2, Math.round(count / areaCodes.length / 100));
  while (lines.size < count) {
    const areaCode = areaCodes[Math.floor(random() * areaCodes.length)] ?? '413';
    const exchange = 200 + Math.floor(random() ** 2 * exchanges);
    lines.add(`${areaCode},${exchange}${String(Math.floor(random() * 10_000)).padStart(4, '0')}`);
  }
  return [...lines].sort();
}

export const toE164 = (line: string): string => `+1${line.replace(',', '')}`;

/** A folder that is gone after the tests. */
export function temporaryFolder(): { write(name: string, content: string | Uint8Array): string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'ringfence-lists-'));
  return {
    write(name, content) {
      const path = join(folder, name);
      writeFileSync(path, name.endsWith('.gz') && typeof content === 'string' ? gzipSync(content) : content);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
