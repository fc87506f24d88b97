import { afterAll, vi } from 'vitest';

// With `npm ci --ignore-scripts` there is no Node 24 binary and npm scripts silently run on the system's Node.
const major = Number(process.versions.node.split('.')[0]);
if (major !== 24) {
  throw new Error(
    `Tests run on Node 24, the Lambda runtime's major version; this is ${process.version}. Run them with npm.`,
  );
}

process.env['TZ'] = 'UTC';

// Test files may share a process (vitest.config.ts): each leaves it as it was.
const traces = () => ({
  'fake timers': vi.isFakeTimers(),
  'another folder': process.cwd(),
  // Powertools writes its version into this one when it is loaded.
  variables: JSON.stringify(Object.entries({ ...process.env, AWS_SDK_UA_APP_ID: '' }).toSorted()),
});
const before = traces();
afterAll(() => {
  vi.unstubAllEnvs();
  const after = traces();
  for (const [what, was] of Object.entries(before)) {
    if (Reflect.get(after, what) !== was) {
      throw new Error(`this file leaves behind: ${what}`);
    }
  }
});
