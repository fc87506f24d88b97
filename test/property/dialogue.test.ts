import fc from 'fast-check';
import { expect, test } from 'vitest';
import { receiveSms } from '#shared/intake/receive-sms.ts';
import { createScheduler, type Fate } from '#test/support/counting/interleaving.ts';
import { seeded } from '#test/support/seeded.ts';
import {
  answer,
  type DialogueCommand,
  forward,
  forwardNamed,
  keyword,
  type Mishap,
  redeliver,
  skip,
  wait,
} from '#test/support/sms/dialogue-commands.ts';
import { type Model, minutes } from '#test/support/sms/dialogue-model.ts';
import { aMessage, smsWorld } from '#test/support/sms/sms-world.ts';
import { stepping } from '#test/support/sms/stepping.ts';

const mishap: fc.Arbitrary<Mishap | null> = fc.option(
  fc.record({ call: fc.integer({ min: 1, max: 12 }), when: fc.constantFrom('before' as const, 'after' as const) }),
  { freq: 2 },
);
const sender = fc.integer({ min: 10, max: 99 }).map((number) => `+120255501${number}`);

const command: fc.Arbitrary<DialogueCommand> = fc.oneof(
  { weight: 4, arbitrary: mishap.map(forward) },
  { weight: 2, arbitrary: fc.tuple(sender, mishap).map(([who, when]) => forwardNamed(who, when)) },
  { weight: 4, arbitrary: fc.tuple(sender, mishap).map(([who, when]) => answer(who, when)) },
  { weight: 1, arbitrary: mishap.map(skip) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('STOP', 'START', 'HELP', 'STATUS'), mishap)
      .map(([word, when]) => keyword(word, when)),
  },
  { weight: 3, arbitrary: fc.tuple(fc.nat(30), mishap).map(([which, when]) => redeliver(which, when)) },
  { weight: 2, arbitrary: fc.constantFrom(1, 9, 11, 70, 24 * 60, 4 * 24 * 60).map((some) => wait(some * minutes)) },
);

test('any exchange, with deaths at any call and deliveries again: every text once, every answer where it belongs', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands([command], { maxCommands: 25 }), async (commands) => {
      const setup = () => {
        const world = smsWorld({ sms: { repliesPerReporter: 1000 } });
        const model: Model = {
          reports: [],
          waiting: [],
          lone: [],
          optedOut: false,
          now: world.deps.clock().getTime(),
          sent: [],
        };
        return { model, real: { world, replies: new Map<string, number>() } };
      };
      await fc.asyncModelRun(setup, commands);
    }),
    { numRuns: 120 },
  );
});

interface Tally {
  deaths: number;
  withdrawn: number;
  attached: number;
}

const bodies = ['You have won a prize', 'Your parcel is held'];
const senders = ['+12025550123', '+12025550144'];
const pieces = ['the first half', 'the second half'];

/** One person's messages in any order and at the same time, some delivered more than once, some by processes that die. */
async function race(seed: number, tally: Tally): Promise<void> {
  const random = seeded(seed);
  const [one, other] = bodies;
  const texts = random.pick([
    [`From +12025550199: ${one}`, `${other}`],
    [`${one}`, `${other}`],
    [`${one}`, `${other}`, `(1/2) ${pieces[0]}`, `(2/2) ${pieces[1]}`],
  ]);
  const named = texts[0]?.startsWith('From') ? ['+12025550199'] : [];
  const answers = random.pick([senders, senders.slice(1)]);
  const others = ['SKIP', 'HELP', 'STATUS', 'STOP'].filter(() => random.chance(0.3));
  const messages = [...texts, ...answers, ...others].map((text, index) => aMessage(text, { messageId: `SM${index}` }));
  const deliveries = random.shuffle(
    messages.flatMap((message) => (random.chance(0.4) ? [message, message] : [message])),
  );
  const world = smsWorld();
  const scheduler = createScheduler(random);
  const replies = new Map<string, number>();
  const fate = (): Fate => (random.chance(0.04) ? 'die' : 'go');
  const deliver = (message: (typeof messages)[number]) => {
    const { step, death } = scheduler.process(fate);
    const { reports, conversations, budget } = world.deps;
    const deps = {
      ...world.deps,
      reports: stepping(reports, { step }),
      conversations: stepping(conversations, { step }),
      budget: stepping(budget, { step }),
      pause: step,
    };
    const work = receiveSms(message, deps).then(({ reply }) => {
      replies.set(message.messageId, (replies.get(message.messageId) ?? 0) + (reply === null ? 0 : 1));
    });
    return Promise.race([
      work,
      death.then(() => {
        tally.deaths += 1;
      }),
    ]);
  };
  await scheduler.run(Promise.all(deliveries.map(deliver)));
  // What died comes again, and so may everything else.
  for (const message of random.shuffle(messages)) {
    const { reply } = await receiveSms(message, world.deps);
    replies.set(message.messageId, (replies.get(message.messageId) ?? 0) + (reply === null ? 0 : 1));
  }
  const live = world.told();
  const holding = (part: string | undefined) => live.filter(([, text]) => part !== undefined && text?.includes(part));
  for (const body of [...bodies, ...(texts.length > 2 ? pieces : [])]) {
    expect(holding(body), `seed ${seed}: ${body}`).toHaveLength(1);
  }
  for (const who of [...named, ...answers]) {
    expect(
      live.filter(([sender]) => sender === who),
      `seed ${seed}: ${who}`,
    ).toHaveLength(1);
  }
  // A text names one sender, its own where it has one; and no report is left that says nothing.
  expect(live.filter(([sender, text]) => sender === undefined && text === undefined)).toEqual([]);
  if (named.length > 0) {
    expect(holding(one)).toEqual([['+12025550199', one]]);
  }
  expect(Math.max(...replies.values()), `seed ${seed}`).toBeLessThanOrEqual(1);
  tally.withdrawn += world.reports().length - live.length;
  tally.attached += live.filter(([sender, text]) => sender !== undefined && text !== undefined).length;
}

test('messages at the same time, with deaths at any await: every text once, every answer once, one reply each', async () => {
  const tally: Tally = { deaths: 0, withdrawn: 0, attached: 0 };
  const histories = Number(process.env['RACE_HISTORIES'] ?? 100);
  const fresh = Number(process.env['RACE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  for (const seed of [20_261_122, fresh]) {
    for (let number = 0; number < histories; number += 1) {
      await race(seed + number, tally);
    }
  }
  expect(tally.deaths).toBeGreaterThan(histories / 4);
  expect(tally.withdrawn).toBeGreaterThan(0);
  expect(tally.attached).toBeGreaterThan(histories);
});
