import { Readable } from 'node:stream';
import { beforeEach, describe, expect, test } from 'vitest';
import { readFtcFile } from '#shared/intake/ftc-file.ts';
import { ftcReport } from '#shared/intake/ftc-report.ts';
import type { FtcRow } from '#shared/intake/ftc-row.ts';
import { replayFile } from '#shared/intake/replay-file.ts';
import { evaluate } from '#shared/law/evaluate.ts';
import { caseFactsOf } from '#shared/report/case-facts-of.ts';
import { prepareContent } from '#shared/report/prepare-content.ts';
import type { Report } from '#shared/report/report.ts';
import { composeIntake } from '#shared/storage/compose-intake.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { createSubjectStores } from '#shared/storage/subject-stores.ts';
import { countFacts } from '#shared/subject/count-facts.ts';
import { countLimits } from '#shared/subject/count-limits.ts';
import { createCountMemory } from '#shared/subject/count-memory.ts';
import { createSubjectReader } from '#shared/subject/subject-reader.ts';
import { meterCapacity } from '#test/support/capacity-meter.ts';
import { inventFtcFile } from '#test/support/replay/ftc-lines.ts';
import { createTables, engineClient } from '#test/support/tables.ts';
import { takeDependencies } from '#test/support/take-dependencies.ts';

const rows = 900;
const file = inventFtcFile(rows, 20_261_121);

/** Intake over fresh tables, and a counter that takes what intake wrote in batches, as the stream would hand it over. */
async function open() {
  const client = engineClient();
  const meter = meterCapacity(client);
  const documents = documentClient(client);
  const tables = await createTables(client, 'Reports', 'Subjects', 'Facts', 'Complaints', 'Registrations');
  const intake = composeIntake(
    {
      REPORTS_TABLE: tables.Reports,
      SUBJECTS_TABLE: tables.Subjects,
      FACTS_TABLE: tables.Facts,
      COMPLAINTS_TABLE: tables.Complaints,
      REGISTRATIONS_TABLE: tables.Registrations,
      DEFAULT_COUNTRY: 'US',
      REPORT_RETENTION_DAYS: 730,
      REGISTRY_POINTER_SECONDS: 60,
    },
    documents,
    'a secret for tests',
  );
  const stream: Report[] = [];
  const reports: typeof intake.reports = {
    ...intake.reports,
    create: async (report, expiresAt) => {
      const outcome = await intake.reports.create(report, expiresAt);
      if (outcome.kind === 'created') {
        stream.push(report);
      }
      return outcome;
    },
  };
  const clock = () => new Date();
  const stores = createSubjectStores(documents, { subjects: tables.Subjects, facts: tables.Facts });
  const counting = { ...stores, clock, limits: countLimits, memory: createCountMemory() };
  return {
    meter,
    replay: (text: string) => replayFile(Readable.from([text]), { ...intake, reports, atOnce: 16 }),
    count: async () => {
      for (let at = 0; at < stream.length; at += 100) {
        expect((await countFacts(stream.slice(at, at + 100), counting)).failed).toEqual([]);
      }
    },
    figures: async () => {
      const reader = createSubjectReader({ ...stores, clock });
      const found = new Map<string, { reports: number; reporters: number }>();
      for (const id of new Set(stream.map(({ subjectId }) => subjectId ?? ''))) {
        const subject = await reader.read(id);
        const { reports: many = 0, reporters = 0 } = subject?.figures ?? {};
        found.set(subject?.sender?.value ?? 'nobody', { reports: many, reporters });
      }
      return found;
    },
    recount: async (reportsAgain: readonly Report[]) => {
      await countFacts(reportsAgain, counting);
    },
    stream,
  };
}

describe('a replay', () => {
  let here: Awaited<ReturnType<typeof open>>;

  beforeEach(async () => {
    here = await open();
  });

  test('takes every usable row, skips the others by reason, and counts what the file says', async () => {
    const outcome = await here.replay(file.text);
    expect(outcome).toMatchObject({ rows, taken: file.truth.taken, created: file.truth.taken });
    expect(outcome.skipped).toEqual(file.truth.skipped);
    await here.count();
    expect(await here.figures()).toEqual(file.truth.senders);
  });

  test('a second one, and its counting, changes no figure', async () => {
    await here.replay(file.text);
    await here.count();
    const again = await here.replay(file.text);
    expect(again).toMatchObject({ taken: file.truth.taken, created: 0 });
    await here.recount(here.stream.slice(0, 700));
    expect(await here.figures()).toEqual(file.truth.senders);
  });

  test('one that broke off half-way is completed by the next', async () => {
    const half = file.text.slice(0, Math.floor(file.text.length / 2));
    const broken = await here.replay(half.slice(0, half.lastIndexOf('\n') + 1));
    expect(broken.taken).toBeGreaterThan(0);
    expect(broken.taken).toBeLessThan(file.truth.taken);
    const whole = await here.replay(file.text);
    expect(whole.created).toBe(file.truth.taken - broken.taken);
    await here.count();
    expect(await here.figures()).toEqual(file.truth.senders);
  });

  test('a call that is still to come is skipped by its date, and the rest of the file taken', async () => {
    const [header = '', first = ''] = file.text.split('\r\n');
    const cells = '2175550143,2026-03-05 00:06:28,2089-03-04 16:25:00,,Illinois,217,Other,Y';
    const good = cells.replace('2089', '2026');
    const outcome = await here.replay([header, cells, good, first].join('\r\n'));
    expect(outcome.skipped).toMatchObject({ date: 1 });
    expect(outcome.taken).toBeGreaterThanOrEqual(1);
  });

  test('costs at most 2.2 write units and one read unit a report, counting included', async () => {
    here.meter.reset();
    await here.replay(file.text);
    const taking = { ...here.meter.total };
    await here.count();
    const { read, write } = here.meter.total;
    const each = (units: number) => units / file.truth.taken;
    console.log(
      `write units a report: ${each(write).toFixed(3)} (taking ${each(taking.write).toFixed(3)}); read units: ${each(read).toFixed(3)}`,
    );
    expect(each(write)).toBeLessThanOrEqual(2.2);
    expect(each(read)).toBeLessThanOrEqual(1);
  });
});

/** The verdict of an hours rule on a row; `purpose` as a person would have told it. */
async function hoursVerdicts(row: FtcRow, purpose?: 'sale'): Promise<Record<string, string>> {
  const request = ftcReport(row, 0);
  const prepared = await prepareContent(
    {
      input: { ...request.input, ...(purpose === undefined ? {} : { purpose, relationship: 'none' as const }) },
      now: new Date('2026-11-21T12:00:00Z'),
      correcting: null,
      sender: request.sender,
    },
    takeDependencies(),
  );
  if (prepared.kind === 'refused') {
    throw new Error('the row was refused');
  }
  return Object.fromEntries(
    evaluate(caseFactsOf(prepared.content))
      .filter(({ rule }) => rule.endsWith('-HOURS'))
      .map(({ rule, verdict }) => [rule, verdict]),
  );
}

test('midnight in open data never decides an hours rule; a known time does once the purpose is known', async () => {
  let midnight = 0;
  let outside = 0;
  let inside = 0;
  for await (const record of readFtcFile(Readable.from([file.text]))) {
    if (record.kind === 'skipped') {
      continue;
    }
    const { row } = record;
    const asFiled = await hoursVerdicts(row);
    const asSale = await hoursVerdicts(row, 'sale');
    const clock = row.calledAt.slice(11);
    if (clock === '') {
      midnight += 1;
      expect(Object.values(asFiled)).not.toContain('violation');
      expect(Object.values(asFiled)).not.toContain('exempt');
      expect(Object.values(asSale)).not.toContain('violation');
      expect(Object.values(asSale)).not.toContain('exempt');
    } else if (clock < '08:00:00' || clock > '21:00:00') {
      outside += 1;
      expect(asFiled['US-HOURS']).toBe('undetermined');
      expect(asSale['US-HOURS']).toBe('violation');
    } else {
      inside += 1;
      expect(asSale['US-HOURS']).toBe('not_shown');
    }
  }
  expect(midnight).toBeGreaterThan(20);
  expect(outside).toBeGreaterThan(100);
  expect(inside).toBeGreaterThan(100);
});
