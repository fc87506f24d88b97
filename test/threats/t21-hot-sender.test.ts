import { expect, test } from 'vitest';
import type { Report } from '#shared/report/report.ts';
import { countFacts } from '#shared/subject/count-facts.ts';
import { countLimits } from '#shared/subject/count-limits.ts';
import { type CountMemory, createCountMemory } from '#shared/subject/count-memory.ts';
import { createSubjectReader } from '#shared/subject/subject-reader.ts';
import { truthOf } from '#test/support/counting/truth.ts';
import { buildContent, buildReport, hashFor, phoneSender, subjectFor } from '#test/support/report-builder.ts';
import { seeded } from '#test/support/seeded.ts';
import { fakeSubjectStores } from '#test/support/subject-stores-fake.ts';

const perSecond = 5000;
const seconds = 6;
/** Later ones are like the second. */
const secondsOfIntake = 2;
const workers = 8;
const mostUnitsPerKey = 1000;
const mostReadsPerKey = 3000;
/** Functions that take reports at the same time, each one report in 20 ms. */
const takers = 100;

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
  `T21: ${perSecond} reports a second on one sender, $name, batches of $batch: no key over ${mostUnitsPerKey} write or ${mostReadsPerKey} read units a second, no figure wrong`,
  async ({ batch, reporterOf }) => {
    const reports = reportsOf(reporterOf);
    let now = Date.UTC(2026, 10, 21);
    const clock = () => new Date(now);
    const units = new Map<string, number>();
    const reads = new Map<string, number>();
    const hear = (tally: Map<string, number>) => (key: string, heard: number) => {
      const name = `${key} in second ${Math.floor(now / 1000)}`;
      tally.set(name, (tally.get(name) ?? 0) + heard);
    };
    const stores = fakeSubjectStores(hear(units), hear(reads));
    const intake = Array.from({ length: takers }, () => createSubjectReader({ ...stores, clock }));
    const random = seeded(21);
    let next = 0;
    let takenSoFar = 0;
    const memories: CountMemory[] = [];
    const worker = async () => {
      const memory = createCountMemory();
      memories.push(memory);
      while (next < reports.length) {
        const taken = reports.slice(next, next + 1 + random.below(batch));
        next += taken.length;
        // Time runs with the reports: what eight workers write together falls into the second in which it came.
        now = Math.max(now, Date.parse(taken.at(-1)?.reportedAt ?? ''));
        for (const report of taken) {
          takenSoFar += 1;
          if (takenSoFar > perSecond * secondsOfIntake) {
            break;
          }
          await intake[takenSoFar % takers]?.peek(subjectFor('hot'), report.reporter, null);
        }
        const outcome = await countFacts(taken, { ...stores, clock, limits: countLimits, memory });
        expect(outcome.failed).toEqual([]);
      }
    };
    await Promise.all(Array.from({ length: workers }, worker));
    const hottest = hottestOf(units);
    const mostRead = hottestOf(reads);
    console.log(`hottest: ${hottest[0]}: ${hottest[1]} write units; ${mostRead[0]}: ${mostRead[1]} read units`);
    expect(hottest[1]).toBeLessThanOrEqual(mostUnitsPerKey);
    expect(mostRead[1]).toBeLessThanOrEqual(mostReadsPerKey);
    // What came last is counted when any report comes after the figures fell due.
    now += 6 * 60_000;
    const later = buildReport({ id: hashFor('later'), subjectId: subjectFor('cold') });
    for (const memory of memories) {
      await countFacts([later], { ...stores, clock, limits: countLimits, memory });
    }
    const subject = await createSubjectReader({ ...stores, clock }).read(subjectFor('hot'));
    expect(subject?.figures).toEqual(truthOf(reports, subjectFor('hot')));
    expect(subject?.sender).toEqual(phoneSender);
  },
);

function hottestOf(tally: ReadonlyMap<string, number>): readonly [string, number] {
  return [...tally].reduce((most, one) => (one[1] > most[1] ? one : most), ['nothing', 0]);
}
