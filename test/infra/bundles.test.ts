import { basename } from 'node:path';
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
  const deployed = outputFiles.filter(({ path }) => !path.endsWith('.map'));
  expect(deployed.map(({ path }) => basename(path))).toContain('index.mjs');
  // With the data beside it.
  const bytes = deployed.reduce((sum, { contents }) => sum + contents.length, 0);
  expect(bytes / 1000).toBeLessThanOrEqual(mostKilobytes);
});
