import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';

/** `npm test`: every check there is. The last line counts them; the exit status is 0 only when nothing failed. */

interface Step {
  readonly name: string;
  readonly command: readonly string[];
}

/** The longest first, so that none runs alone at the end. */
const checks: readonly Step[] = [
  { name: 'synthesis with cdk-nag', command: ['cdk', 'synth', '--quiet', '--output', 'cdk.out'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'format and lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'dead code', command: ['knip'] },
  { name: 'OpenAPI document', command: ['redocly', 'lint', 'functions/describe-service/openapi.json'] },
];

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), success: z.boolean() });

async function run(
  command: readonly string[],
  quiet: boolean,
): Promise<{ readonly ok: boolean; readonly output: string }> {
  const [file = '', ...args] = command;
  const child = spawn(file, args, { stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'] });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', resolve);
  });
  return { ok: code === 0, output };
}

let passed = 0;
let failed = 0;

async function check({ name, command }: Step): Promise<void> {
  const started = Date.now();
  const { ok, output } = await run(command, true);
  passed += ok ? 1 : 0;
  failed += ok ? 0 : 1;
  console.log(
    `${ok ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)${ok ? '' : `\n${output}`}`,
  );
}

/** Each check uses one core for most of its time, so as many run beside each other as there are cores, up to four. */
const waiting = checks.values();
async function checkInTurn(): Promise<void> {
  for (const step of waiting) {
    await check(step);
  }
}
await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, checkInTurn));

const folder = mkdtempSync(join(tmpdir(), 'ringfence-test-'));
const file = join(folder, 'vitest.json');
const { ok } = await run(
  ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
  false,
);
try {
  const report = vitestReport.parse(JSON.parse(readFileSync(file, 'utf8')));
  passed += report.numPassedTests;
  // A file that cannot be loaded fails without a failed test.
  failed += report.numFailedTests === 0 && !(ok && report.success) ? 1 : report.numFailedTests;
} catch {
  failed += 1;
}
rmSync(folder, { recursive: true, force: true });

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
