import type { FunctionSpec } from './function-spec.ts';
import { regulators } from './routes-for.ts';

/** What regulators call with their key. */
export const regulatorApi: readonly FunctionSpec[] = [
  {
    name: 'serve-offenders',
    memory: 1024,
    timeoutSeconds: 29,
    tables: { Subjects: ['read', 'scan'], Facts: ['read'] },
    opensByKey: true,
    masterSecret: true,
    routes: regulators('GET /v1/offenders', 'GET /v1/offenders/{id}', 'GET /v1/audit'),
    harm: 'Regulators cannot read offenders or their audit trail.',
  },
  {
    name: 'serve-exports',
    memory: 1024,
    timeoutSeconds: 29,
    opensByKey: true,
    exportBucket: ['read', 'list'],
    settings: ['EXPORT_DELIVERY'],
    routes: regulators('GET /v1/exports', 'GET /v1/exports/{id}', 'GET /v1/exports/{id}/{file}'),
    harm: 'Regulators cannot fetch exports and work from an old list.',
  },
  {
    name: 'serve-complaints',
    memory: 1024,
    timeoutSeconds: 15,
    // Whether a report still stands, before its complaint is given out for the first time.
    tables: { Complaints: ['read', 'put'], Reports: ['read'] },
    opensByKey: true,
    complaintBucket: ['read', 'list'],
    masterSecret: true,
    routes: regulators('GET /v1/complaints', 'GET /v1/complaints/{id}', 'POST /v1/complaints/{id}/events'),
    harm: 'Regulators cannot fetch or answer complaints, and people who complained see no progress.',
  },
];
