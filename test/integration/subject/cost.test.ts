import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptyHead } from '#shared/registry/registry-head.ts';
import { createRegistryLookup } from '#shared/registry/registry-look-up.ts';
import type { Report } from '#shared/report/report.ts';
import type { Sender } from '#shared/sender/sender.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { createRegistrationStore } from '#shared/storage/registration-store.ts';
import { createSubjectStores } from '#shared/storage/subject-stores.ts';
import { countAll } from '#shared/subject/count-all.ts';
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
    const reader = createSubjectReader({ ...stores, clock });
    const { summary } = await reader.peek(subjectFor(name), hashFor('reporter-1'), null);
    expect(summary.reports).toBe(room);
    expect(meter.total).toEqual({ read: 0.5, write: 0, requests: 1 });
  });
});

test('a subject that nobody reported costs intake half a read unit', async () => {
  const reader = createSubjectReader({ ...stores, clock });
  await reader.peek(subjectFor('nobody'), null, null);
  expect(meter.total.read).toBe(0.5);
});

test('an ordinary report costs intake one read unit: its subject and its page of the registry', async () => {
  const { Registrations } = await createTables(client, 'Registrations');
  const registrations = createRegistrationStore({ client: documents, table: Registrations });
  const listDate = '2026-11-20';
  const kinds = [{ kind: 0, listDate }];
  const unchanged = { change: 0, voided: [], changeDigest: null };
  const list = { snapshot: 's1', listDate, areas: ['1413'], kinds, ...unchanged };
  await registrations.replaceHead({ ...emptyHead('us-national'), lists: [list] });
  const lookup = createRegistryLookup(registrations, { registries: ['us-national'], clock });
  const line = { e164: '+14135550142', country: 'US', region: 'MA' };
  await lookup.lookUp(line);
  await count(...reportsOn('ordinary', 3));
  meter.reset();
  const reader = createSubjectReader({ ...stores, clock });
  await Promise.all([reader.peek(subjectFor('ordinary'), hashFor('reporter-1'), null), lookup.lookUp(line)]);
  expect(meter.total.read).toBe(1);
});

test('a report on a wide subject costs 1.2 write units to count; intake 1.5 read units, then half a one', async () => {
  await count(...reportsOn('wide', 100));
  meter.reset();
  const more = reportsOn('wide', 500).slice(100);
  for (const report of more) {
    await count(report);
  }
  expect(meter.total.write / more.length).toBeLessThanOrEqual(1.2);
  meter.reset();
  const reader = createSubjectReader({ ...stores, clock });
  await reader.peek(subjectFor('wide'), hashFor('reporter-1'), null);
  expect(meter.total.read).toBe(1.5);
  meter.reset();
  await reader.peek(subjectFor('wide'), hashFor('reporter-2'), null);
  expect(meter.total.read).toBe(0.5);
});

describe.each([
  { name: 'as many facts as are read whole', facts: 1500, most: 60 },
  { name: 'a few more', facts: 1600, most: 60 },
  { name: 'many more', facts: 4000, most: 60 },
])('a quiet subject with $name', ({ facts, most }) => {
  const name = `quiet-${facts}`;
  const reports = reportsOn(name, facts);
  const later = new Date(clock().getTime() + 24 * 3600 * 1000);

  test(`costs a view at most ${most} read units and no write, with figures kept or not, however often`, async () => {
    await count(...reports);
    const reader = createSubjectReader({ ...stores, clock: () => later });
    const views = async () => {
      for (const report of [reports[0], reports[facts - 1], reports[0]]) {
        meter.reset();
        await reader.readFor(report ?? buildReport());
        console.log(`${name}: a view reads ${meter.total.read} units`);
        expect(meter.total.read).toBeLessThanOrEqual(most);
        meter.reset();
        await reader.read(subjectFor(name));
        expect(meter.total.read).toBeLessThanOrEqual(most);
        expect(meter.total.write).toBe(0);
      }
    };
    await views();
    // As a later batch does when the figures fell due.
    await countAll(subjectFor(name), { ...stores, clock: () => later, limits: countLimits });
    await views();
    expect((await reader.readFor(reports[facts - 1] ?? buildReport())).included).toBe(true);
    expect((await reader.read(subjectFor(name)))?.figures.reports).toBe(facts);
  });
});
