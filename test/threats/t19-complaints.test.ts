import { describe, expect, test } from 'vitest';
import { isUntaken } from '#shared/complaint/complaint.ts';
import { sha256Of } from '#shared/complaint/draft-document.ts';
import type { Report } from '#shared/report/report.ts';
import { aReport, corrected, ftc, lawOf, massachusetts, withdrawn } from '#test/support/complaint/builders.ts';
import { Crash, Fuse, fused } from '#test/support/complaint/fuse.ts';
import { World } from '#test/support/complaint/world.ts';

const report = aReport();
const better = corrected(report, { callerName: 'Ace Warranty' });

/** A history: report versions as the stream brings them, and a regulator's fetch of all there is. */
type Step = Report | 'fetch';

interface Scenario {
  readonly name: string;
  readonly steps: readonly Step[];
  /** Versions that the regulator has to be told of, for each complaint. */
  readonly told: readonly number[];
  /** Where each complaint ends. */
  readonly ends: string;
}

const scenarios: readonly Scenario[] = [
  { name: 'filed', steps: [report], told: [1], ends: 'open/queued' },
  { name: 'filed and fetched', steps: [report, 'fetch'], told: [1], ends: 'open/submitted' },
  { name: 'filed, corrected', steps: [report, better], told: [2], ends: 'open/queued' },
  { name: 'filed, fetched, corrected', steps: [report, 'fetch', better], told: [1, 2], ends: 'open/submitted' },
  { name: 'filed, withdrawn', steps: [report, withdrawn(report)], told: [], ends: 'withdrawn/queued' },
  {
    name: 'filed, fetched, withdrawn',
    steps: [report, 'fetch', withdrawn(report)],
    told: [1, 2],
    ends: 'withdrawn/submitted',
  },
  {
    name: 'incomplete, then completed',
    steps: [aReport({}, { complainant: { name: 'Ada Moore' } }), report, { ...better, revision: 3 }].map(
      (version, index) => ({ ...version, revision: index + 1 }),
    ),
    told: [3],
    ends: 'open/queued',
  },
];

/** The machine under a process: what is on disk outlives a crash, and so do the streams' positions. */
class Machine {
  readonly disk = new World();
  readonly world: World;
  readonly #steps: readonly Step[];
  readonly #streams: boolean;
  fuse = new Fuse();
  #position = 0;

  constructor(steps: readonly Step[], options: { readonly streams: boolean }) {
    this.#steps = steps;
    this.#streams = options.streams;
    const fuse = () => this.fuse;
    this.world = new World({
      complaints: fused(this.disk.complaints, fuse),
      documents: fused(this.disk.documents, fuse),
      law: lawOf(ftc, massachusetts),
      regulators: [ftc, massachusetts].map(({ id }) => ({ id, takesFromQueue: true })),
    });
  }

  /** From where the last process was cut, to the end; `sweep` as a start and a schedule do. */
  async run(): Promise<void> {
    await this.#sweep();
    while (this.#position < this.#steps.length) {
      const step = this.#steps[this.#position];
      if (step === 'fetch') {
        await this.#fetchAll();
      } else if (step !== undefined) {
        await this.world.decide(step);
        if (this.#streams) {
          await this.#drain();
        }
      }
      this.#position += 1;
    }
    this.disk.now = new Date(this.disk.now.getTime() + 3_600_000);
    await this.#sweep();
  }

  async #fetchAll(): Promise<void> {
    for (const id of this.disk.complaints.items.keys()) {
      await this.world.take(id, [ftc.id, massachusetts.id]);
    }
  }

  #sending() {
    const fuse = () => this.fuse;
    return {
      queue: fused(this.disk.queue, fuse),
      outbox: fused(this.disk.complaints, fuse),
      clock: () => this.disk.now,
      resendAfterMinutes: 15,
    };
  }

  #drain(): Promise<void> {
    return this.disk.drain(this.#sending());
  }

  async #sweep(): Promise<void> {
    for (const { id } of [ftc, massachusetts]) {
      await this.disk.sweep(false, id, {
        ...this.#sending(),
        onFailure: (_id, error) => {
          throw error;
        },
      });
    }
  }
}

async function survive(scenario: Scenario, streams: boolean, at: number, when: 'before' | 'after'): Promise<Machine> {
  const machine = new Machine(scenario.steps, { streams });
  machine.fuse = new Fuse(at, when);
  try {
    await machine.run();
  } catch (error) {
    if (!(error instanceof Crash)) {
      throw error;
    }
    machine.fuse = new Fuse();
    await machine.run();
  }
  return machine;
}

async function check(scenario: Scenario, { disk }: Machine, streams: boolean): Promise<void> {
  expect(disk.complaints.items.size).toBe(2);
  for (const id of disk.complaints.items.keys()) {
    const stored = await disk.complaints.get(id);
    if (stored?.kind !== 'complaint') {
      throw new Error('the complaint was lost');
    }
    expect(`${stored.case}/${stored.delivery}`).toBe(scenario.ends);
    const pointers = disk.queue.sent.map(({ pointer }) => pointer).filter((pointer) => pointer.id === id);
    const told = new Set(pointers.map(({ version }) => version));
    // Without the stream only what still waits has to be told; what was fetched is known.
    const owed = streams ? scenario.told : isUntaken(stored) ? [stored.version] : [];
    expect(owed.filter((version) => !told.has(version))).toEqual([]);
    for (const version of told) {
      expect(new Set(pointers.filter((each) => each.version === version).map(({ sha256 }) => sha256)).size).toBe(1);
    }
    // What the last pointer points to is there; what was recalled is nowhere.
    const kept = disk.documents.versionsOf(id);
    if (stored.sha256 === null) {
      expect(kept).toEqual([]);
    } else {
      const documents = await Promise.all(kept.map((version) => disk.documents.get(id, version)));
      expect(documents.map((each) => sha256Of(each?.json ?? ''))).toContain(stored.sha256);
    }
  }
}

describe('T19: duplicate or lost complaints', () => {
  for (const streams of [true, false]) {
    test.each(scenarios)(
      `$name: cut before or after every call, ${streams ? 'streams and sweep' : 'sweep alone'}: none lost, none filed twice`,
      async (scenario) => {
        const whole = await survive(scenario, streams, Number.POSITIVE_INFINITY, 'before');
        await check(scenario, whole, streams);
        for (let at = 1; at <= whole.fuse.calls; at += 1) {
          await check(scenario, await survive(scenario, streams, at, 'before'), streams);
          await check(scenario, await survive(scenario, streams, at, 'after'), streams);
        }
      },
    );
  }

  test('a hundred deliveries at once make one complaint', async () => {
    const world = new World();
    await Promise.all(Array.from({ length: 100 }, () => world.decide(report)));
    const { id } = await world.only;
    expect(world.complaints.stream).toHaveLength(1);
    expect(world.documents.versionsOf(id)).toEqual([1]);
  });

  test('a hundred fetches at once take it once', async () => {
    const world = new World();
    await world.decide(report);
    const { id } = await world.only;
    const fetched = await Promise.all(Array.from({ length: 20 }, () => world.take(id)));
    expect(fetched.every(({ kind }) => kind === 'filed')).toBe(true);
    expect((await world.only).taken).toHaveLength(1);
  });
});
