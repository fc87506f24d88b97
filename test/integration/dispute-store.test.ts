import { beforeEach, describe, expect, test } from 'vitest';
import { createDisputeStore } from '#shared/storage/dispute-store.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { createListingMarks } from '#shared/storage/listing-marks.ts';
import { createHeadStore } from '#shared/storage/subject-store.ts';
import type { Dispute, DisputeList, DisputeStore } from '#shared/subject/disputes/dispute.ts';
import { fakeDisputes } from '#test/support/fake-disputes.ts';
import { createTables, engineClient } from '#test/support/tables.ts';

const now = new Date('2026-11-21T12:00:00Z');
const later = new Date('2026-12-21T12:00:00Z');
const dispute: Dispute = {
  id: '0123456789abcdef0123456789abcdef',
  subjectId: 'FMNXM7ECCACX4AQ83J8XD3MPTC',
  sender: { type: 'phone', value: '+12025550143', validity: 'valid', country: 'US' },
  ground: 'forged',
  statement: 'Mine since 2001.',
  email: 'sam@example.com',
  filedAt: now.toISOString(),
  state: 'open',
  decidedAt: null,
  answer: null,
};

describe.each([
  ['the fake', async (clock: () => Date): Promise<DisputeStore & DisputeList> => fakeDisputes(clock).store],
  [
    'DynamoDB',
    async (clock: () => Date): Promise<DisputeStore & DisputeList> => {
      const client = engineClient();
      const { Disputes } = await createTables(client, 'Disputes');
      return createDisputeStore(documentClient(client), Disputes, clock);
    },
  ],
])('disputes in %s', (_name, make) => {
  let clock = now;
  let store: DisputeStore & DisputeList;
  beforeEach(async () => {
    clock = now;
    store = await make(() => clock);
  });

  test('are written once, and read as they were written', async () => {
    expect(await store.create(dispute, later)).toEqual({ kind: 'created' });
    expect(await store.create({ ...dispute, statement: 'Another.' }, later)).toEqual({ kind: 'exists', dispute });
    expect(await store.get(dispute.id)).toEqual(dispute);
    expect(await Array.fromAsync(store.all())).toEqual([dispute]);
  });

  test('are decided once', async () => {
    await store.create(dispute, later);
    const decision = { state: 'accepted', decidedAt: now.toISOString(), answer: 'You are right.' } as const;
    expect(await store.decide(dispute.id, decision)).toBe(true);
    expect(await store.decide(dispute.id, { ...decision, state: 'declined' })).toBe(false);
    expect(await store.get(dispute.id)).toEqual({ ...dispute, ...decision });
    expect(await store.decide('f'.repeat(32), decision)).toBe(false);
  });

  test('are gone when they expire, before DynamoDB removes them', async () => {
    await store.create(dispute, later);
    clock = new Date('2026-12-22T12:00:00Z');
    expect(await store.get(dispute.id)).toBeNull();
    expect(await Array.fromAsync(store.all())).toEqual([]);
    expect(await store.create(dispute, new Date('2027-01-22T12:00:00Z'))).toEqual({ kind: 'created' });
  });
});

test('a mark stays on a listing while reports go on, and can be taken off; it may come before the first report', async () => {
  const client = engineClient();
  const { Subjects } = await createTables(client, 'Subjects');
  const documents = documentClient(client);
  const heads = createHeadStore(documents, Subjects);
  const marks = createListingMarks(documents, Subjects);
  const { subjectId, sender } = dispute;
  await marks.markDisputed(subjectId, true, now);
  const addition = { subjectId, room: 48, widen: false, sender, now };
  await heads.add({ ...addition, facts: [Uint8Array.of(1)] });
  await marks.markDisputed(subjectId, true, later);
  await heads.add({ ...addition, facts: [Uint8Array.of(2)], now: later });
  expect(await heads.get(subjectId, 'strong')).toMatchObject({ disputed: true, updatedAt: later.toISOString() });
  await marks.markDisputed(subjectId, false, later);
  expect((await heads.get(subjectId, 'strong'))?.disputed).toBeUndefined();
});
