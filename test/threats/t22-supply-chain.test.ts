import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod';

const versions = z.record(z.string(), z.string());
const manifest = z
  .object({ dependencies: versions, devDependencies: versions, allowScripts: z.record(z.string(), z.boolean()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));
const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.looseObject({
        integrity: z.string().optional(),
        link: z.boolean().optional(),
        hasInstallScript: z.boolean().optional(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));

test('T22: every dependency is pinned to an exact version', () => {
  const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  );
  expect(loose).toEqual([]);
});

test('T22: every package of the lock file is held by its hash', () => {
  const unhashed = Object.entries(lock.packages).filter(
    ([path, entry]) =>
      path !== '' &&
      entry.link !== true &&
      !/^sha512-/.test(entry.integrity ?? '') &&
      !path.includes('/node_modules/', 13),
  );
  expect(unhashed.map(([path]) => path)).toEqual([]);
});

test('T22: only packages named in the manifest may run a script when installed', () => {
  const scripts = Object.entries(lock.packages)
    .filter(([, entry]) => entry.hasInstallScript === true)
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
  // fsevents exists on macOS only.
  expect(new Set(scripts.filter((name) => name !== 'fsevents'))).toEqual(new Set(Object.keys(manifest.allowScripts)));
});

test('T22: the AWS command line stays on its second major version', () => {
  expect(manifest.devDependencies['aws-cdk']).toMatch(/^2\./);
});
