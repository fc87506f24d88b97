import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { median } from '../figures.ts';
import type { Question } from './build-archive.ts';

const rounds = 7;
const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0);

/** How long a fresh process takes to its first answer, and what memory a process with the whole archive takes. */
export async function firstAnswers(archive: string, { e164 }: Question): Promise<void> {
  const program = await bundle();
  const times: Record<string, number[]> = { empty: [], ask: [], hold: [] };
  const memory: Record<string, number> = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const what of ['empty', 'ask', 'hold']) {
      const started = performance.now();
      const lines = execFileSync(process.execPath, [program, what, archive, e164], { encoding: 'utf8' }).split('\n');
      times[what]?.push(performance.now() - started);
      memory[what] = Number(lines.at(-2));
      if (what !== 'empty' && Number(lines[0]) === 0) {
        throw new Error('the first answer is wrong');
      }
    }
  }
  const [empty = 0, ask = 0, hold = 0] = ['empty', 'ask', 'hold'].map((what) => median(times[what] ?? []));
  console.log(
    `  first answer       ${(ask - empty).toFixed(0)} ms after an empty process (${empty.toFixed(0)} ms), reading one page; ${(hold - empty).toFixed(0)} ms with all pages read first`,
  );
  console.log(
    `  resident memory    ${megabytes(memory['hold'] ?? 0)} MB with all pages, ${megabytes(memory['empty'] ?? 0)} MB empty`,
  );

  /** As a function would be deployed. */
  async function bundle(): Promise<string> {
    const { build } = await import('esbuild');
    const outfile = `${archive}.mjs`;
    await build({
      entryPoints: [join(import.meta.dirname, 'fresh-process.ts')],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'error',
    });
    return outfile;
  }
}
