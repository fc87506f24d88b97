import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const packageSchema = z.looseObject({ version: z.string() });
const versionOf = (name: string) =>
  packageSchema.parse(JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'))).version;

describe('the toolchain', () => {
  it('has the CDK command line of major version 2: 3.0.0 was published by accident (aws/aws-cdk #38113)', () => {
    expect(versionOf('aws-cdk')).toMatch(/^2\./);
  });

  it('has cdk-nag 3, which checks as a validation plugin', () => {
    expect(versionOf('cdk-nag')).toMatch(/^3\./);
  });

  it('starts the app without a compiler', () => {
    expect(JSON.parse(readFileSync('cdk.json', 'utf8'))).toMatchObject({ app: 'node infra/app.ts' });
  });
});
