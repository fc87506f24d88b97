import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

/**
 * The worker's code without its types, as a data URL, made once: a worker that strips types itself loads the compiler
 * first, which is 90 of its 170 milliseconds.
 */
function makeWorkerCode(): URL {
  const source = readFileSync(new URL('./function-worker.ts', import.meta.url), 'utf8');
  return new URL(`data:text/javascript,${encodeURIComponent(strip(source))}`);
}

/** Without Node's remark that the function is experimental, which is no news to whoever reads the start's output. */
function strip(source: string): string {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}

let code: URL | undefined;

export function workerCode(): URL {
  code ??= makeWorkerCode();
  return code;
}
