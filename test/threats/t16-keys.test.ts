import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import { registerKey } from '#shared/access/register-key.ts';
import { type AccessScope, accessScopes, newRegulatorKey } from '#shared/access/regulator-key.ts';
import type { Log, LogFields } from '#shared/runtime/log.ts';
import { createKeyStore } from '#shared/storage/access-store.ts';
import { addressSeconds } from '#shared/storage/export-archive.ts';
import { aRegistration } from '#test/support/access/registrations.ts';
import { regulatorCalls, testKey, testNow } from '#test/support/export/regulator-calls.ts';
import { jsonOf } from '#test/support/http-event.ts';
import { createTables, engineClient } from '#test/support/tables.ts';

const calls: [address: string, scope: AccessScope][] = [
  ['/v1/offenders', 'offenders'],
  ['/v1/offenders/00000000000000000000000001', 'offenders'],
  ['/v1/exports', 'exports'],
  ['/v1/exports/latest', 'exports'],
  ['/v1/exports/20261121T120000000Z/offenders_20261121T120000000Z_full_v1.csv.gz', 'exports'],
  ['/v1/audit', 'audit'],
];

test('T16: a key is a registrable prefix and 32 random bytes', () => {
  expect(newRegulatorKey((bytes) => Buffer.alloc(bytes, 0xff))).toBe(`rfk_${'_'.repeat(42)}8`);
});

describe.each(calls)('T16: %s', (address, scope) => {
  test('missing, malformed, unknown, expired and revoked keys get one and the same answer', async () => {
    const { get, keys } = await regulatorCalls();
    const expired = aRegistration({ key: 'rfk_expired-expired-key', keyId: 'expired', expiresAt: testNow });
    await registerKey(expired, keys);
    await keys.revoke('us-ftc', 'us-ftc-1', testNow);
    const answers = await Promise.all([
      get(address, { key: null }),
      get(address, { key: 'short' }),
      get(address, { key: 'x'.repeat(10_000) }),
      get(address, { key: 'rfk_unknown-unknown-unknown' }),
      get(address, { key: 'rfk_expired-expired-key' }),
      get(address, { key: testKey }),
      get(address, { key: null, headers: { authorization: `Basic ${btoa(`x:${testKey}`)}` } }),
      get(`${address}?access_token=${testKey}`, { key: null }),
    ]);
    for (const { statusCode, headers, body } of answers) {
      expect({ statusCode, headers, body }).toEqual({
        statusCode: 401,
        headers: expect.objectContaining({ 'www-authenticate': 'Bearer', 'content-type': 'application/problem+json' }),
        body: answers[0]?.body,
      });
    }
  });

  test('a live key without the scope gets 403, with it an answer', async () => {
    const { get, keys } = await regulatorCalls();
    await keys.revoke('us-ftc', 'us-ftc-1', testNow);
    const others = accessScopes.filter((each) => each !== scope);
    await registerKey(aRegistration({ key: 'rfk_all-but-one-scope', keyId: 'others', scopes: others }), keys);
    await registerKey(aRegistration({ key: 'rfk_one-scope-only', keyId: 'one', scopes: [scope] }), keys);
    const refused = await get(address, { key: 'rfk_all-but-one-scope' });
    expect([refused.statusCode, jsonOf(refused).type]).toEqual([403, 'urn:ringfence:problem:forbidden']);
    expect(refused.headers?.['www-authenticate']).toContain('insufficient_scope');
    expect([200, 404]).toContain((await get(address, { key: 'rfk_one-scope-only' })).statusCode);
  });
});

test('T16: of two keys that are being changed both work; the revoked one stops at once, the other goes on', async () => {
  const { get, keys } = await regulatorCalls();
  await registerKey(aRegistration({ key: 'rfk_the-next-key-in-line', keyId: 'next' }), keys);
  const status = async (key: string) => (await get('/v1/offenders', { key })).statusCode;
  expect([await status(testKey), await status('rfk_the-next-key-in-line')]).toEqual([200, 200]);
  await keys.revoke('us-ftc', 'us-ftc-1', testNow);
  expect([await status(testKey), await status('rfk_the-next-key-in-line')]).toEqual([401, 200]);
});

test('T16: a key of one regulator reads no trail of another', async () => {
  const { get, keys } = await regulatorCalls();
  await registerKey(aRegistration({ key: 'rfk_of-another-office', keyId: 'ma', regulators: ['us-ma-ag'] }), keys);
  await get('/v1/offenders');
  expect(jsonOf(await get('/v1/audit', { key: 'rfk_of-another-office' })).entries).toEqual([]);
  const first = jsonOf(await get('/v1/audit?limit=1'));
  expect(first.entries).toHaveLength(1);
  const foreign = await get(`/v1/audit?cursor=${first.next}`, { key: 'rfk_of-another-office' });
  expect(foreign.statusCode).toBe(400);
});

test('T16: nothing that is stored or logged holds a key', async () => {
  const client = engineClient();
  const { Access } = await createTables(client, 'Access');
  const documents = DynamoDBDocumentClient.from(client);
  const secret = newRegulatorKey((bytes) => Buffer.alloc(bytes, 7));
  await registerKey(aRegistration({ key: secret }), createKeyStore(documents, Access));
  const { Items } = await documents.send(new ScanCommand({ TableName: Access }));
  const written: LogFields[] = [];
  const note = (event: string, fields?: LogFields) => written.push({ event, ...fields });
  const log: Log = { info: note, warn: note, error: (event, _error, fields) => note(event, fields) };
  const { get, audit } = await regulatorCalls({ keys: createKeyStore(documents, Access), log });
  expect((await get('/v1/offenders', { key: secret })).statusCode).toBe(200);
  expect((await get('/v1/offenders', { key: `${secret}x` })).statusCode).toBe(401);
  expect(written.length).toBe(2);
  expect(JSON.stringify([Items, written, audit.entries])).not.toContain(secret.slice(4, 24));
});

test('T16: a file address that leaks dies within a quarter of an hour', () => {
  expect(addressSeconds).toBeLessThanOrEqual(900);
});
