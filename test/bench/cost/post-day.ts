import { takeWithinAllowance } from '#shared/report/allowance/take-within-allowance.ts';
import type { ReportInput } from '#shared/report/report-input.ts';
import { silentLog } from '#shared/runtime/log.ts';
import { composeAllowance } from '#shared/storage/compose-allowance.ts';
import { composeIntake } from '#shared/storage/compose-intake.ts';
import { seeded } from '#test/support/seeded.ts';
import { importInventedList, lines } from './invented-list.ts';
import { eventOf, openCounter } from './open-counter.ts';
import { openDecider } from './open-decider.ts';
import { openWorld } from './open-world.ts';
import { metered, nothing, type Spent } from './spent.ts';
import { openReportsStream } from './stream-reader.ts';

const batch = 100;
const secret = 'a secret for measuring';
const person = {
  name: 'Sam Doe',
  email: 'sam@example.com',
  postalAddress: '1 Example Street, Springfield, MA 01101',
  region: 'MA',
  consent: true,
};

export interface PostedDay {
  readonly take: Spent;
  readonly count: Spent;
  readonly decide: Spent;
}

/** Takes a report on each sender as the API does, with a line that an imported list covers, and counts a hundred at a time. */
export async function postDay(senders: readonly string[], complain: boolean, endpoint: string): Promise<PostedDay> {
  const world = await openWorld(endpoint);
  await importInventedList(world);
  const next = await openReportsStream(world);
  const counter = openCounter(world);
  const decider = openDecider(world, secret);
  const intake = {
    ...composeIntake(world.env, world.documents, secret),
    ...composeAllowance(world.env, world.documents, secret, silentLog),
  };
  const random = seeded(3);
  const spent: PostedDay = { take: nothing(), count: nothing(), decide: nothing() };
  for (let done = 0; done < senders.length; done += batch) {
    const now = senders.slice(done, done + batch);
    await metered(world.meter, spent.take, async () => {
      for (const sender of now) {
        const input = inputOn(sender, random.pick(lines), complain);
        const { kind } = await takeWithinAllowance({ input, channel: 'api', contactProof: 'none' }, intake);
        if (kind !== 'taken') {
          throw new Error(`a report was not taken: ${kind}`);
        }
      }
    });
    const records = await next(now.length);
    await metered(world.meter, spent.count, () => counter(records));
    if (complain) {
      await metered(world.meter, spent.decide, () => decider(eventOf(records)));
    }
  }
  return spent;
}

function inputOn(sender: string, line: string, complain: boolean): ReportInput {
  return {
    kind: 'call',
    sender,
    line,
    occurredAt: '2026-11-20T20:41:00',
    timeZone: 'America/New_York',
    topic: 'home_improvement',
    purpose: 'sale',
    recorded: true,
    relationship: 'none',
    ...(complain ? { complain, complainant: person } : {}),
  };
}
