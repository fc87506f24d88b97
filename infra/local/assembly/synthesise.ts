import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Settings } from '#infra/settings.ts';
import { LocalRunError } from '../local-run-error.ts';
import { sourceHash } from './source-hash.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** Beside the tools, not in the data folder: every data folder shares it, and `npm ci` clears it. */
const CACHE = join(ROOT, 'node_modules', '.cache', 'ringfence');
const KEPT = 4;
const KEPT_AT_LEAST = 24 * 3600 * 1000;

function run(folder: string, settings: Settings): Promise<void> {
  const script = fileURLToPath(new URL('./synthesise-main.ts', import.meta.url));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, folder, JSON.stringify(settings)], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    let words = '';
    const listen = (chunk: Buffer) => {
      words = (words + chunk.toString()).slice(-20_000);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) {
        resolve();
      } else {
        reject(new LocalRunError(`The app could not be synthesised:\n${words.trim()}`));
      }
    });
  });
}

/** Older assemblies go; another run may still load functions from one that was used today. */
function prune(): void {
  const old = readdirSync(CACHE)
    .map((name) => ({ path: join(CACHE, name), used: statSync(join(CACHE, name)).mtimeMs }))
    .toSorted((a, b) => b.used - a.used)
    .slice(KEPT)
    .filter(({ used }) => Date.now() - used > KEPT_AT_LEAST);
  for (const { path } of old) {
    rmSync(path, { recursive: true, force: true });
  }
}

/** The folder of the synthesised app for these settings; made only when a source, the lock file or a setting changed. */
export async function synthesise(
  settings: Settings,
  { onMake }: { readonly onMake?: () => void } = {},
): Promise<string> {
  const folder = join(CACHE, `assembly-${sourceHash(ROOT, settings)}`);
  if (!existsSync(folder)) {
    onMake?.();
    mkdirSync(CACHE, { recursive: true });
    const making = `${folder}.${process.pid}.${Date.now()}`;
    try {
      await run(making, settings);
      renameSync(making, folder);
    } catch (error) {
      rmSync(making, { recursive: true, force: true });
      // Another run was quicker with the same assembly.
      if (!existsSync(folder)) {
        throw error;
      }
    }
  }
  const now = new Date();
  utimesSync(folder, now, now);
  prune();
  return folder;
}
