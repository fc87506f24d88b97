import { describe, expect, test } from 'vitest';
import type { ReportStore } from '#shared/report/ports.ts';
import type { Report } from '#shared/report/report.ts';
import { takeReport } from '#shared/report/take-report.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { createReportStore } from '#shared/storage/report-store.ts';
import { fakeReportStore } from '#test/support/fake-report-store.ts';
import { createTables, engineClient } from '#test/support/tables.ts';
import { takeDependencies, testNow } from '#test/support/take-dependencies.ts';

// Far off: the engine, whose clock is the real one, removes what has expired.
const later = new Date(testNow.getTime() + 20 * 365 * 24 * 3600_000);

/** A report with every optional part filled, and one with none. */
async function reports() {
  const deps = takeDependencies({
    registry: {
      lookUp: async () => [
        { registry: 'us-national', registered: true, since: null, noLaterThan: '2026-01-02', asOf: '2026-11-01' },
      ],
    },
  });
  const full = await takeReport(
    {
      input: {
        kind: 'text',
        sender: '88022',
        line: '+1 413 555 0142',
        occurredAt: '2026-11-20T20:41:00-05:00',
        text: 'line one\nline two 👋',
        registeredSince: '2019-03-01',
        complain: true,
        complainant: { name: 'Sam Doe', consent: true },
      },
      channel: 'api',
      contactProof: 'sms',
    },
    deps,
  );
  const bare = await takeReport(
    { input: { kind: 'call', occurredAt: '2026-11-20' }, channel: 'api', contactProof: 'none' },
    deps,
  );
  if (full.kind !== 'taken' || bare.kind !== 'taken') {
    throw new Error('the reports were not taken');
  }
  return { full: full.report, bare: bare.report };
}

// The same expectations over both, so that the fake cannot lie.
describe.each([
  ['the fake', async (clock: Clock): Promise<ReportStore> => fakeReportStore(clock)],
  [
    'DynamoDB',
    async (clock: Clock): Promise<ReportStore> => {
      const client = engineClient();
      const { Reports } = await createTables(client, 'Reports');
      return createReportStore(documentClient(client), Reports, clock);
    },
  ],
])('reports in %s', (_name, open) => {
  test('what was created comes back as it was', async () => {
    const store = await open(() => testNow);
    const { full, bare } = await reports();
    expect(await store.create(full, later)).toEqual({ kind: 'created' });
    expect(await store.create(bare, later)).toEqual({ kind: 'created' });
    expect(await store.get(full.id)).toEqual(full);
    expect(await store.get(bare.id)).toEqual(bare);
  });

  test('a report that exists is answered, not replaced', async () => {
    const store = await open(() => testNow);
    const { full } = await reports();
    await store.create(full, later);
    expect(await store.create({ ...full, requestHash: 'other' }, later)).toEqual({ kind: 'exists', report: full });
  });

  test('of many that create the same report at once one does', async () => {
    const store = await open(() => testNow);
    const { full } = await reports();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => store.create(full, later)));
    expect(outcomes.filter(({ kind }) => kind === 'created')).toHaveLength(1);
  });

  test('a version replaces only the one before it', async () => {
    const store = await open(() => testNow);
    const { full } = await reports();
    await store.create(full, later);
    const second: Report = { ...full, revision: 2, contactProof: 'email', emailSince: 2 };
    expect(await store.replace({ ...full, revision: 3 }, later)).toEqual({ kind: 'conflict' });
    expect(await store.replace(second, later)).toEqual({ kind: 'replaced' });
    expect(await store.replace(second, later)).toEqual({ kind: 'conflict' });
    expect(await store.get(full.id)).toEqual(second);
  });

  test('an unknown report cannot be replaced, and an expired one counts as absent', async () => {
    let now = testNow;
    const store = await open(() => now);
    const { full } = await reports();
    expect(await store.replace({ ...full, revision: 2 }, later)).toEqual({ kind: 'conflict' });
    expect(await store.get(full.id)).toBeNull();
    await store.create(full, later);
    now = new Date(later.getTime() + 2000);
    expect(await store.get(full.id)).toBeNull();
    expect(await store.create(full, new Date(now.getTime() + 3600_000))).toEqual({ kind: 'created' });
  });

  test('a withdrawn version holds no content', async () => {
    const store = await open(() => testNow);
    const { full } = await reports();
    await store.create(full, later);
    const withdrawn = { ...full, revision: 2, content: null, reporter: null, subjectId: null, pastSubjectIds: ['S'] };
    await store.replace(withdrawn, later);
    expect(await store.get(full.id)).toEqual(withdrawn);
  });
});
