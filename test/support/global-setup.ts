import type { TestProject } from 'vitest/node';
import { startEngine } from './engine.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    engineEndpoint: string;
  }
}

/** Starts Amazon's DynamoDB engine once for all test files; each makes its own tables (test/support/tables.ts). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const engine = await startEngine();
  project.provide('engineEndpoint', engine.endpoint);
  return engine.stop;
}
