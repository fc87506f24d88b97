import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { esbuildOptions } from '#infra/constructs/bundling.ts';
import { functionSpecs } from '#infra/functions.ts';

const mostKilobytes = 750;

it.each(functionSpecs.map(({ name }) => name))(`%s is bundled into at most ${mostKilobytes} KB`, async (name) => {
  const { outputFiles } = await build({
    ...esbuildOptions,
    platform: 'node',
    format: 'esm',
    entryPoints: [`functions/${name}/index.ts`],
    outfile: 'index.mjs',
    write: false,
  });
  const code = outputFiles.find(({ path }) => path.endsWith('index.mjs'));
  expect(code?.contents.length).toBeGreaterThan(0);
  expect((code?.contents.length ?? 0) / 1000).toBeLessThanOrEqual(mostKilobytes);
});
