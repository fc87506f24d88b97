import { describe, expect, test } from 'vitest';
import type { Report } from '#shared/report/report.ts';
import { countFacts } from '#shared/subject/count-facts.ts';
import { type CountLimits, countLimits } from '#shared/subject/count-limits.ts';
import { createCountMemory } from '#shared/subject/count-memory.ts';
import { createSubjectReader } from '#shared/subject/subject-reader.ts';
import { buildContent, buildReport, hashFor, subjectFor } from '#test/support/report-builder.ts';
import { fakeSubjectStores } from '#test/support/subject-stores-fake.ts';

const subjectId = subjectFor('subject');
const second = 1000;

function house(changes: Partial<CountLimits> = {}) {
  const stores = fakeSubjectStores();
  const limits = { ...countLimits, ...changes };
  let now = Date.UTC(2026, 10, 21);
  const clock = () => new Date(now);
  const memory = createCountMemory();
  return {
    reader: createSubjectReader({ ...stores, clock, limits, keepsFigures: true }),
    stores,
    count: (...reports: Report[]) => countFacts(reports, { ...stores, clock, limits, memory }),
    pass: (ms: number) => {
      now += ms;
    },
  };
}

const report = (name: string, reporter: string, day = '2026-11-20') =>
  buildReport({ id: hashFor(name), reporter: hashFor(reporter), content: buildContent({ localDate: day }) });

const withdrawn = (name: string) =>
  buildReport({
    id: hashFor(name),
    revision: 2,
    reporter: null,
    subjectId: null,
    pastSubjectIds: [subjectId],
    content: null,
  });

describe.each([
  { name: 'a subject on its head alone', headRoom: 32 },
  { name: 'a wide subject', headRoom: 2 },
])('$name', ({ headRoom }) => {
  const limits = { headRoom: () => headRoom };

  test('shows intake its figures and the days on which the same reporter called before', async () => {
    const { reader, count } = house(limits);
    await count(
      report('a', 'ann', '2026-11-20'),
      report('b', 'ann', '2026-11-03'),
      report('c', 'bob'),
      report('d', 'ann', '2026-11-03'),
    );
    expect(await reader.peek(subjectId, hashFor('ann'), null)).toEqual({
      summary: {
        id: subjectId,
        reports: 4,
        reporters: 2,
        firstReported: '2026-11-21T02:00:00Z',
        lastReported: '2026-11-21T02:00:00Z',
      },
      priorContacts: ['2026-11-03', '2026-11-20'],
    });
    expect((await reader.peek(subjectId, hashFor('ann'), hashFor('a'))).priorContacts).toEqual(['2026-11-03']);
    expect((await reader.peek(subjectId, hashFor('eve'), null)).priorContacts).toEqual([]);
    expect((await reader.peek(subjectId, null, null)).priorContacts).toEqual([]);
  });

  test('forgets the days of withdrawn reports', async () => {
    const { reader, count } = house(limits);
    await count(report('a', 'ann'), report('b', 'ann', '2026-11-03'), report('c', 'bob'));
    await count(withdrawn('b'));
    expect((await reader.peek(subjectId, hashFor('ann'), null)).priorContacts).toEqual(['2026-11-20']);
  });

  test('says whether its figures include a version', async () => {
    const { reader, count } = house(limits);
    await count(report('a', 'ann'), report('b', 'bob'), report('c', 'cat'));
    expect(await reader.readFor(report('c', 'cat'))).toMatchObject({ included: true, summary: { reports: 3 } });
    expect(await reader.readFor(report('d', 'dan'))).toMatchObject({ included: false, summary: { reports: 3 } });
    expect((await reader.readFor({ ...report('c', 'cat'), revision: 2 })).included).toBe(false);
  });

  test('has no sender left when all its reports are withdrawn', async () => {
    const { reader, count } = house(limits);
    await count(report('a', 'ann'), report('b', 'bob'), report('c', 'cat'));
    await count(withdrawn('a'), withdrawn('b'), withdrawn('c'));
    expect(await reader.read(subjectId)).toMatchObject({ sender: null, figures: { reports: 0, reporters: 0 } });
    await count(report('d', 'dan'));
    expect(await reader.read(subjectId)).toMatchObject({ sender: { value: '+12025550123' }, figures: { reports: 1 } });
  });

  test('keeps nothing of a withdrawn report but its last word', async () => {
    const { stores, count } = house(limits);
    await count(report('a', 'ann'), report('b', 'bob'), report('c', 'cat'));
    await count(withdrawn('a'), withdrawn('b'), withdrawn('c'));
    const head = await stores.heads.get(subjectId, 'strong');
    const facts = [...(head?.facts ?? [])];
    for await (const page of stores.shards.all(subjectId)) {
      facts.push(...page.map(({ bytes }) => bytes));
    }
    expect(new Set(facts.map((bytes) => Buffer.from(bytes).toString('hex'))).size).toBe(3);
  });
});

test('nobody has reported an unknown subject', async () => {
  const { reader } = house();
  expect(await reader.read(subjectId)).toBeNull();
  expect(await reader.readFor(report('a', 'ann'))).toMatchObject({ included: false, summary: { reports: 0 } });
  expect((await reader.peek(subjectId, null, null)).summary).toMatchObject({ reports: 0, firstReported: null });
});

describe('a subject with many facts', () => {
  const limits = { headRoom: () => 2, fewFacts: 4, settleMs: 30 * second };
  const crowd = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => report(`crowd-${from + index}`, `reporter-${from + index}`));

  test('shows kept figures as of half a minute ago, and says exactly which reports they include', async () => {
    const { reader, count, pass } = house(limits);
    await count(...crowd(0, 10));
    pass(60 * second);
    expect(await reader.readFor(report('crowd-9', 'reporter-9'))).toMatchObject({
      included: true,
      summary: { reports: 10 },
    });
    await count(...crowd(10, 11));
    const young = report('crowd-10', 'reporter-10');
    expect(await reader.readFor(young)).toMatchObject({ included: false, summary: { reports: 10 } });
    pass(20 * second);
    expect(await reader.readFor(young)).toMatchObject({ included: false, summary: { reports: 10 } });
    pass(20 * second);
    expect(await reader.readFor(young)).toMatchObject({ included: true, summary: { reports: 11 } });
  });

  test('a redelivery does not make a counted report look young', async () => {
    const { reader, count, pass } = house(limits);
    await count(...crowd(0, 10));
    pass(60 * second);
    await reader.read(subjectId);
    await count(...crowd(0, 10));
    expect((await reader.readFor(report('crowd-7', 'reporter-7'))).included).toBe(true);
  });

  test('loses a withdrawn report at once', async () => {
    const { reader, count, pass } = house(limits);
    await count(...crowd(0, 10));
    pass(60 * second);
    await reader.read(subjectId);
    await count(withdrawn('crowd-5'));
    expect((await reader.read(subjectId))?.figures.reports).toBe(9);
  });
});
