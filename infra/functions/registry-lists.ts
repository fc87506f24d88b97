import type { FunctionSpec } from './function-spec.ts';

/** Work on uploaded do-not-call lists. */
export const registryLists: readonly FunctionSpec[] = [
  {
    name: 'read-registry-file',
    // A national list as a bit a number takes 200 MB and a minute of processor (docs/registry-uploads.md).
    memory: 2048,
    timeoutSeconds: 900,
    tables: { Registrations: ['read', 'put', 'update', 'load'] },
    registryBucket: ['read', 'list', 'write', 'erase'],
    listBucket: { incoming: ['read', 'list', 'erase'], staged: ['write'] },
    worksOnLists: { queue: 'files', atOnce: 4, attempts: 3 },
    harm: 'A do-not-call list that was uploaded does not come to answer: reports of people are judged by an older one.',
  },
  {
    name: 'load-registry-area',
    memory: 1024,
    timeoutSeconds: 300,
    tables: { Registrations: ['read', 'put', 'update', 'load'] },
    registryBucket: ['list', 'write', 'erase'],
    listBucket: { staged: ['read', 'list', 'write', 'erase'] },
    worksOnLists: { queue: 'areas', atOnce: 10, attempts: 5 },
    harm: 'A do-not-call list that was read does not come to answer: reports of people are judged by an older one.',
  },
];
