import { expect, test } from 'vitest';
import { countFacts } from '#shared/subject/count-facts.ts';
import { countLimits } from '#shared/subject/count-limits.ts';
import { createCountMemory } from '#shared/subject/count-memory.ts';
import type { HeadStore } from '#shared/subject/ports.ts';
import { createSubjectReader } from '#shared/subject/subject-reader.ts';
import { truthOf } from '#test/support/counting/truth.ts';
import { buildReport, hashFor, subjectFor } from '#test/support/report-builder.ts';
import { fakeSubjectStores } from '#test/support/subject-stores-fake.ts';

const clock = () => new Date('2026-11-21T12:00:00Z');
const reports = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    buildReport({ id: hashFor(`count-${index}`), reporter: hashFor(`reporter-${index % 20}`) }),
  );

test('a batch writes each subject once', async () => {
  const writes: string[] = [];
  const stores = fakeSubjectStores((key) => writes.push(key));
  const elsewhere = reports(3).map((report) => ({ ...report, subjectId: subjectFor('elsewhere') }));
  await countFacts([...reports(20), ...elsewhere], {
    ...stores,
    clock,
    limits: countLimits,
    memory: createCountMemory(),
  });
  expect(writes.sort()).toEqual([subjectFor('elsewhere'), subjectFor('subject')].sort());
});

test('a batch larger than a head goes to head and shards at once', async () => {
  const stores = fakeSubjectStores();
  const outcome = await countFacts(reports(90), { ...stores, clock, limits: countLimits, memory: createCountMemory() });
  expect(outcome.wide).toEqual([subjectFor('subject')]);
  const subject = await createSubjectReader({ ...stores, clock }).read(subjectFor('subject'));
  expect(subject?.figures).toEqual(truthOf(reports(90), subjectFor('subject')));
  expect((await stores.heads.get(subjectFor('subject'), 'strong'))?.facts).toHaveLength(32);
});

test('facts go to shards when others keep getting in first', async () => {
  const stores = fakeSubjectStores();
  const add: HeadStore['add'] = async ({ subjectId }) => ({
    kind: 'full',
    head: { subjectId, facts: [], sender: null, wide: false, grown: 0, updatedAt: clock().toISOString() },
  });
  const heads = { ...stores.heads, add };
  await countFacts(reports(5), { ...stores, heads, clock, limits: countLimits, memory: createCountMemory() });
  const subject = await createSubjectReader({ ...stores, clock }).read(subjectFor('subject'));
  expect(subject?.figures).toEqual(truthOf(reports(5), subjectFor('subject')));
});

test('a report whose dates fit no fact fails alone', async () => {
  const stores = fakeSubjectStores();
  const [good = buildReport()] = reports(1);
  const broken = buildReport({ id: hashFor('broken'), reportedAt: 'long ago' });
  const outcome = await countFacts([broken, good], {
    ...stores,
    clock,
    limits: countLimits,
    memory: createCountMemory(),
  });
  expect(outcome.failed.map(({ index }) => index)).toEqual([0]);
  expect((await stores.heads.get(subjectFor('subject'), 'strong'))?.facts).toHaveLength(1);
});

test('memory forgets the longest unused, and a named head stays named', () => {
  const memory = createCountMemory(2);
  memory.setWide('a', { named: true });
  memory.setWide('b', { named: false });
  memory.setWide('a', { named: false });
  memory.setWide('c', { named: false });
  expect(memory.wide('a')).toEqual({ named: true });
  expect(memory.wide('b')).toBeUndefined();
});
