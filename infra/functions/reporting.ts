import type { FunctionSpec } from './function-spec.ts';
import { followingSettings, reportSettings, reportTables } from './report-access.ts';
import { anyone } from './routes-for.ts';

/** What programs of those who report call, and what reads and sweeps the call logs they upload. */
export const reporting: readonly FunctionSpec[] = [
  {
    name: 'take-report',
    memory: 1024,
    timeoutSeconds: 29,
    tables: reportTables,
    talliesReporters: true,
    masterSecret: true,
    settings: reportSettings,
    routes: anyone('POST /v1/reports', 'POST /v1/reports/batch'),
    harm: 'People who report a call or text get an error instead of a receipt.',
  },
  {
    name: 'read-call-log',
    // A packed log of 4 MB holds up to 200,000 rows.
    memory: 2048,
    timeoutSeconds: 29,
    settings: ['DEFAULT_COUNTRY'],
    routes: anyone('POST /v1/call-logs'),
    harm: 'People who send the call log of their phone get an error and would have to type every call.',
  },
  {
    name: 'take-call-log-upload',
    memory: 1024,
    timeoutSeconds: 29,
    uploadBucket: { asked: ['read', 'write', 'list'], files: ['write'], read: ['read'] },
    settings: ['DEFAULT_COUNTRY'],
    routes: anyone('POST /v1/call-logs/uploads', 'GET /v1/call-logs/{id}'),
    harm: 'People whose call log is larger than 4 MB can neither upload it nor see what was read.',
  },
  {
    name: 'read-uploaded-log',
    memory: 2048,
    // 1 GB, unpacked, at the speed of the slowest format.
    timeoutSeconds: 300,
    uploadBucket: { asked: ['read', 'list', 'erase'], files: ['read', 'erase'], read: ['read', 'write', 'erase'] },
    settings: ['DEFAULT_COUNTRY'],
    uploads: ['files', 'again'],
    harm: 'People who uploaded a call log wait for a list of their calls that never comes.',
  },
  {
    name: 'sweep-call-logs',
    memory: 512,
    timeoutSeconds: 240,
    uploadBucket: { asked: ['list', 'erase'], files: ['erase'], again: ['erase'], read: ['erase'] },
    everyMinutes: 30,
    silent: 'call-logs-kept',
    harm: 'Call logs of people who did not come back stay longer than the 24 hours they were promised.',
  },
  {
    name: 'follow-report',
    memory: 1024,
    timeoutSeconds: 15,
    tables: reportTables,
    masterSecret: true,
    settings: followingSettings,
    routes: anyone(
      'GET /v1/reports/{receipt}',
      'PATCH /v1/reports/{receipt}',
      'DELETE /v1/reports/{receipt}',
      'GET /v1/reports/{receipt}/complaints/{id}',
      'GET /v1/reports/{receipt}/complaints/{id}/letter.txt',
    ),
    harm: 'People cannot follow, correct or withdraw their report.',
  },
];
