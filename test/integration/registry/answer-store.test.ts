import { describe, expect, test } from 'vitest';
import type { AnswerStore, KeptAnswer, QuestionQuota } from '#shared/registry/questions/ports.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { createAnswerStore, createQuestionQuota } from '#shared/storage/answer-store.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { createMemoryAnswers } from '#test/support/registry/memory-answer-store.ts';
import { createTables, engineClient } from '#test/support/tables.ts';

const answer: KeptAnswer = {
  registry: 'sg-dnc',
  e164: '+6581234567',
  asked: [1, 2, 3],
  registered: [1],
  askedAt: '2026-11-22T12:00:00.000Z',
  readAt: '2026-11-23T08:00:00.000Z',
  reference: 'ref-1',
  account: 'ACC-1',
};
const year = { registry: 'sg-dnc', account: 'ACC-1', name: String(new Date().getUTCFullYear()) };

describe.each([
  ['in memory', async (): Promise<AnswerStore & QuestionQuota> => createMemoryAnswers()],
  [
    'in DynamoDB',
    async (): Promise<AnswerStore & QuestionQuota> => {
      const client = engineClient();
      const { Registrations } = await createTables(client, 'Registrations');
      const documents = documentClient(client);
      return {
        ...createAnswerStore(documents, Registrations, keyedHash('secret', 'registry-answer')),
        ...createQuestionQuota(documents, Registrations),
      };
    },
  ],
])('answers of registries that are asked, %s', (_name, open) => {
  test('are kept by registry and number, and replaced by later ones', async () => {
    const store = await open();
    const other = { ...answer, e164: '+6581234568', registered: [], reference: null };
    const until = new Date('2027-01-15T00:00:00Z');
    await store.keep([answer, other], until);
    await store.keep([{ ...answer, askedAt: '2026-12-22T12:00:00.000Z' }], until);
    expect(await store.answers('sg-dnc', [other.e164, '+6581234569', answer.e164])).toEqual([
      other,
      null,
      { ...answer, askedAt: '2026-12-22T12:00:00.000Z' },
    ]);
    expect(await store.answers('au-dncr', [answer.e164])).toEqual([null]);
  });

  test('of a batch come later: it is remembered by registry and job', async () => {
    const store = await open();
    const batch = { registry: 'sg-dnc', job: 'job-1', submittedAt: '2026-11-22T12:00:00.000Z', count: 12 };
    await store.keepBatch(batch, new Date('2027-01-15T00:00:00Z'));
    expect(await store.batch('sg-dnc', 'job-1')).toEqual(batch);
    expect([await store.batch('sg-dnc', 'job-2'), await store.batch('au-dncr', 'job-1')]).toEqual([null, null]);
  });

  test('are counted up to what the account has, however many ask at once, and by account', async () => {
    const store = await open();
    const taken = await Promise.all(Array.from({ length: 5 }, () => store.take(year, 4, 10)));
    expect(taken.filter(Boolean)).toHaveLength(2);
    expect(await store.take(year, 3, 10)).toBe(false);
    expect(await store.take(year, 2, 10)).toBe(true);
    expect(await store.take({ ...year, account: 'ACC-2' }, 11, 10)).toBe(false);
    expect(await store.take({ ...year, account: 'ACC-2' }, 10, 10)).toBe(true);
    const today = { ...year, name: new Date().toISOString().slice(0, 10) };
    expect([await store.take(today, 2, 3), await store.take(today, 2, 3)]).toEqual([true, false]);
  });
});
