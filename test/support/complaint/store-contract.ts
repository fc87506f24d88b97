import { beforeEach, describe, expect, test } from 'vitest';
import type { Complaint } from '#shared/complaint/complaint.ts';
import type { ComplaintList, ComplaintOutbox, ComplaintStore } from '#shared/complaint/ports.ts';

type Stores = ComplaintStore & ComplaintList & ComplaintOutbox;

let made = 0;

/** A complaint on its regulator's queue, with an id of its own. */
function aComplaint(changes: Partial<Complaint> = {}): Complaint {
  made += 1;
  const at = `2026-11-21T02:00:00.${String(made % 1000).padStart(3, '0')}Z`;
  return {
    kind: 'complaint',
    id: made.toString().padStart(26, '0'),
    reportId: '0123456789abcdef0123456789abcdef',
    regulator: 'us-ftc',
    route: 'queue',
    case: 'open',
    delivery: 'queued',
    publication: 'none',
    version: 1,
    reportRevision: 1,
    sha256: 'ab'.repeat(32),
    missing: [],
    reference: null,
    refusalReason: null,
    extendedUntil: null,
    withdrawalReason: null,
    createdAt: at,
    updatedAt: at,
    taken: [],
    history: [{ at, event: 'drafted', actor: 'system', version: 1 }],
    edit: 1,
    outbox: { since: at, sentVersion: 0, sends: 0, sendAfter: at },
    ...changes,
  };
}

const taken = { version: 1, document: 1, at: '2026-11-21T03:00:00.000Z', sha256: 'ab'.repeat(32) };
const later = new Date('2026-11-21T04:00:00.000Z');

/** What every store of complaints has to do; held over the fake and over the table. */
export function storeContract(name: string, make: () => Promise<Stores>): void {
  describe(name, () => {
    let stores: Stores;
    beforeEach(async () => {
      stores = await make();
    });

    const saved = async (changes: Partial<Complaint> = {}): Promise<Complaint> => {
      const complaint = aComplaint(changes);
      expect(await stores.save(complaint, null)).toBe('saved');
      return complaint;
    };
    const waiting = async (limit = 100) => (await stores.waiting('us-ftc', limit)).map(({ id }) => id);

    test('gives back what was saved', async () => {
      const complaint = await saved({
        missing: ['/complainant/name'],
        reference: 'FTC-77',
        refusalReason: 'No.',
        extendedUntil: '2027-01-31',
        withdrawalReason: 'no_violation',
        taken: [taken],
        history: [
          {
            at: '2026-11-21T03:00:00.000Z',
            event: 'refused',
            actor: 'regulator',
            version: 1,
            reason: 'No.',
            reference: 'FTC-77',
          },
        ],
      });
      expect(await stores.get(complaint.id)).toEqual(complaint);
      const tombstone = { kind: 'tombstone', id: 'T'.repeat(26), reportRevision: 3, edit: 1 } as const;
      expect(await stores.save(tombstone, null)).toBe('saved');
      expect(await stores.get(tombstone.id)).toEqual(tombstone);
    });

    test('knows nothing of an unknown id', async () => {
      const complaint = await saved();
      expect(await stores.get('Z'.repeat(26))).toBeNull();
      expect(await stores.getAll(['Z'.repeat(26), complaint.id])).toEqual([complaint]);
      expect(await stores.getAll([])).toEqual([]);
    });

    test('saves only over what the writer read', async () => {
      const complaint = await saved();
      expect(await stores.save(complaint, null)).toBe('conflict');
      expect(await stores.save({ ...complaint, edit: 3 }, 2)).toBe('conflict');
      expect(await stores.save({ ...complaint, case: 'acknowledged', edit: 2 }, 1)).toBe('saved');
      expect(await stores.save({ ...complaint, edit: 2 }, 1)).toBe('conflict');
      expect(await stores.save({ ...aComplaint(), edit: 5 }, 4)).toBe('conflict');
      expect(await stores.get(complaint.id)).toMatchObject({ case: 'acknowledged', edit: 2 });
    });

    test('lists a regulator’s own, oldest first, page by page', async () => {
      const own = [await saved(), await saved(), await saved()];
      await saved({ regulator: 'us-ma-ag' });
      const first = await stores.page('us-ftc', null, 2);
      expect(first.complaints.map(({ id }) => id)).toEqual(own.slice(0, 2).map(({ id }) => id));
      const second = await stores.page('us-ftc', first.next, 2);
      expect(second.complaints.map(({ id }) => id)).toEqual(own.slice(2).map(({ id }) => id));
      expect(second.next).toBeNull();
    });

    test('lists neither what is incomplete or handed over nor what was withdrawn before it was taken', async () => {
      await saved({ delivery: 'incomplete' });
      await saved({ delivery: 'handed_over', route: 'handed_over' });
      await saved({ case: 'withdrawn' });
      const withdrawn = await saved({ case: 'withdrawn', delivery: 'submitted', taken: [taken] });
      expect((await stores.page('us-ftc', null, 10)).complaints).toEqual([withdrawn]);
    });

    test('a complaint waits until it is taken', async () => {
      const complaint = await saved();
      await saved({ regulator: 'us-ma-ag' });
      await saved({ delivery: 'incomplete' });
      expect(await waiting()).toEqual([complaint.id]);
      await stores.save({ ...complaint, delivery: 'submitted', taken: [taken], edit: 2 }, 1);
      expect(await waiting()).toEqual([]);
    });

    test('sending puts the next sending off, and does not disturb a writer', async () => {
      const complaint = await saved();
      const another = await saved();
      expect(await waiting()).toEqual([complaint.id, another.id]);
      const sendAfter = new Date('2026-11-21T05:00:00.000Z');
      await stores.markSent(complaint.id, 1, { at: later, sendAfter });
      expect(await waiting()).toEqual([another.id, complaint.id]);
      expect(await waiting(1)).toEqual([another.id]);
      expect(await stores.get(complaint.id)).toMatchObject({
        edit: 1,
        outbox: { sentVersion: 1, sends: 1, sendAfter: sendAfter.toISOString() },
      });
      expect(await stores.save({ ...complaint, edit: 2 }, 1)).toBe('saved');
    });

    test('tells of all that wait how many and since when, whenever they are due', async () => {
      expect(await stores.backlog('us-ftc')).toEqual({ count: 0, since: null });
      const first = await saved();
      const second = await saved();
      await saved({ regulator: 'us-ma-ag' });
      await stores.markSent(first.id, 1, { at: later, sendAfter: new Date('2026-11-22T04:00:00.000Z') });
      expect(await stores.backlog('us-ftc')).toEqual({ count: 2, since: first.outbox.since });
      await stores.save({ ...first, delivery: 'submitted', taken: [taken], edit: 2 }, 1);
      expect(await stores.backlog('us-ftc')).toEqual({ count: 1, since: second.outbox.since });
    });

    test('a mark for what no longer waits is dropped', async () => {
      const complaint = await saved();
      await stores.save({ ...complaint, version: 2, edit: 2 }, 1);
      await stores.markSent(complaint.id, 1, { at: later, sendAfter: later });
      expect(await stores.get(complaint.id)).toMatchObject({ outbox: { sentVersion: 0 } });
      await stores.save({ ...complaint, version: 2, case: 'withdrawn', edit: 3 }, 2);
      await stores.markSent(complaint.id, 2, { at: later, sendAfter: later });
      await stores.markSent('Z'.repeat(26), 1, { at: later, sendAfter: later });
      expect(await stores.get('Z'.repeat(26))).toBeNull();
      expect(await waiting()).toEqual([]);
    });

    test('of ten writers that read the same, one saves', async () => {
      const complaint = await saved();
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, (_, index) => stores.save({ ...complaint, reference: String(index), edit: 2 }, 1)),
      );
      expect(outcomes.filter((outcome) => outcome === 'saved')).toHaveLength(1);
    });
  });
}
