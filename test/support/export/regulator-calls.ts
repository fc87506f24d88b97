import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { ServeExportsDependencies } from '#functions/serve-exports/dependencies.ts';
import { createHandler as createExportsHandler } from '#functions/serve-exports/handler.ts';
import type { ServeOffendersDependencies } from '#functions/serve-offenders/dependencies.ts';
import { createHandler as createOffendersHandler } from '#functions/serve-offenders/handler.ts';
import { registerKey } from '#shared/access/register-key.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { silentLog } from '#shared/runtime/log.ts';
import { fakeAuditTrail, fakeKeyStore } from '#test/support/access/fake-access.ts';
import { aRegistration } from '#test/support/access/registrations.ts';
import { httpEvent } from '#test/support/http-event.ts';
import { fakeArchive } from './fake-archive.ts';
import { fakeSource } from './offender-builders.ts';

export const testKey = 'rfk_0123456789abcdef';
export const testNow = new Date('2026-11-21T12:00:00Z');

interface Call {
  readonly headers?: Record<string, string>;
  /** Null: no Authorization header. */
  readonly key?: string | null;
}

/** serve-offenders and serve-exports over fakes, called by address as a regulator would: `get('/v1/offenders?limit=5')`. */
export async function regulatorCalls(over: Partial<ServeOffendersDependencies & ServeExportsDependencies> = {}) {
  const audit = fakeAuditTrail();
  const keys = fakeKeyStore();
  await registerKey(aRegistration({ key: testKey }), keys);
  const archive = fakeArchive();
  const deps: ServeOffendersDependencies & ServeExportsDependencies = {
    source: fakeSource([]),
    archive,
    delivery: 'inline',
    keys,
    audit,
    cursorHash: keyedHash('a secret for tests', 'cursor'),
    clock: () => testNow,
    newId: () => `entry-${String(audit.entries.length).padStart(6, '0')}`,
    log: silentLog,
    ...over,
  };
  const offenders = createOffendersHandler(deps);
  const exports = createExportsHandler(deps);
  const get = async (address: string, { headers = {}, key = testKey }: Call = {}) =>
    (address.startsWith('/v1/exports') ? exports : offenders)(
      httpEvent({
        ...routeOf(address),
        headers: { ...headers, ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
      }),
    );
  return { get, keys, audit, archive };
}

function routeOf(address: string) {
  const [path = '', query = ''] = address.split('?');
  const [, , list = '', id, file] = path.split('/').map(decodeURIComponent);
  const parameters = { ...(id === undefined ? {} : { id }), ...(file === undefined ? {} : { file }) };
  const route = `GET /v1/${list}${id === undefined ? '' : '/{id}'}${file === undefined ? '' : '/{file}'}`;
  return { route, parameters, query };
}

export const bytesOf = (result: APIGatewayProxyStructuredResultV2): Buffer =>
  Buffer.from(result.body ?? '', result.isBase64Encoded === true ? 'base64' : 'utf8');
