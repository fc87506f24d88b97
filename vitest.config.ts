import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files of a kind that starts nothing share the modules they import; test/support/setup.ts holds them to leaving no trace. */
const sharing = { isolate: false, restoreMocks: true, unstubEnvs: true, unstubGlobals: true };

/** Takes longest by far, and mostly waits: begun first, it does not run on alone at the end. */
const longest = '/kill.test.ts';

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLongest = ({ moduleId }: TestSpecification) => Number(moduleId.endsWith(longest));
    return (await super.sort(files)).toSorted((a, b) => isLongest(b) - isLongest(a));
  }
}

/** Kinds of test that generate cases. */
const generates = new Set(['unit', 'property', 'threats']);

const project = (name: string, needsEngine: boolean, testTimeout = 30_000, options = {}) => ({
  test: {
    ...options,
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout,
    hookTimeout: 120_000,
    setupFiles: ['test/support/setup.ts', ...(generates.has(name) ? ['test/support/property-seed.ts'] : [])],
    ...(needsEngine ? { globalSetup: ['test/support/global-setup.ts'] } : {}),
  },
});

/** One project per kind of test. Those that need Amazon's DynamoDB engine share a single one (test/support/global-setup.ts). */
export default defineConfig({
  test: {
    // One more than two cores: tests that wait for a process, a queue or a page leave a quarter of their time unused.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    sequence: { sequencer: LongestFirst },
    projects: [
      project('unit', false, 30_000, sharing),
      project('property', false, 120_000, sharing),
      project('infra', false, 120_000, sharing),
      project('integration', true, 600_000),
      project('threats', true, 120_000),
      project('browser', false, 300_000),
    ],
  },
});
