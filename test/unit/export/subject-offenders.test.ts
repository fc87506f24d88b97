import { expect, test } from 'vitest';
import { createOffenderSource } from '#shared/storage/subject-offenders.ts';
import type { Head } from '#shared/subject/ports.ts';
import { aSender, someFigures, subjectId } from '#test/support/export/offender-builders.ts';

const heads = [1, 2, 3].map(
  (number): Head => ({
    subjectId: subjectId(number),
    facts: [],
    sender: aSender(),
    wide: true,
    grown: 1_000_000,
    updatedAt: '2026-11-21T00:00:00Z',
  }),
);
const described: string[] = [];
const source = createOffenderSource(
  { page: async () => ({ heads, next: null }) },
  {
    read: async () => null,
    async describe({ subjectId: id, sender, updatedAt }) {
      described.push(id);
      return { id, sender, figures: someFigures(), updatedAt, countedAt: null };
    },
  },
);

test('a page ends at the subject by which there is enough, and goes on after it', async () => {
  const { subjects, last } = await source.page(null, 1000, () => described.length === 2);
  expect(subjects.map(({ id }) => id)).toEqual([subjectId(1), subjectId(2)]);
  expect(last).toBe(subjectId(2));
  expect(described).toHaveLength(2);
});

test('nothing is left after a page whose last subject took long', async () => {
  described.length = 0;
  const { subjects, last } = await source.page(null, 1000, () => described.length === 3);
  expect([subjects.length, last]).toEqual([3, null]);
});
