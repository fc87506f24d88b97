import { expect, test } from 'vitest';
import { countFacts } from '#shared/subject/count-facts.ts';
import { countLimits } from '#shared/subject/count-limits.ts';
import { createCountMemory } from '#shared/subject/count-memory.ts';
import { buildReport, hashFor, subjectFor } from '#test/support/report-builder.ts';
import { seeded } from '#test/support/seeded.ts';
import { fakeSubjectStores } from '#test/support/subject-stores-fake.ts';

const reportCount = 20_000;

/** Most senders are named once, a few by many: the k-th is named in proportion to 1/k, beside a long tail of single ones. */
function senderOf(random: ReturnType<typeof seeded>): number {
  return random.chance(0.66) ? 10_000 + random.below(1_000_000) : Math.floor(Math.exp(random.next() * Math.log(5000)));
}

// DESIGN: 1.00 for the report's own write leaves 1.2 of the 2.2 units for counting it.
test.each([
  { batch: 100, budget: 1.05 },
  { batch: 10, budget: 1.1 },
  { batch: 1, budget: 1.2 },
])('in batches of $batch, counting costs at most $budget write units a report', async ({ batch, budget }) => {
  let units = 0;
  const stores = fakeSubjectStores((_, written) => {
    units += written;
  });
  const random = seeded(7);
  let now = Date.UTC(2026, 10, 21);
  const deps = { ...stores, clock: () => new Date(now), limits: countLimits, memory: createCountMemory() };
  const reports = Array.from({ length: reportCount }, (_, index) =>
    buildReport({
      id: hashFor(`zipf-${index}`),
      reporter: hashFor(`reporter-${random.below(9000)}`),
      subjectId: subjectFor(`zipf-${senderOf(random)}`),
    }),
  );
  for (let at = 0; at < reports.length; at += batch) {
    now += batch * 50;
    await countFacts(reports.slice(at, at + batch), deps);
  }
  const each = units / reportCount;
  console.log(`batches of ${batch}: ${each.toFixed(3)} write units a report`);
  expect(each).toBeLessThanOrEqual(budget);
});
