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
  const reads = new Map<string, number>();
  const stores = fakeSubjectStores(
    () => {},
    (key, units) => reads.set(key, (reads.get(key) ?? 0) + units),
  );
  const limits = { ...countLimits, ...changes };
  let now = Date.UTC(2026, 10, 21);
  const clock = () => new Date(now);
  const memory = createCountMemory();
  return {
    reader: createSubjectReader({ ...stores, clock, limits }),
    stores,
    clock,
    reads,
    count: (...reports: Report[]) => countFacts(reports, { ...stores, clock, limits, memory }),
    pass: (ms: number) => {
      now += ms;
    },
  };
}

const report = (name: string, reporter: string, day = '2026-11-20', violations = ['US-DNC-REG']) =>
  buildReport({
    id: hashFor(name),
    reporter: hashFor(reporter),
    content: buildContent({ localDate: day, violations }),
  });

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

  test('counts a day as an earlier contact only if it showed a violation', async () => {
    const { reader, count } = house(limits);
    await count(report('a', 'ann'), report('b', 'ann', '2026-11-03', []), report('c', 'ann', '2026-11-05'));
    expect((await reader.peek(subjectId, hashFor('ann'), null)).priorContacts).toEqual(['2026-11-05', '2026-11-20']);
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

  test('says whether its figures count the reporter, by whichever version or report', async () => {
    const { reader, count } = house(limits);
    await count(report('a', 'ann'), report('b', 'bob'), report('c', 'cat'));
    const counted = async (asked: Report) => (await reader.readFor(asked)).reporterCounted;
    expect(await counted({ ...report('c', 'cat'), revision: 2 })).toBe(true);
    expect(await counted(report('not yet', 'bob'))).toBe(true);
    expect(await counted(report('d', 'dan'))).toBe(false);
    await count(withdrawn('c'));
    expect(await counted(report('c', 'cat'))).toBe(false);
  });

  test('was updated when something about it changed, not when somebody looks', async () => {
    const { reader, count, pass, stores } = house(limits);
    await count(report('a', 'ann'), report('b', 'bob'), report('c', 'cat'));
    pass(3600_000);
    const head = await stores.heads.get(subjectId, 'strong');
    expect((await reader.read(subjectId))?.updatedAt).toBe(head?.updatedAt);
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
  const limits = { headRoom: () => 2, fewFacts: 4, settleMs: 30 * second, mostCountedInPassing: 1000 };
  const crowd = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => report(`crowd-${from + index}`, `reporter-${from + index}`));
  const elsewhere = () => buildReport({ id: hashFor('elsewhere'), subjectId: subjectFor('elsewhere') });

  /** Ten reports are in the kept figures, ten came later. */
  async function grown() {
    const made = house(limits);
    await made.count(...crowd(0, 10));
    made.pass(6 * 60 * second);
    await made.count(elsewhere());
    await made.count(...crowd(10, 20));
    return made;
  }

  test('shows kept figures, counted by who counts, as of half a minute before', async () => {
    const { reader } = await grown();
    expect((await reader.read(subjectId))?.figures.reports).toBe(10);
    expect(await reader.readFor(report('crowd-9', 'reporter-9'))).toMatchObject({
      included: true,
      summary: { reports: 10 },
    });
    expect(await reader.readFor(report('never', 'reporter-9'))).toMatchObject({
      included: false,
      summary: { reports: 10 },
    });
  });

  test('adds to them, for its reporter alone, a report that came later', async () => {
    const { reader, count } = await grown();
    expect(await reader.readFor(report('crowd-12', 'reporter-12'))).toMatchObject({
      included: true,
      summary: { reports: 11, reporters: 11 },
    });
    await count(report('second', 'reporter-7'), report('nameless', 'x'));
    expect(await reader.readFor(report('second', 'reporter-7'))).toMatchObject({
      included: true,
      summary: { reports: 11, reporters: 10 },
    });
    expect((await reader.read(subjectId))?.figures.reports).toBe(10);
  });

  test('a correction that came later counts once', async () => {
    const { reader, count } = await grown();
    const corrected = { ...report('crowd-7', 'reporter-7'), revision: 2 };
    await count(corrected);
    expect(await reader.readFor(corrected)).toMatchObject({ included: true, summary: { reports: 10, reporters: 10 } });
  });

  test('figures are counted anew when due, with a later batch of whatever subject', async () => {
    const { reader, count, pass } = await grown();
    pass(5 * second);
    await count(elsewhere());
    expect((await reader.read(subjectId))?.figures.reports).toBe(10);
    pass(6 * 60 * second);
    await count(elsewhere());
    expect((await reader.read(subjectId))?.figures.reports).toBe(20);
  });

  test('figures that lack nothing are never counted again', async () => {
    const { reader, stores, count, pass } = await grown();
    for (let minute = 0; minute < 30; minute += 1) {
      pass(60 * second);
      await count(elsewhere());
    }
    const { countedAt } = (await stores.figures.get(subjectId)) ?? {};
    for (let minute = 0; minute < 60; minute += 1) {
      pass(60 * second);
      await count(elsewhere());
      await reader.read(subjectId);
    }
    expect((await stores.figures.get(subjectId))?.countedAt).toBe(countedAt);
    expect((await reader.read(subjectId))?.figures.reports).toBe(20);
  });

  test('a redelivery does not make a counted report look young', async () => {
    const { reader, count } = await grown();
    await count(...crowd(0, 10));
    expect((await reader.readFor(report('crowd-7', 'reporter-7'))).included).toBe(true);
    expect((await reader.readFor(report('crowd-7', 'reporter-7'))).summary.reports).toBe(10);
  });

  test('loses a withdrawn report at once', async () => {
    const { reader, count } = await grown();
    await count(withdrawn('crowd-5'));
    expect((await reader.read(subjectId))?.figures.reports).toBe(9);
  });

  test('says which subjects have too many facts to erase those of a withdrawn report', async () => {
    const { count } = house({ ...limits, mostCountedInPassing: -1 });
    await count(...crowd(0, 10));
    expect((await count(withdrawn('crowd-5'))).unerased).toEqual([subjectId]);
    expect((await count(withdrawn('crowd-1'), elsewhere())).wide).toEqual([subjectId]);
  });

  test('before anybody has kept figures, its head tells what it can', async () => {
    const { reader, stores, count } = house({ ...limits, mostRefreshed: -1 });
    await count(...crowd(0, 10));
    expect(await stores.figures.get(subjectId)).toBeNull();
    expect((await reader.peek(subjectId, hashFor('reporter-8'), null)).summary.reports).toBe(2);
    expect(await reader.readFor(report('crowd-8', 'reporter-8'))).toMatchObject({ included: false });
  });
});

describe('intake, looking at a wide subject', () => {
  const limits = { headRoom: () => 2 };

  test('reads head and figures once in some seconds, and the facts of each reporter', async () => {
    const { reader, count, pass, reads } = house(limits);
    await count(...['a', 'b', 'c', 'd'].map((name) => report(name, name)));
    reads.clear();
    for (let index = 0; index < 100; index += 1) {
      await reader.peek(subjectId, hashFor(`reporter-${index}`), null);
    }
    expect(reads.get(subjectId)).toBe(0.5);
    expect(reads.get(`${subjectId}#figures`)).toBe(0.5);
    pass(countLimits.peekedMs);
    await count(report('e', 'eve'));
    await Promise.all(['a', 'b'].map((name) => reader.peek(subjectId, hashFor(name), null)));
    expect(reads.get(subjectId)).toBe(1);
  });

  test('sees a reporter’s second report at once, and stops looking when one floods', async () => {
    const { reader, count, reads } = house(limits);
    await count(...['a', 'b', 'c'].map((name) => report(name, name)));
    await reader.peek(subjectId, hashFor('ann'), null);
    await count(report('first', 'ann', '2026-11-02'));
    expect((await reader.peek(subjectId, hashFor('ann'), null)).priorContacts).toEqual(['2026-11-02']);
    await count(...Array.from({ length: 40 }, (_, index) => report(`flood-${index}`, 'flood')));
    reads.clear();
    for (let index = 0; index < 50; index += 1) {
      await reader.peek(subjectId, hashFor('flood'), null);
    }
    expect([...reads.values()].reduce((sum, units) => sum + units, 0)).toBeLessThanOrEqual(1);
  });

  test('a failed read is not remembered', async () => {
    const { stores, count, clock } = house(limits);
    await count(...['a', 'b', 'c'].map((name) => report(name, name)));
    let failures = 1;
    const get: typeof stores.heads.get = async (...args) => {
      failures -= 1;
      return failures >= 0 ? Promise.reject(new Error('throttled')) : stores.heads.get(...args);
    };
    const reader = createSubjectReader({ ...stores, heads: { ...stores.heads, get }, clock });
    await expect(reader.peek(subjectId, null, null)).rejects.toThrow('throttled');
    expect((await reader.peek(subjectId, null, null)).summary.reports).toBe(3);
  });
});
