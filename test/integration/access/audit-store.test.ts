import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import type { AuditEntry, AuditTrail } from '#shared/access/audit.ts';
import { createAuditTrail } from '#shared/storage/audit-store.ts';
import { fakeAuditTrail } from '#test/support/access/fake-access.ts';
import { createTables, engineClient } from '#test/support/tables.ts';

function anEntry(n: number, changes: Partial<AuditEntry> = {}): AuditEntry {
  return {
    id: `entry-${n}`,
    at: new Date(Date.UTC(2026, 10, 21, 12, 0, n)).toISOString(),
    keyId: 'us-ftc-1',
    action: 'offenders_listed',
    filter: { minReporters: 3 },
    rows: 7,
    objectId: null,
    sourceAddress: '192.0.2.1',
    requestId: 'request-1',
    ...changes,
  };
}

const trails: Record<string, () => Promise<AuditTrail>> = {
  'the fake': async () => fakeAuditTrail(),
  'the Access table': async () => {
    const client = engineClient();
    const { Access } = await createTables(client, 'Access');
    return createAuditTrail(DynamoDBDocumentClient.from(client), Access);
  },
};

describe.each(Object.entries(trails))('%s', (_name, make) => {
  test('entries come back newest first, by pages, each once', async () => {
    const trail = await make();
    for (let n = 0; n < 7; n += 1) {
      await trail.append(anEntry(n), ['us-ftc']);
    }
    const first = await trail.page(['us-ftc'], null, 3);
    const second = await trail.page(['us-ftc'], first.at(-1) ?? null, 3);
    const third = await trail.page(['us-ftc'], second.at(-1) ?? null, 3);
    expect([first, second, third].map((page) => page.map(({ id }) => id.slice(-1)).join(''))).toEqual([
      '654',
      '321',
      '0',
    ]);
    expect(first[0]).toEqual(anEntry(6));
  });

  test('a regulator sees its own entries only; a key of two leaves one entry with each', async () => {
    const trail = await make();
    await trail.append(anEntry(1), ['us-ftc']);
    await trail.append(anEntry(2), ['us-ma-ag']);
    await trail.append(anEntry(3, { at: anEntry(2).at }), ['us-ftc', 'us-ma-ag']);
    const ids = async (...regulators: string[]) => (await trail.page(regulators, null, 10)).map(({ id }) => id);
    expect(await ids('us-ftc')).toEqual(['entry-3', 'entry-1']);
    expect(await ids('us-ma-ag')).toEqual(['entry-3', 'entry-2']);
    expect(await ids('us-ftc', 'us-ma-ag')).toEqual(['entry-3', 'entry-2', 'entry-1']);
    expect(await ids('gb-ico')).toEqual([]);
  });
});

test('the table takes no entry twice: nothing written is ever overwritten', async () => {
  const client = engineClient();
  const { Access } = await createTables(client, 'Access');
  const trail = createAuditTrail(DynamoDBDocumentClient.from(client), Access);
  await trail.append(anEntry(1), ['us-ftc']);
  await expect(trail.append(anEntry(1, { rows: 0 }), ['us-ftc'])).rejects.toThrow();
  expect((await trail.page(['us-ftc'], null, 10)).map(({ rows }) => rows)).toEqual([7]);
});
