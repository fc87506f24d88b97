import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { functionSpecs } from '#infra/functions.ts';
import { deployedFunctions } from '#test/support/local-app/deployed-functions.ts';

const mostKilobytes = 750;

/** Folders of the assets by function, as the app is deployed: how CDK calls esbuild is part of what is measured. */
let folders: ReadonlyMap<string, string>;

beforeAll(async () => {
  folders = new Map((await deployedFunctions()).map(({ name, file }) => [name, dirname(file)]));
}, 600_000);

it.each(functionSpecs.map(({ name }) => name))(`%s is bundled into at most ${mostKilobytes} KB`, (name) => {
  const folder = folders.get(name) ?? '';
  // With the data beside it; source map and esbuild's own list are not loaded.
  const files = readdirSync(folder).filter((file) => !file.endsWith('.map') && file !== 'index.meta.json');
  expect(files).toContain('index.mjs');
  const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  expect(bytes / 1000).toBeLessThanOrEqual(mostKilobytes);
});
