import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Report } from '#shared/report/report.ts';
import type { Sender } from '#shared/sender/sender.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { createSubjectStores } from '#shared/storage/subject-stores.ts';
import { countFacts } from '#shared/subject/count-facts.ts';
import { countLimits } from '#shared/subject/count-limits.ts';
import { createCountMemory } from '#shared/subject/count-memory.ts';
import { createSubjectReader } from '#shared/subject/subject-reader.ts';
import { meterCapacity } from '#test/support/capacity-meter.ts';
import { buildContent, buildReport, hashFor, phoneSender, subjectFor } from '#test/support/report-builder.ts';
import { createTables, engineClient } from '#test/support/tables.ts';

const client = engineClient();
const meter = meterCapacity(client);
const documents = documentClient(client);
const clock = () => new Date('2026-11-21T12:00:00Z');
let stores: ReturnType<typeof createSubjectStores>;
const memory = createCountMemory();
const count = (...reports: Report[]) => countFacts(reports, { ...stores, clock, limits: countLimits, memory });

beforeAll(async () => {
  const tables = await createTables(client, 'Subjects', 'Facts');
  stores = createSubjectStores(documents, { subjects: tables.Subjects, facts: tables.Facts });
});

beforeEach(() => meter.reset());

const reportsOn = (subject: string, amount: number, sender: Sender = phoneSender) =>
  Array.from({ length: amount }, (_, index) =>
    buildReport({
      id: hashFor(`${subject}-${index}`),
      reporter: hashFor(`reporter-${index}`),
      subjectId: subjectFor(subject),
      content: buildContent({ sender }),
    }),
  );

describe.each<{ name: string; sender: Sender }>([
  { name: 'a telephone number', sender: { ...phoneSender, value: '+123456789012345', validity: 'impossible' } },
  { name: 'a short code', sender: { type: 'short_code', value: '88022', validity: 'not_applicable', country: 'US' } },
  {
    name: 'the longest e-mail address',
    sender: { type: 'email', value: `${'x'.repeat(242)}@example.com`, validity: 'not_applicable', country: null },
  },
])('a head of $name', ({ name, sender }) => {
  test('costs one write unit to fill up to its last fact, and half a read unit to look at', async () => {
    const room = countLimits.headRoom(sender);
    const reports = reportsOn(name, room, sender);
    for (const report of reports) {
      meter.reset();
      await count(report);
      expect(meter.total).toEqual({ read: 0, write: 1, requests: 1 });
    }
    meter.reset();
    const reader = createSubjectReader({ ...stores, clock, keepsFigures: false });
    const { summary } = await reader.peek(subjectFor(name), hashFor('reporter-1'), null);
    expect(summary.reports).toBe(room);
    expect(meter.total).toEqual({ read: 0.5, write: 0, requests: 1 });
  });
});

test('a subject that nobody reported costs intake half a read unit', async () => {
  const reader = createSubjectReader({ ...stores, clock, keepsFigures: false });
  await reader.peek(subjectFor('nobody'), null, null);
  expect(meter.total.read).toBe(0.5);
});

test('a report on a wide subject costs 1.2 write units to count, and intake at most 2 read units', async () => {
  await count(...reportsOn('wide', 100));
  meter.reset();
  const more = reportsOn('wide', 500).slice(100);
  for (const report of more) {
    await count(report);
  }
  expect(meter.total.write / more.length).toBeLessThanOrEqual(1.2);
  meter.reset();
  const reader = createSubjectReader({ ...stores, clock, keepsFigures: false });
  await reader.peek(subjectFor('wide'), hashFor('reporter-1'), null);
  expect(meter.total.read).toBeLessThanOrEqual(2);
});
