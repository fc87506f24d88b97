import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

const place = /(?<file>(?:file:\/\/)?\/[^()\s]+\.mjs):(?<line>\d+):(?<column>\d+)(?=\)?$)/;

const maps = new Map<string, SourceMap | null>();

/**
 * Stack frames of a bundle in the words of its sources. The source map is read with the first error: Node would read
 * it at every start, and people who report wait for that (docs/adr/0011). Frames without a map stay as they are.
 */
export function sourceFrames(frames: readonly string[]): string[] {
  return frames.map((frame) =>
    frame.replace(place, (written: string, file: string, line: string, column: string) => {
      const entry = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1);
      return entry !== undefined && 'originalSource' in entry
        ? `${entry.originalSource}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
        : written;
    }),
  );
}

function mapOf(file: string): SourceMap | null {
  const path = file.startsWith('file:') ? fileURLToPath(file) : file;
  const known = maps.get(path);
  if (known !== undefined) {
    return known;
  }
  const map = readMap(`${path}.map`);
  maps.set(path, map);
  return map;
}

/** Logging an error must not fail: a bundle without a map, or with a broken one, keeps its own frames. */
function readMap(path: string): SourceMap | null {
  try {
    return new SourceMap(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}
