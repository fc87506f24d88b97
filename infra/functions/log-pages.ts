import type { FunctionSpec } from './function-spec.ts';
import { reportSettings, reportTables } from './report-access.ts';
import { pages } from './routes-for.ts';

/** Pages of the browser for a whole call log. */
export const logPages: readonly FunctionSpec[] = [
  {
    name: 'serve-log-upload',
    memory: 1024,
    timeoutSeconds: 29,
    uploadBucket: { asked: ['read', 'write', 'list'], files: ['write'], again: ['write'], read: ['read'] },
    masterSecret: true,
    settings: ['DEFAULT_COUNTRY', 'PUBLIC_URL'],
    routes: pages('GET /log', 'POST /log', 'GET /log/{id}/columns', 'POST /log/{id}/columns', 'POST /log/{id}/zone'),
    harm: 'People with a browser cannot upload a call log or say how it is to be read.',
  },
  {
    name: 'serve-log-pages',
    memory: 1024,
    timeoutSeconds: 29,
    uploadBucket: { asked: ['read', 'list', 'erase'], files: ['erase'], read: ['read', 'erase'] },
    masterSecret: true,
    settings: ['DEFAULT_COUNTRY'],
    routes: pages('GET /log/{id}', 'POST /log/{id}', 'POST /log/{id}/next'),
    harm: 'People who uploaded a call log do not see its calls and cannot choose among them.',
  },
  {
    name: 'serve-log-reports',
    memory: 1024,
    timeoutSeconds: 29,
    tables: reportTables,
    talliesReporters: true,
    masterSecret: true,
    settings: reportSettings,
    routes: pages('POST /log/{id}/reports', 'GET /log/{id}/reports', 'GET /log/{id}/receipts.txt'),
    harm: 'People who chose calls of their log cannot report them, or do not see their receipts.',
  },
];
