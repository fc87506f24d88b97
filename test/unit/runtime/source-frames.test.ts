import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { esbuildOptions } from '#infra/constructs/bundling.ts';
import { sourceFrames } from '#shared/runtime/source-frames.ts';

const folder = mkdtempSync(join(tmpdir(), 'ringfence-frames-'));
const bundle = join(folder, 'index.mjs');

beforeAll(async () => {
  const source = ['interface Told {', '  readonly name: string;', '}', 'export function fail(told: Told): never {'];
  writeFileSync(join(folder, 'failing.ts'), [...source, '  throw new Error(told.name);', '}'].join('\n'));
  await build({
    ...esbuildOptions,
    platform: 'node',
    format: 'esm',
    entryPoints: [join(folder, 'failing.ts')],
    outfile: bundle,
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a frame of a bundle names the source that was written', () => {
  const address = pathToFileURL(bundle).href;
  const lines = readFileSync(bundle, 'utf8').split('\n');
  const line = lines.findIndex((each) => each.includes('new Error')) + 1;
  const column = (lines[line - 1]?.indexOf('new Error') ?? 0) + 1;
  expect(sourceFrames([`    at fail (${address}:${line}:${column})`, `    at ${bundle}:${line}:${column}`])).toEqual([
    '    at fail (failing.ts:5:9)',
    '    at failing.ts:5:9',
  ]);
});

test.each([
  '    at node:internal/modules/run_main:101:5',
  '    at gone (file:///no/such/place/index.mjs:1:2)',
  '    at Object.<anonymous> (/somewhere/index.cjs:1:2)',
  '',
])('%j stays as it is', (frame) => {
  expect(sourceFrames([frame])).toEqual([frame]);
});
