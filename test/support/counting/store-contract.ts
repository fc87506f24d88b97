import { beforeEach, describe, expect, test } from 'vitest';
import { CurrentFacts } from '#shared/subject/current-facts.ts';
import { figuresOf } from '#shared/subject/figures.ts';
import type { CountedFigures, ShardFact, SubjectStores } from '#shared/subject/ports.ts';
import { hashFor, phoneSender, subjectFor } from '#test/support/report-builder.ts';

let made = 0;

/** What counting relies on. Runs over the fake and over DynamoDB, so that the fake cannot lie. */
export function describeSubjectStores(name: string, create: () => SubjectStores): void {
  describe(`subject stores: ${name}`, () => {
    let subjectId = '';
    let stores: SubjectStores;
    beforeEach(() => {
      made += 1;
      subjectId = subjectFor(`contract-${made}`);
      stores = create();
    });
    const now = new Date('2026-11-21T10:00:00Z');
    const fact = (number: number) => Uint8Array.from({ length: 24 }, (_, index) => (index === 4 ? number : 7));
    const addition = (numbers: readonly number[], more: { room?: number; widen?: boolean; named?: boolean } = {}) => ({
      subjectId,
      facts: numbers.map(fact),
      room: more.room ?? 32,
      widen: more.widen ?? false,
      sender: more.named === false ? null : phoneSender,
      now,
    });
    const numbersOf = (facts: readonly Uint8Array[]) => facts.map((bytes) => bytes[4]).sort();

    test('a subject that nobody reported has no head', async () => {
      expect(await stores.heads.get(subjectId, 'strong')).toBeNull();
    });

    test('an addition makes the head, and answers it as it then is', async () => {
      const outcome = await stores.heads.add(addition([1, 2]));
      expect(outcome).toMatchObject({
        kind: 'added',
        head: { subjectId, sender: phoneSender, wide: false, grown: 0, updatedAt: now.toISOString() },
      });
      expect(numbersOf(outcome.head.facts)).toEqual([1, 2]);
      expect(await stores.heads.get(subjectId, 'eventual')).toEqual(outcome.head);
    });

    test('adding the same facts again changes nothing', async () => {
      await stores.heads.add(addition([1, 2]));
      const { head } = await stores.heads.add(addition([2, 1]));
      expect(numbersOf(head.facts)).toEqual([1, 2]);
    });

    test('a head with more facts than room allows is full, and says what it holds', async () => {
      await stores.heads.add(addition([1, 2, 3]));
      const outcome = await stores.heads.add(addition([4], { room: 2 }));
      expect(outcome.kind).toBe('full');
      expect(numbersOf(outcome.head.facts)).toEqual([1, 2, 3]);
      expect((await stores.heads.add(addition([4], { room: 3 }))).kind).toBe('added');
    });

    test('the first addition needs no room', async () => {
      expect((await stores.heads.add(addition([1], { room: -3 }))).kind).toBe('added');
    });

    test('a widening addition is the last', async () => {
      const widened = await stores.heads.add(addition([1], { widen: true }));
      expect(widened.head.wide).toBe(true);
      const refused = await stores.heads.add(addition([2]));
      expect(refused).toMatchObject({ kind: 'full', head: { wide: true } });
      expect(numbersOf(refused.head.facts)).toEqual([1]);
    });

    test('a sender is set once, its validity always', async () => {
      await stores.heads.add(addition([1], { named: false }));
      expect((await stores.heads.get(subjectId, 'strong'))?.sender).toBeNull();
      await stores.heads.add(addition([2]));
      const renamed = { ...phoneSender, value: '+12025550199', validity: 'possible' } as const;
      const { head } = await stores.heads.add({ ...addition([3]), sender: renamed });
      expect(head.sender).toEqual({ ...phoneSender, validity: 'possible' });
    });

    test('widening sets wide and adds growth up, with or without a head', async () => {
      await stores.heads.widen({ subjectId, by: 16, sender: null, now });
      const head = await stores.heads.widen({ subjectId, by: 32, sender: phoneSender, now });
      expect(head).toMatchObject({ wide: true, grown: 48, facts: [], sender: phoneSender });
    });

    test('erasing takes facts off, also twice', async () => {
      await stores.heads.add(addition([1, 2]));
      await stores.heads.erase(subjectId, [fact(1)]);
      await stores.heads.erase(subjectId, [fact(1)]);
      expect(numbersOf((await stores.heads.get(subjectId, 'strong'))?.facts ?? [])).toEqual([2]);
    });

    test('the sender goes only from a head that is exactly as expected', async () => {
      await stores.heads.add(addition([1, 2]));
      expect(await stores.heads.eraseWithSender(subjectId, [fact(1)], [fact(1)])).toBe(false);
      expect(await stores.heads.eraseWithSender(subjectId, [fact(1)], [fact(2), fact(1)])).toBe(true);
      const head = await stores.heads.get(subjectId, 'strong');
      expect(head?.sender).toBeNull();
      expect(numbersOf(head?.facts ?? [])).toEqual([2]);
      expect(await stores.heads.eraseWithSender(subjectId, [], [fact(2)])).toBe(true);
    });

    test('the sender never goes from a wide head', async () => {
      await stores.heads.add(addition([1], { widen: true }));
      expect(await stores.heads.eraseWithSender(subjectId, [fact(1)], [fact(1)])).toBe(false);
    });

    const shardFact = (report: string, more: Partial<ShardFact> = {}): ShardFact => {
      const reporter = more.reporter === undefined ? hashFor('reporter') : more.reporter;
      const reportId = hashFor(report);
      return { bytes: fact(1), reportId, revision: 1, near: reporter ?? reportId, writtenAt: 1000, ...more, reporter };
    };
    const allOf = async () => {
      const facts: ShardFact[] = [];
      for await (const page of stores.shards.all(subjectId)) {
        facts.push(...page);
      }
      return facts.sort((a, b) => (a.reportId < b.reportId ? -1 : 1));
    };

    test('facts of all shards are read back whole', async () => {
      const facts = Array.from({ length: 40 }, (_, index) =>
        shardFact(`report-${index}`, { reporter: index % 3 === 0 ? null : hashFor(`reporter-${index}`) }),
      );
      await Promise.all(facts.map((one) => stores.shards.put(subjectId, one)));
      const expected = facts.map((one) => ({ ...one, near: one.near.slice(-1) }));
      expect(await allOf()).toEqual(expected.sort((a, b) => (a.reportId < b.reportId ? -1 : 1)));
    });

    test('few facts are read whole, wherever they lie, and more than asked for are not read', async () => {
      // Eleven shards stay empty, one holds most.
      const facts = Array.from({ length: 40 }, (_, index) =>
        shardFact(`few-${index}`, { reporter: hashFor(`reporter-${Math.max(0, index - 35)}`) }),
      );
      await Promise.all(facts.map((one) => stores.shards.put(subjectId, one)));
      const ids = facts.map(({ reportId }) => reportId).sort();
      for (const most of [40, 41, 2000]) {
        const found = await stores.shards.few(subjectId, most);
        expect(found?.map(({ reportId }) => reportId).sort()).toEqual(ids);
      }
      for (const most of [0, 1, 39]) {
        expect(await stores.shards.few(subjectId, most)).toBeNull();
      }
    });

    test('a fact that comes again keeps the time it was first written', async () => {
      await stores.shards.put(subjectId, shardFact('report'));
      await stores.shards.put(subjectId, shardFact('report', { writtenAt: 9000 }));
      expect((await allOf()).map(({ writtenAt }) => writtenAt)).toEqual([1000]);
    });

    test('a fact is found by its place, and not in another', async () => {
      const one = shardFact('report');
      await stores.shards.put(subjectId, one);
      expect((await stores.shards.find(subjectId, one))?.writtenAt).toBe(1000);
      expect(await stores.shards.find(subjectId, { ...one, revision: 2 })).toBeNull();
      const elsewhere = one.near.endsWith('0') ? '1' : '0';
      expect(await stores.shards.find(subjectId, { ...one, near: elsewhere })).toBeNull();
    });

    test("a reporter's facts are found without those of others", async () => {
      await stores.shards.put(subjectId, shardFact('one'));
      await stores.shards.put(subjectId, shardFact('two'));
      await stores.shards.put(subjectId, shardFact('three', { reporter: `0${hashFor('reporter').slice(1)}` }));
      const found = await stores.shards.ofReporter(subjectId, hashFor('reporter'));
      expect(found.map(({ reportId }) => reportId).sort()).toEqual([hashFor('one'), hashFor('two')].sort());
    });

    test('an erased fact is gone, and erasing it again is no matter', async () => {
      await stores.shards.put(subjectId, shardFact('report'));
      await stores.shards.erase(subjectId, shardFact('report'));
      await stores.shards.erase(subjectId, shardFact('report'));
      expect(await allOf()).toEqual([]);
    });

    test('figures are kept, and an earlier count does not replace a later one', async () => {
      const counted = (countedAt: string, facts: number): CountedFigures => ({
        figures: figuresOf(new CurrentFacts({ head: [], shards: [] })),
        facts,
        grown: 16,
        countedAt,
        asOf: null,
      });
      expect(await stores.figures.get(subjectId)).toBeNull();
      await stores.figures.save(subjectId, counted('2026-11-21T10:00:00.000Z', 1));
      await stores.figures.save(subjectId, counted('2026-11-21T10:00:01.000Z', 2));
      await stores.figures.save(subjectId, counted('2026-11-21T10:00:00.500Z', 3));
      expect(await stores.figures.get(subjectId)).toEqual(counted('2026-11-21T10:00:01.000Z', 2));
      expect(await allOf()).toEqual([]);
    });

    test('figures are counted by one at a time', async () => {
      const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 10, minute));
      expect(await stores.figures.claim(subjectId, at(0), at(2))).toBe(true);
      expect(await stores.figures.claim(subjectId, at(1), at(3))).toBe(false);
      expect(await stores.figures.claim(subjectId, at(2), at(4))).toBe(true);
      expect(await stores.figures.get(subjectId)).toBeNull();
    });
  });
}
