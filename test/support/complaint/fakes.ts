import { type Complaint, isUntaken, type Tombstone } from '#shared/complaint/complaint.ts';
import type {
  ComplaintDocuments,
  ComplaintList,
  ComplaintOutbox,
  ComplaintStore,
  Pointer,
  PointerQueue,
} from '#shared/complaint/ports.ts';
import { complaintFromItem, complaintToItem } from '#shared/storage/complaint-item.ts';

type Stored = Complaint | Tombstone;
type Item = Record<string, unknown>;

/** The Complaints table in memory: items as they would be stored, so that nothing unstorable passes. */
export interface FakeComplaints extends ComplaintStore, ComplaintList, ComplaintOutbox {
  readonly items: Map<string, Item>;
  /** New images, in order, as the stream would bring them. */
  readonly stream: Item[];
}

export function fakeComplaints(): FakeComplaints {
  const items = new Map<string, Item>();
  const stream: Item[] = [];
  const write = (item: Item) => {
    items.set(String(item['pk']), item);
    stream.push(item);
  };
  const all = (): Complaint[] =>
    [...items.values()].map(complaintFromItem).filter((stored) => stored.kind === 'complaint');
  const read = (id: string): Stored | null => {
    const item = items.get(id);
    return item === undefined ? null : complaintFromItem(item);
  };
  return {
    items,
    stream,
    get: async (id) => read(id),
    getAll: async (ids) => ids.map(read).filter((stored) => stored !== null),
    async save(complaint, before) {
      const current = items.get(complaint.id);
      if ((current?.['edit'] ?? null) !== before) {
        return 'conflict';
      }
      write(complaintToItem(complaint));
      return 'saved';
    },
    async page(regulator, after, limit) {
      const place = (complaint: { createdAt: string; id: string }) => `${complaint.createdAt}#${complaint.id}`;
      const rest = all()
        .filter((complaint) => complaint.regulator === regulator && items.get(complaint.id)?.['listed'] !== undefined)
        .filter((complaint) => after === null || place(complaint) > place(after))
        .sort((a, b) => (place(a) < place(b) ? -1 : 1));
      const complaints = rest.slice(0, limit);
      const last = complaints.at(-1);
      const next = complaints.length < limit || last === undefined ? null : { id: last.id, createdAt: last.createdAt };
      return { complaints, next };
    },
    waiting: async (regulator, limit) =>
      all()
        .filter((complaint) => items.get(complaint.id)?.['untaken'] === regulator)
        .sort((a, b) => (a.outbox.sendAfter < b.outbox.sendAfter ? -1 : 1))
        .slice(0, limit),
    async backlog(regulator) {
      const since = all()
        .filter((complaint) => items.get(complaint.id)?.['untaken'] === regulator)
        .map(({ outbox }) => outbox.since)
        .sort();
      return { count: since.length, since: since[0] ?? null };
    },
    async markSent(id, version, { sendAfter }) {
      const current = read(id);
      if (current?.kind !== 'complaint' || current.version !== version || !isUntaken(current)) {
        return;
      }
      const outbox = {
        ...current.outbox,
        sentVersion: version,
        sends: current.outbox.sends + 1,
        sendAfter: sendAfter.toISOString(),
      };
      write(complaintToItem({ ...current, outbox }));
    },
  };
}

export interface FakeDocuments extends ComplaintDocuments {
  readonly objects: Map<string, { readonly json: string; readonly letter: string }>;
  versionsOf(id: string): number[];
}

export function fakeDocuments(): FakeDocuments {
  const objects: FakeDocuments['objects'] = new Map();
  const versionsOf = (id: string) =>
    [...objects.keys()].filter((key) => key.startsWith(`${id}/`)).map((key) => Number(key.split('/')[1]));
  return {
    objects,
    versionsOf: (id) => versionsOf(id).sort((a, b) => a - b),
    async put(id, version, { json, letter }) {
      objects.set(`${id}/${version}`, { json, letter });
    },
    get: async (id, version) => objects.get(`${id}/${version}`) ?? null,
    async erase(id, upTo, keep) {
      for (const version of versionsOf(id).filter((candidate) => candidate <= upTo && !keep.includes(candidate))) {
        objects.delete(`${id}/${version}`);
      }
    },
  };
}

export interface FakeQueue extends PointerQueue {
  readonly sent: { readonly regulator: string; readonly pointer: Pointer }[];
}

/** For these regulators; for all without any. */
export function fakeQueue(regulators?: readonly string[]): FakeQueue {
  const sent: FakeQueue['sent'] = [];
  return {
    sent,
    regulators: { has: (regulator) => regulators?.includes(regulator) ?? true },
    async send(regulator, pointer) {
      sent.push({ regulator, pointer });
    },
  };
}
