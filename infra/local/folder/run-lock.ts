import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { LocalRunError } from '../local-run-error.ts';
import type { DataFolder } from './data-folder.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';
import { identify, type ProcessIdentity, stillRuns } from './process-identity.ts';

const identitySchema = z.object({ pid: z.int().positive(), started: z.string(), command: z.string() });
const runSchema = z.object({ run: identitySchema, engine: identitySchema.nullable() });

/** Holds the data folder for this process. */
export interface RunLock {
  /** Notes the engine's process, so that the next start can end it if this one is killed. */
  rememberEngine(pid: number): void;
  release(): void;
}

function self(): ProcessIdentity {
  return identify(process.pid) ?? { pid: process.pid, started: '', command: '' };
}

/** Java outlives a killed parent and would hold the database and its port. */
async function endEngine(engine: ProcessIdentity): Promise<void> {
  if (!stillRuns(engine) || !engine.command.includes('DynamoDBLocal')) {
    return;
  }
  process.kill(engine.pid, 'SIGKILL');
  for (let waited = 0; stillRuns(engine) && waited < 5000; waited += 20) {
    await sleep(20);
  }
}

/** Takes the folder, ending what a killed run left behind; refuses while another run lives. */
export async function takeRunLock(folder: DataFolder): Promise<RunLock> {
  const before = readJsonFile(folder.runFile, runSchema, folder.path);
  if (before !== undefined) {
    if (stillRuns(before.run)) {
      throw new LocalRunError(
        `Another local run (process ${before.run.pid}) is using ${folder.path}. Stop it first, or give this one its own folder with RINGFENCE_DATA.`,
      );
    }
    if (before.engine !== null) {
      await endEngine(before.engine);
    }
  }
  const run = self();
  const mine = () => JSON.stringify(run);
  writeJsonFile(folder.runFile, { run, engine: null });
  const written = readJsonFile(folder.runFile, runSchema, folder.path);
  if (JSON.stringify(written?.run) !== mine()) {
    throw new LocalRunError(`Another local run took ${folder.path} at the same moment. Start this one again.`);
  }
  return {
    rememberEngine: (pid) => writeJsonFile(folder.runFile, { run, engine: identify(pid) ?? null }),
    release: () => {
      try {
        const held = runSchema.safeParse(JSON.parse(readFileSync(folder.runFile, 'utf8')));
        if (held.success && JSON.stringify(held.data.run) === mine()) {
          rmSync(folder.runFile, { force: true });
        }
      } catch {
        // Gone already: the folder was moved away under a running stack.
      }
    },
  };
}
