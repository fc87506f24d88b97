import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildApp } from '#infra/build-app.ts';
import { readCloudAssembly } from '#infra/local/assembly/cloud-assembly.ts';
import { KNOWN_TYPES } from '#infra/local/resources/known-resources.ts';
import { refuseUnknownTypes } from '#infra/local/template/make-resources.ts';
import { localSettings } from '#infra/settings.ts';

test('the local run knows every resource type of the app it runs', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'ringfence-app-'));
  try {
    buildApp(localSettings, { outdir, bundle: false }).synth();
    const assembly = readCloudAssembly(outdir);
    expect(assembly.stacks.length).toBeGreaterThanOrEqual(2);
    refuseUnknownTypes(assembly, KNOWN_TYPES);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
});
