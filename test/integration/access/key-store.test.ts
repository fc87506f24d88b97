import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import type { KeyStore } from '#shared/access/key-store.ts';
import { registerKey, registerStandingKey } from '#shared/access/register-key.ts';
import { keyHash } from '#shared/access/regulator-key.ts';
import { createKeyStore } from '#shared/storage/access-store.ts';
import { fakeKeyStore } from '#test/support/access/fake-access.ts';
import { aRegistration } from '#test/support/access/registrations.ts';
import { createTables, engineClient } from '#test/support/tables.ts';

const stores: Record<string, () => Promise<KeyStore>> = {
  'the fake': async () => fakeKeyStore(),
  'the Access table': async () => {
    const client = engineClient();
    const { Access } = await createTables(client, 'Access');
    return createKeyStore(DynamoDBDocumentClient.from(client), Access);
  },
};

describe.each(Object.entries(stores))('%s', (_name, make) => {
  test('a registered key is found by its hash, and holds no trace of itself', async () => {
    const store = await make();
    await registerKey(aRegistration({ key: 'rfk_first-key-of-all' }), store);
    const found = await store.find(keyHash('rfk_first-key-of-all'));
    expect(found).toMatchObject({ keyId: 'us-ftc-1', regulators: ['us-ftc'], revokedAt: null });
    expect(JSON.stringify(found)).not.toContain('first-key');
    expect(await store.find(keyHash('another'))).toBeNull();
  });

  test('a regulator has two live keys; a third waits until one is revoked', async () => {
    const store = await make();
    const add = (n: number) =>
      registerKey(aRegistration({ key: `rfk_${n}-2345678901234`, keyId: `us-ftc-${n}` }), store);
    expect([await add(1), await add(2)]).toEqual([{ kind: 'added' }, { kind: 'added' }]);
    expect(await add(3)).toEqual({ kind: 'too_many_keys', regulator: 'us-ftc' });
    const { now } = aRegistration();
    expect(await store.revoke('us-ftc', 'us-ftc-1', now)).toBe(true);
    expect(await store.revoke('us-ftc', 'us-ftc-1', now)).toBe(false);
    expect(await add(3)).toEqual({ kind: 'added' });
    expect((await store.live('us-ftc', now)).map((key) => key.keyId).sort()).toEqual(['us-ftc-2', 'us-ftc-3']);
    expect((await store.find(keyHash('rfk_1-2345678901234')))?.revokedAt).toBe(now.toISOString());
  });

  test('an expired key frees its place', async () => {
    const store = await make();
    const expiresAt = new Date('2026-12-01T00:00:00Z');
    await registerKey(aRegistration({ key: 'rfk_1-2345678901234', keyId: 'a', expiresAt }), store);
    await registerKey(aRegistration({ key: 'rfk_2-2345678901234', keyId: 'b', expiresAt }), store);
    const later = aRegistration({ key: 'rfk_3-2345678901234', keyId: 'c', now: expiresAt });
    expect(await registerKey(later, store)).toEqual({ kind: 'added' });
  });

  test('the same key again changes nothing', async () => {
    const store = await make();
    await registerKey(aRegistration(), store);
    expect(await registerKey(aRegistration({ keyId: 'other' }), store)).toEqual({ kind: 'already_there' });
    expect(await store.live('us-ftc', aRegistration().now)).toHaveLength(1);
  });

  test('a key of several regulators takes a place with each, and gives all back', async () => {
    const store = await make();
    const { now } = aRegistration();
    await registerKey(aRegistration({ regulators: ['us-ftc', 'us-ma-ag'], keyId: 'both' }), store);
    expect(await store.live('us-ma-ag', now)).toHaveLength(1);
    await store.revoke('us-ma-ag', 'both', now);
    expect(await store.live('us-ftc', now)).toHaveLength(0);
  });

  test('of keys added at the same moment no more than two get in', async () => {
    const store = await make();
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, (_, n) =>
        registerKey(aRegistration({ key: `rfk_${n}-2345678901234`, keyId: `k${n}` }), store).catch(() => ({
          kind: 'gave_up',
        })),
      ),
    );
    expect(outcomes.filter(({ kind }) => kind === 'added').length).toBeLessThanOrEqual(2);
    expect((await store.live('us-ftc', aRegistration().now)).length).toBeLessThanOrEqual(2);
  });

  test('the standing key takes no place and replaces the one before', async () => {
    const store = await make();
    const standing = { keyId: 'local', regulators: ['us-ftc', 'us-ma-ag'] };
    await registerStandingKey(aRegistration({ ...standing, key: 'yesterday-key-1234' }), store);
    await registerStandingKey(aRegistration({ ...standing, key: 'todays-key-1234567' }), store);
    await registerStandingKey(aRegistration({ ...standing, key: 'todays-key-1234567' }), store);
    expect((await store.find(keyHash('yesterday-key-1234')))?.revokedAt).not.toBeNull();
    expect((await store.find(keyHash('todays-key-1234567')))?.revokedAt).toBeNull();
    expect(await store.live('us-ftc', aRegistration().now)).toHaveLength(0);
  });
});
