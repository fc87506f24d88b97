import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { InboundSms } from '#shared/intake/gateways/inbound-sms.ts';
import { flushParts } from '#shared/intake/parts/flush-parts.ts';
import { finishParts, joinPart } from '#shared/intake/parts/join-part.ts';
import { Crash, Fuse, fused } from '#test/support/complaint/fuse.ts';
import { aPart, partHash } from '#test/support/sms/long-text.ts';
import { memoryParts } from '#test/support/sms/memory-parts.ts';

const hour = 3_600_000;

interface Delivery {
  readonly number: number;
  /** The port call at which the process dies, and on which side of it; 0: it lives. */
  readonly dies: number;
  readonly when: 'before' | 'after';
}

const delivery = (number: fc.Arbitrary<number>) =>
  fc.record({ number, dies: fc.nat(8), when: fc.constantFrom('before' as const, 'after' as const) });

/** The parts that come, of `total`: each at least once, in any order. */
const someParts = fc.integer({ min: 2, max: 6 }).chain((total) =>
  fc.uniqueArray(fc.integer({ min: 1, max: total }), { minLength: 1 }).chain((numbers) =>
    fc
      .tuple(
        fc.tuple(...numbers.map((number) => delivery(fc.constant(number)))),
        fc.array(delivery(fc.constantFrom(...numbers)), { maxLength: 6 }),
      )
      .chain(([once, again]) => fc.shuffledSubarray([...once, ...again], { minLength: once.length + again.length }))
      .map((deliveries) => ({ total, numbers, deliveries })),
  ),
);

const flushDies = fc.record({ dies: fc.nat(8), when: fc.constantFrom('before' as const, 'after' as const) });

/** A deployment whose every port call waits for its turn and may be the last of its process. */
function world(scheduler: fc.Scheduler) {
  const memory = memoryParts();
  let now = new Date('2026-11-20T09:00:00Z');
  const received = new Map<string, { text: string; partial: boolean }>();
  const turn = scheduler.scheduleFunction(async () => {});
  const process = (fuse: Fuse) => {
    const through = <P extends object>(port: P) => fused(port, () => fuse, turn);
    const receiver = through({
      // Effects of a message happen once by its id, as when a report is taken.
      receive: async ({ messageId, text, partial }: InboundSms) => {
        const before = received.get(messageId) ?? { text, partial };
        expect({ text, partial }).toEqual(before);
        received.set(messageId, before);
      },
    });
    return {
      parts: through(memory.parts),
      due: through(memory.due),
      hash: partHash,
      clock: () => now,
      receive: receiver.receive,
      onFailure: (error: unknown) => {
        throw error;
      },
    };
  };
  const surviving = async (
    work: (deps: ReturnType<typeof process>) => Promise<unknown>,
    dies: Omit<Delivery, 'number'>,
  ) => {
    try {
      await work(process(new Fuse(dies.dies === 0 ? undefined : dies.dies, dies.when)));
    } catch (error) {
      if (!(error instanceof Crash)) {
        throw error;
      }
      // The gateway, or the schedule, comes again.
      await work(process(new Fuse()));
    }
  };
  return {
    messages: () => [...received.values()],
    pass: (milliseconds: number) => {
      now = new Date(now.getTime() + milliseconds);
    },
    deliver: (message: InboundSms, dies: Omit<Delivery, 'number'>) =>
      surviving(async (deps) => {
        const outcome = await joinPart(message, deps);
        if (outcome.kind === 'joined') {
          await deps.receive(outcome.message);
          await finishParts(outcome.set, deps);
        }
      }, dies),
    flush: (dies: Omit<Delivery, 'number'> = { dies: 0, when: 'before' }) =>
      surviving((deps) => flushParts(deps, 100), dies),
  };
}

function textOf(numbers: readonly number[], total: number, word: string): { text: string; partial: boolean } {
  const all = Array.from({ length: total }, (_, index) =>
    numbers.includes(index + 1) ? `<${word}${index + 1}>` : '_',
  );
  return {
    text: all.join('').replaceAll(/_+/g, ' [part missing] ').trim(),
    partial: numbers.length < total,
  };
}

const part = (number: number, total: number, word: string) =>
  aPart(number, total, { messageId: `${word}${number}`, text: `<${word}${number}>` });

test('any order, repeats, simultaneity and deaths make one message of the right parts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), someParts, flushDies, async (scheduler, { total, numbers, deliveries }, dies) => {
      const { messages, deliver, flush, pass } = world(scheduler);
      await scheduler.waitFor(Promise.all(deliveries.map((each) => deliver(part(each.number, total, 'a'), each))));
      if (numbers.length === total) {
        expect(messages()).toEqual([textOf(numbers, total, 'a')]);
      } else {
        expect(messages()).toEqual([]);
      }
      pass(hour + 60_000);
      await scheduler.waitFor(Promise.all([flush(dies), flush()]));
      pass(hour);
      await scheduler.waitFor(flush());
      expect(messages()).toEqual([textOf(numbers, total, 'a')]);
    }),
    { numRuns: 400 },
  );
});

test('after the hour the reference begins another text, whatever became of the first', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      someParts,
      fc.array(fc.nat(5), { maxLength: 6 }),
      flushDies,
      fc.boolean(),
      async (scheduler, first, nextOrder, dies, flushedBetween) => {
        const { messages, deliver, flush, pass } = world(scheduler);
        const { total, numbers, deliveries } = first;
        await scheduler.waitFor(Promise.all(deliveries.map((each) => deliver(part(each.number, total, 'a'), each))));
        pass(hour);
        if (flushedBetween) {
          await scheduler.waitFor(flush(dies));
        }
        // The first text's parts come again while the second's come, and the flush runs.
        const all = Array.from({ length: total }, (_, index) => index + 1);
        const next = [...all, ...nextOrder.map((n) => (n % total) + 1)];
        await scheduler.waitFor(
          Promise.all([
            ...next.map((number) => deliver(part(number, total, 'b'), dies)),
            ...deliveries.map((each) => deliver(part(each.number, total, 'a'), each)),
            flush(dies),
          ]),
        );
        for (let run = 0; run < 3; run += 1) {
          pass(hour);
          await scheduler.waitFor(flush());
        }
        expect(messages()).toHaveLength(2);
        expect(messages()).toEqual(expect.arrayContaining([textOf(numbers, total, 'a'), textOf(all, total, 'b')]));
      },
    ),
    { numRuns: 400 },
  );
});
