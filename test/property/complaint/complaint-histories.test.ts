import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Complaint } from '#shared/complaint/complaint.ts';
import { sha256Of } from '#shared/complaint/draft-document.ts';
import type { RegulatorEvent } from '#shared/complaint/record-event.ts';
import type { Report } from '#shared/report/report.ts';
import type { ReportInput } from '#shared/report/report-input.ts';
import { aReport, corrected, ftc, lawOf, withdrawn } from '#test/support/complaint/builders.ts';
import { Crash, Fuse, fused } from '#test/support/complaint/fuse.ts';
import { World } from '#test/support/complaint/world.ts';

const change = fc.constantFrom<Partial<ReportInput>>(
  { callerName: 'Ace Warranty' },
  { callerName: 'Bravo Solar' },
  { purpose: 'charity' },
  { purpose: 'sale' },
  { complain: false },
  { complain: true },
  { complainant: {} },
  { complainant: { name: 'Ada Moore', email: 'ada@example.org', consent: true } },
  { locale: 'en' },
);

const event = fc.constantFrom<RegulatorEvent>(
  { event: 'acknowledged', reference: 'A-1' },
  { event: 'acknowledged', reference: 'A-2' },
  { event: 'decided' },
  { event: 'refused', reason: 'Out of scope.' },
  { event: 'extended', until: '2027-01-31' },
);

const action = fc.oneof(
  // Which of the report's versions the stream hands out, in whatever order and however often.
  { weight: 5, arbitrary: fc.record({ does: fc.constant('decide' as const), version: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('drain' as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('sweep' as const) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('take' as const) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('say' as const), event }) },
);

const history = fc.record({
  changes: fc.array(change, { maxLength: 5 }),
  withdraws: fc.boolean(),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }),
  actions: fc.array(
    fc.record({
      action,
      together: fc.boolean(),
      cutAt: fc.option(fc.nat({ max: 8 }), { freq: 2 }),
      when: fc.constantFrom('before' as const, 'after' as const),
    }),
    { maxLength: 25 },
  ),
});

function versionsOf({ changes, withdraws }: { changes: Partial<ReportInput>[]; withdraws: boolean }): Report[] {
  const versions = [aReport()];
  for (const each of changes) {
    versions.push(corrected(versions.at(-1) ?? aReport(), each));
  }
  return withdraws ? [...versions, withdrawn(versions.at(-1) ?? aReport())] : versions;
}

/** What the last version asks for, told without the code under test. */
function truthOf({ content }: Report): 'nothing' | 'incomplete' | 'complete' {
  if (content === null || content.input.complain !== true || content.input.purpose !== 'sale') {
    return 'nothing';
  }
  return content.input.complainant?.consent === true ? 'complete' : 'incomplete';
}

test('whatever order, repetition, concurrency and crash: a complaint ends where the last version puts it', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.scheduler(), async (given, scheduler) => {
      const versions = versionsOf(given);
      const disk = new World();
      let fuse = new Fuse();
      const turn = () => scheduler.schedule(Promise.resolve());
      const world = new World({
        complaints: fused(disk.complaints, () => fuse, turn),
        documents: fused(disk.documents, () => fuse, turn),
        law: lawOf(ftc),
      });
      const sending = {
        queue: fused(disk.queue, () => fuse, turn),
        outbox: fused(disk.complaints, () => fuse, turn),
        clock: () => disk.now,
        resendAfterMinutes: 15,
      };
      const idNow = () => [...disk.complaints.items.keys()][0] ?? '0'.repeat(26);
      const perform = async (each: (typeof given.actions)[number]['action']): Promise<void> => {
        switch (each.does) {
          case 'decide': {
            const version = versions[each.version % versions.length];
            await (version === undefined ? undefined : world.decide(version));
            return;
          }
          case 'drain':
            return disk.drain(sending);
          case 'sweep':
            await disk.sweep(true, ftc.id, { ...sending, onFailure: () => {} });
            return;
          case 'take':
            await world.take(idNow());
            return;
          case 'say':
            await world.say(idNow(), each.event);
            return;
        }
      };

      let running: Promise<unknown>[] = [];
      let answered: Complaint['case'] | null = null;
      for (const { action: each, together, cutAt, when } of given.actions) {
        fuse = cutAt === null ? new Fuse() : new Fuse(cutAt + 1, when);
        running.push(
          perform(each).catch((error: unknown) => {
            if (!(error instanceof Crash)) {
              throw error;
            }
          }),
        );
        if (!together) {
          await scheduler.waitFor(Promise.all(running));
          running = [];
          answered = await neverBack(disk, answered);
        }
      }
      await scheduler.waitFor(Promise.all(running));
      // Every record is handed out until it was worked off; after a redrive not even in order.
      fuse = new Fuse();
      for (const version of given.order.flatMap((index) => versions.slice(index, index + 1))) {
        await scheduler.waitFor(world.decide(version));
      }
      await disk.drain();
      await check(disk, versions.at(-1) ?? aReport());
    }),
    { numRuns: 300, seed: 20_261_121 },
  );
}, 120_000);

/** An answer of the regulator's is never lost to anything but the reporter's withdrawal. */
async function neverBack(disk: World, before: Complaint['case'] | null): Promise<Complaint['case'] | null> {
  const [stored] = await disk.complaints.getAll([...disk.complaints.items.keys()]);
  if (stored?.kind !== 'complaint') {
    return before;
  }
  if (before === 'decided' || before === 'refused') {
    expect([before, 'withdrawn', 'open']).toContain(stored.case);
  }
  expect(new Set(stored.taken.map(({ version }) => version)).size).toBe(stored.taken.length);
  return stored.case;
}

async function check(disk: World, last: Report): Promise<void> {
  const truth = truthOf(last);
  const [stored] = await disk.complaints.getAll([...disk.complaints.items.keys()]);
  if (stored?.kind !== 'complaint') {
    expect(truth).toBe('nothing');
    expect(disk.documents.objects.size).toBe(0);
    return;
  }
  const { id, taken } = stored;
  expect(stored.reportRevision).toBe(last.revision);
  const has = taken.length > 0;
  expect(stored.case === 'withdrawn').toBe(truth === 'nothing' || (truth === 'incomplete' && has));
  if (stored.case !== 'withdrawn') {
    expect(stored.delivery).toBe(has ? 'submitted' : truth === 'incomplete' ? 'incomplete' : 'queued');
  }

  // No document but those the regulator has and the one it is to have.
  const wanted = new Set(taken.map(({ document }) => document));
  if (stored.case !== 'withdrawn' && stored.sha256 !== null) {
    wanted.add(stored.version);
  }
  expect(disk.documents.versionsOf(id)).toEqual([...wanted].sort((a, b) => a - b));
  for (const { document, sha256 } of taken) {
    expect(sha256Of((await disk.documents.get(id, document))?.json ?? '')).toBe(sha256);
  }

  // What waits was told, with the hash of what a fetch will give; versions only grow, and each means one thing.
  const pointers = disk.queue.sent.map(({ pointer }) => pointer);
  if (disk.complaints.items.get(id)?.['untaken'] !== undefined) {
    expect(pointers.some(({ version, sha256 }) => version === stored.version && sha256 === stored.sha256)).toBe(true);
  }
  const meanings = new Map<number, string>();
  for (const { version, event: said, sha256 } of pointers) {
    expect(meanings.get(version) ?? `${said} ${sha256}`).toBe(`${said} ${sha256}`);
    meanings.set(version, `${said} ${sha256}`);
  }
  const times = stored.history.map(({ version }) => version);
  expect(times).toEqual([...times].sort((a, b) => a - b));
}
