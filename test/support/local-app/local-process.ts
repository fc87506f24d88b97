import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../infra/local/main.ts', import.meta.url));

export interface LocalProcess {
  readonly child: ChildProcess;
  /** Everything printed so far. */
  readonly output: () => string;
  /** Exit status, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  /** The printed address; rejects with what was printed when it ends first. */
  readonly ready: Promise<string>;
}

/** Runs `node infra/local/main.ts` as a process of its own, with nothing of this process's environment but the path. */
export function startLocalProcess(environment: Record<string, string>): LocalProcess {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
  const ready = new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /^Ringfence: (\S+)$/m.exec(printed)?.[1];
      if (address !== undefined && /\bready\b.*\n$/.test(printed)) {
        resolve(address);
      }
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('close', () => reject(new Error(`it ended: ${printed}`)));
  });
  ready.catch(() => {});
  return { child, output: () => printed, ended, ready };
}

/** Process id of the Java of a run, as its data folder says. */
export function engineOf(dataFolder: string): number {
  const run: { engine: { pid: number } } = JSON.parse(readFileSync(join(dataFolder, 'run.json'), 'utf8'));
  return run.engine.pid;
}

export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}
