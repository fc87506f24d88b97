import { describe, expect, test } from 'vitest';
import { createComplaintReader, createLetterReader } from '#shared/complaint/reporter-complaints.ts';
import type { Report } from '#shared/report/report.ts';
import { aReport, corrected, ftc, lawOf, massachusetts, withdrawn } from '#test/support/complaint/builders.ts';
import { World } from '#test/support/complaint/world.ts';

function reporterOf(world: World, report: Report) {
  const deps = { ...world.decision, regulators: [ftc, massachusetts], reports: { get: async () => report } };
  return { reader: createComplaintReader(deps), letters: createLetterReader(deps) };
}

const handingOver = () => new World({ regulators: [{ id: 'us-ftc', takesFromQueue: false }] });

describe('what the reporter sees', () => {
  test('a complaint with its status, and no date that no rule gives', async () => {
    const world = new World();
    const report = aReport();
    await world.decide(report);
    const { reader } = reporterOf(world, report);
    expect(await reader.complaintsOf(report.id)).toEqual([
      {
        id: (await world.only).id,
        regulator: 'us-ftc',
        route: 'queue',
        status: 'queued',
        reference: null,
        missing: [],
        nextStepBy: null,
        nextStep: 'no_individual_answer',
      },
    ]);
    expect(await reader.complaintsOf('f'.repeat(32))).toEqual([]);
  });

  test('what is missing, and the letter as it would go', async () => {
    const world = new World();
    const report = aReport({}, { complainant: { name: 'Ada Moore' } });
    await world.decide(report);
    const { reader, letters } = reporterOf(world, report);
    expect(await reader.complaintsOf(report.id)).toMatchObject([
      { status: 'incomplete', missing: ['/complainant/consent'] },
    ]);
    const own = await letters.complaintOf(report.id, (await world.only).id);
    expect(own).toMatchObject({ regulatorPage: ftc.page, steps: [expect.stringContaining('Complete the report')] });
    expect(own?.letter).toContain('Ada Moore');
  });

  test('for a complaint to file oneself: the finished letter, the regulator’s page, and the steps', async () => {
    const world = handingOver();
    const report = aReport();
    await world.decide(report);
    const { reader, letters } = reporterOf(world, report);
    expect(await reader.complaintsOf(report.id)).toMatchObject([{ route: 'handed_over', status: 'handed_over' }]);
    const { id } = await world.only;
    const own = await letters.complaintOf(report.id, id);
    expect(own).toMatchObject({ id, regulator: 'us-ftc', regulatorPage: ftc.page, steps: ftc.steps });
    expect(own?.letter).toBe((await world.documents.get(id, 1))?.letter);
  });

  test('nothing of a withdrawn complaint but that it is withdrawn', async () => {
    const world = new World();
    const report = aReport();
    const gone = withdrawn(report);
    await world.decide(report, gone);
    const { reader, letters } = reporterOf(world, gone);
    expect(await reader.complaintsOf(report.id)).toMatchObject([
      { status: 'withdrawn', nextStep: 'no_individual_answer' },
    ]);
    expect(await letters.complaintOf(report.id, (await world.only).id)).toBeNull();
  });

  test('no letter under another complaint’s id', async () => {
    const world = new World({ law: lawOf(ftc, massachusetts) });
    const report = aReport();
    await world.decide(report);
    const { letters } = reporterOf(world, report);
    expect(await letters.complaintOf('f'.repeat(32), (await world.only).id)).toBeNull();
    expect(await letters.complaintOf(report.id, 'nonsense')).toBeNull();
  });
});

test('a setting changed later calls nothing back: what was handed over stays so', async () => {
  const world = handingOver();
  const report = aReport();
  await world.decide(report);
  const later = new World({ complaints: world.complaints, documents: world.documents });
  await later.decide(corrected(report, { callerName: 'Ace Warranty' }));
  expect(await world.only).toMatchObject({ route: 'handed_over', delivery: 'handed_over', version: 2 });
});
