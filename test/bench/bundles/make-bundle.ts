import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { esbuildOptions } from '#infra/constructs/bundling.ts';

const secretAtHand: Plugin = {
  name: 'secret-at-hand',
  setup({ onResolve }) {
    onResolve({ filter: /\/secret-store\.ts$/ }, () => ({
      path: fileURLToPath(new URL('./secret-at-hand.ts', import.meta.url)),
    }));
  },
};

/** Bundles a file as functions are; where the function reads its secret on loading, this one has it at hand. */
export async function makeBundle(
  entry: URL,
  file: string,
  external: string[] = esbuildOptions.external,
): Promise<void> {
  await build({
    ...esbuildOptions,
    external,
    platform: 'node',
    format: 'esm',
    entryPoints: [fileURLToPath(entry)],
    outfile: file,
    plugins: [secretAtHand],
    logLevel: 'error',
  });
}
