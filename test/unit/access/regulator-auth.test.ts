import { expect, test } from 'vitest';
import { registerKey } from '#shared/access/register-key.ts';
import { authenticate } from '#shared/http/regulator-auth.ts';
import { fakeKeyStore } from '#test/support/access/fake-access.ts';
import { aRegistration } from '#test/support/access/registrations.ts';

async function authenticated(authorization: string, key = 'a local key, 16+ characters') {
  const keys = fakeKeyStore();
  await registerKey(aRegistration({ key, regulators: ['us-ftc', 'us-ma-ag'], keyId: 'local' }), keys);
  const request = {
    route: 'GET /v1/complaints',
    method: 'GET',
    path: '/v1/complaints',
    parameters: {},
    query: {},
    rawQuery: '',
    headers: { authorization },
    body: Buffer.alloc(0),
    requestId: 'request-1',
    sourceAddress: '192.0.2.1',
  };
  return authenticate(request, 'complaints', { keys, clock: () => new Date('2026-11-21T00:00:00Z') });
}

test.each([
  'Bearer a local key, 16+ characters',
  'bearer   a local key, 16+ characters ',
  'BEARER a local key, 16+ characters',
])('"%s" opens, and says for whom', async (header) => {
  expect(await authenticated(header)).toEqual({
    kind: 'allowed',
    access: { keyId: 'local', regulators: ['us-ftc', 'us-ma-ag'] },
  });
});

test.each(['', 'Bearer', 'Bearer ', 'a local key, 16+ characters', 'Token a local key, 16+ characters'])(
  '"%s" does not',
  async (header) => {
    expect(await authenticated(header)).toMatchObject({ kind: 'refused', response: { status: 401 } });
  },
);

test.each([
  ['x'.repeat(15), 'too_short'],
  ['x'.repeat(16), 'added'],
])('a key of %j is %s', async (key, kind) => {
  expect(await registerKey(aRegistration({ key }), fakeKeyStore())).toEqual({ kind });
});
