import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CurrentFacts } from '#shared/subject/current-facts.ts';
import { factsOf } from '#shared/subject/facts-of.ts';
import { figuresOf } from '#shared/subject/figures.ts';
import { generateHistory } from '#test/support/counting/history.ts';
import { truthOf } from '#test/support/counting/truth.ts';
import { seeded } from '#test/support/seeded.ts';

test('figures are the truth however facts are repeated, ordered and divided between head and shards', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
      const random = seeded(seed);
      const history = generateHistory(random, 'figures');
      const delivered = [...history.newest, ...history.deliveries.flat()];
      const facts = random.shuffle([...delivered, ...random.shuffle(delivered)].flatMap(factsOf));
      for (const subjectId of history.subjects.keys()) {
        const here = facts.filter((fact) => fact.subjectId === subjectId);
        const inHead = here.filter(() => random.chance(0.4));
        const inShards = here.filter((fact) => !inHead.includes(fact) || random.chance(0.1));
        const current = new CurrentFacts({ head: inHead.map(({ bytes }) => bytes), shards: inShards });
        expect(figuresOf(current)).toEqual(truthOf(history.newest, subjectId));
      }
    }),
    { numRuns: 500 },
  );
});

test('T1: any number of reports by one reporter is one reporter', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 }), (count, inHead) => {
      const [first] = generateHistory(seeded(1), 'one').newest;
      const facts = Array.from({ length: count }, (_, index) =>
        factsOf({
          ...(first ?? expect.fail('no report')),
          id: index.toString(16).padStart(32, 'a'),
          revision: 1,
          reporter: 'b'.repeat(32),
          subjectId: 'SUBJECT',
          pastSubjectIds: [],
        }),
      ).flat();
      const current = new CurrentFacts({
        head: facts.slice(0, inHead).map(({ bytes }) => bytes),
        shards: facts.slice(inHead),
      });
      expect(figuresOf(current).reporters).toBeLessThanOrEqual(1);
    }),
  );
});
