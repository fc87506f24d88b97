import { expect, test } from 'vitest';
import type { Report } from '#shared/report/report.ts';
import { countFacts } from '#shared/subject/count-facts.ts';
import { countLimits } from '#shared/subject/count-limits.ts';
import { createCountMemory } from '#shared/subject/count-memory.ts';
import { createSubjectReader } from '#shared/subject/subject-reader.ts';
import { truthOf } from '#test/support/counting/truth.ts';
import { buildContent, buildReport, hashFor, phoneSender, subjectFor } from '#test/support/report-builder.ts';
import { seeded } from '#test/support/seeded.ts';
import { fakeSubjectStores } from '#test/support/subject-stores-fake.ts';

const perSecond = 5000;
const seconds = 6;
const workers = 8;
const mostUnitsPerKey = 1000;

const crowds = {
  'a crowd of reporters': (index: number) => hashFor(`crowd-${index % 20_000}`),
  'one reporter who floods': () => hashFor('flood'),
  'reports without a reporter': () => null,
};

/** A report a fifth of a millisecond. */
function reportsOf(reporterOf: (index: number) => string | null): readonly Report[] {
  const content = buildContent();
  return Array.from({ length: perSecond * seconds }, (_, index) =>
    buildReport({
      id: hashFor(`hot-${index}`),
      reportedAt: new Date(Date.UTC(2026, 10, 21) + Math.floor((index * 1000) / perSecond)).toISOString(),
      reporter: reporterOf(index),
      subjectId: subjectFor('hot'),
      content,
    }),
  );
}

test.each(
  Object.entries(crowds).flatMap(([name, reporterOf]) => [100, 10].map((batch) => ({ name, batch, reporterOf }))),
)(
  `T21: ${perSecond} reports a second on one sender, $name, batches of $batch: no key over ${mostUnitsPerKey} write units a second, no figure wrong`,
  async ({ batch, reporterOf }) => {
    const reports = reportsOf(reporterOf);
    let now = Date.UTC(2026, 10, 21);
    const clock = () => new Date(now);
    const units = new Map<string, number>();
    const stores = fakeSubjectStores((key, written) => {
      const name = `${key} in second ${Math.floor(now / 1000)}`;
      units.set(name, (units.get(name) ?? 0) + written);
    });
    const random = seeded(21);
    let next = 0;
    const worker = async () => {
      const memory = createCountMemory();
      while (next < reports.length) {
        const taken = reports.slice(next, next + 1 + random.below(batch));
        next += taken.length;
        // Time runs with the reports: what eight workers write together falls into the second in which it came.
        now = Math.max(now, Date.parse(taken.at(-1)?.reportedAt ?? ''));
        const outcome = await countFacts(taken, { ...stores, clock, limits: countLimits, memory });
        expect(outcome.failed).toEqual([]);
      }
    };
    await Promise.all(Array.from({ length: workers }, worker));
    const hottest = [...units].reduce((most, one) => (one[1] > most[1] ? one : most));
    console.log(`hottest: ${hottest[0]}: ${hottest[1]} write units`);
    expect(hottest[1]).toBeLessThanOrEqual(mostUnitsPerKey);
    // All facts have settled a minute later.
    now += 60_000;
    const reader = createSubjectReader({ ...stores, clock, keepsFigures: true });
    const subject = await reader.read(subjectFor('hot'));
    expect(subject?.figures).toEqual(truthOf(reports, subjectFor('hot')));
    expect(subject?.sender).toEqual(phoneSender);
  },
);
