import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const script = fileURLToPath(new URL('./measure-import.ts', import.meta.url));
const run = promisify(execFile);

/** Milliseconds to import the file in a fresh process that has these variables and no others. */
export async function timeImport(file: string, variables: Readonly<Record<string, string>>): Promise<number> {
  const { stdout } = await run(process.execPath, [script, file], { env: { TZ: 'UTC', ...variables } });
  return Number(stdout.trim().split('\n').at(-1));
}
