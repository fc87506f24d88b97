import { build, type Metafile } from 'esbuild';
import { beforeAll, expect, it } from 'vitest';
import { esbuildOptions } from '#infra/constructs/bundling.ts';
import { functionSpecs } from '#infra/functions.ts';

const mostKilobytes = 750;

let outputs: Metafile['outputs'];

// All at once: what they share is read once.
beforeAll(async () => {
  const built = await build({
    ...esbuildOptions,
    platform: 'node',
    format: 'esm',
    entryPoints: Object.fromEntries(functionSpecs.map(({ name }) => [`${name}/index`, `functions/${name}/index.ts`])),
    outdir: 'bundles',
    sourcemap: false,
    metafile: true,
    write: false,
  });
  outputs = built.metafile.outputs;
});

it.each(functionSpecs.map(({ name }) => name))(`%s is bundled into at most ${mostKilobytes} KB`, (name) => {
  const bundle = outputs[`bundles/${name}/index.js`];
  // With the data beside it.
  const data = new Set(bundle?.imports.map(({ path }) => path).filter((path) => outputs[path] !== undefined));
  const bytes = [...data].reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), bundle?.bytes ?? Number.NaN);
  expect(bytes / 1000).toBeGreaterThan(100);
  expect(bytes / 1000).toBeLessThanOrEqual(mostKilobytes);
});
