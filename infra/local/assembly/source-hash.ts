import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the assembly is made from; the local run and the command line are not part of it. */
const SOURCES = ['functions', 'shared', 'infra', 'package-lock.json', 'tsconfig.json'];
const NOT_PART = new Set(['infra/local', 'infra/cli']);

function filesOf(root: string, path: string): string[] {
  const entries = readdirSync(join(root, path), { withFileTypes: true });
  return entries
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inner = `${path}/${entry.name}`;
      if (entry.isDirectory()) {
        return NOT_PART.has(inner) ? [] : filesOf(root, inner);
      }
      return entry.isFile() && !entry.name.endsWith('.md') ? [inner] : [];
    });
}

/** Hex digest over everything that decides what the synthesised app looks like. */
export function sourceHash(root: string, settings: unknown): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([process.version, settings]));
  for (const source of SOURCES) {
    for (const file of source.includes('.') ? [source] : filesOf(root, source)) {
      const content = readFileSync(join(root, file));
      hash.update(`\0${file}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex').slice(0, 32);
}
