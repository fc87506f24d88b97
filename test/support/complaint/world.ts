import { marshall } from '@aws-sdk/util-dynamodb';
import { type DecideDependencies, decideComplaints } from '#shared/complaint/decide-complaints.ts';
import { type RegulatorEvent, recordEvent } from '#shared/complaint/record-event.ts';
import { type SendDependencies, sendIfUnsent } from '#shared/complaint/send-pointer.ts';
import { type SweepDependencies, sweepComplaints } from '#shared/complaint/sweep-complaints.ts';
import { takeComplaint } from '#shared/complaint/take-complaint.ts';
import type { Report } from '#shared/report/report.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { complaintFromImage } from '#shared/storage/complaint-stream.ts';
import { ftc, lawOf } from './builders.ts';
import {
  type FakeComplaints,
  type FakeDocuments,
  type FakeQueue,
  fakeComplaints,
  fakeDocuments,
  fakeQueue,
} from './fakes.ts';

/** Decision, outbox and a regulator's side over the same fakes, with a clock that a test moves. */
export class World {
  readonly complaints: FakeComplaints = fakeComplaints();
  readonly documents: FakeDocuments = fakeDocuments();
  readonly queue: FakeQueue = fakeQueue();
  /** Reports whose reporter took them back before the decision knew. */
  readonly takenBack = new Set<string>();
  now = new Date('2026-11-21T02:00:01.000Z');
  readonly #read = new Set<number>();
  readonly #options: Partial<DecideDependencies>;

  constructor(options: Partial<DecideDependencies> = {}) {
    this.#options = options;
  }

  get decision(): DecideDependencies {
    return {
      complaints: this.complaints,
      documents: this.documents,
      regulators: [{ id: ftc.id, takesFromQueue: true }],
      hash: keyedHash('a secret of the test', 'complaint'),
      law: lawOf(ftc),
      requireContactProof: false,
      clock: () => this.now,
      ...this.#options,
    };
  }

  get taking() {
    return { ...this.decision, takenBack: async (reportId: string) => this.takenBack.has(reportId) };
  }

  get sending(): SendDependencies {
    return { queue: this.queue, outbox: this.complaints, clock: () => this.now, resendAfterMinutes: 15 };
  }

  decide(...reports: Report[]) {
    return reports.reduce(
      async (before, report) => [...(await before), ...(await decideComplaints(report, this.decision))],
      Promise.resolve<Awaited<ReturnType<typeof decideComplaints>>>([]),
    );
  }

  /** Brings the stream's records that nobody read yet to the sender. */
  async drain(sending: SendDependencies = this.sending): Promise<void> {
    for (let index = 0; index < this.complaints.stream.length; index += 1) {
      const item = this.complaints.stream[index];
      if (item === undefined || this.#read.has(index)) {
        continue;
      }
      const complaint = complaintFromImage(marshall(item));
      if (complaint.kind === 'complaint') {
        await sendIfUnsent(complaint, sending);
      }
      // The position moves when a record is worked off, not before.
      this.#read.add(index);
    }
  }

  sweep(everything = false, regulator: string = ftc.id, over: Partial<SweepDependencies> = {}) {
    const deps = { ...this.sending, complaints: this.complaints, onFailure: () => {}, ...over };
    return sweepComplaints(regulator, { limit: 1000, everything }, deps);
  }

  take(id: string, regulators: readonly string[] = [ftc.id]) {
    return takeComplaint(id, regulators, { ...this.taking, note: async () => {} });
  }

  say(id: string, event: RegulatorEvent, regulators: readonly string[] = [ftc.id]) {
    return recordEvent(id, regulators, event, this.taking);
  }

  /** The only complaint there is. */
  get only() {
    const [id] = this.complaints.items.keys();
    if (id === undefined || this.complaints.items.size !== 1) {
      throw new Error(`there are ${this.complaints.items.size} complaints`);
    }
    return this.complaints.get(id).then((stored) => {
      if (stored?.kind !== 'complaint') {
        throw new Error('there is no complaint');
      }
      return stored;
    });
  }
}
