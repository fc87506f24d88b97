import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CurrentFacts } from '#shared/subject/current-facts.ts';
import { factsOf } from '#shared/subject/facts-of.ts';
import { figuresOf } from '#shared/subject/figures.ts';
import { buildReport, hashFor, subjectFor } from '#test/support/report-builder.ts';

test('T1: however often one person reports a sender, it is one reporter', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 5 }), (reports, people) => {
      const facts = Array.from({ length: reports }, (_, index) =>
        buildReport({
          id: hashFor(`report-${index}`),
          reporter: hashFor(`person-${index % people}`),
          subjectId: subjectFor('sender'),
        }),
      ).flatMap((report) => factsOf(report).map(({ bytes }) => bytes));
      const figures = figuresOf(new CurrentFacts({ head: facts, shards: [] }));
      expect(figures.reports).toBe(reports);
      expect(figures.reporters).toBe(Math.min(people, reports));
    }),
  );
});

test('T1: reports without a line or an address count in no reporter', () => {
  const facts = Array.from({ length: 10 }, (_, index) =>
    buildReport({ id: hashFor(`report-${index}`), reporter: null, subjectId: subjectFor('sender') }),
  ).flatMap((report) => factsOf(report).map(({ bytes }) => bytes));
  const figures = figuresOf(new CurrentFacts({ head: facts, shards: [] }));
  expect([figures.reports, figures.reporters]).toEqual([10, 0]);
});
