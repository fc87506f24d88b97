import { expect, test } from 'vitest';
import { receiveSms } from '#shared/intake/receive-sms.ts';
import { Crash, Fuse, fused } from '#test/support/complaint/fuse.ts';
import { aMessage, type SmsWorld, smsWorld } from '#test/support/sms/sms-world.ts';

const spam = 'You have won a prize!';

interface Death {
  /** Place of the message. */
  readonly message: number;
  readonly call: number;
  readonly when: 'before' | 'after';
}

/** Sends all messages; the process dies once, and the gateway delivers that message again. */
async function play(texts: readonly string[], death: Death | null): Promise<{ world: SmsWorld; died: boolean }> {
  const world = smsWorld();
  let died = false;
  for (const [index, text] of texts.entries()) {
    const message = aMessage(text, { messageId: `SM${index}` });
    const fuse = death?.message === index ? new Fuse(death.call, death.when) : new Fuse();
    const { reports, conversations, budget } = world.deps;
    const through = <P extends object>(port: P) => fused(port, () => fuse);
    const deps = {
      ...world.deps,
      reports: through(reports),
      conversations: through(conversations),
      budget: through(budget),
    };
    try {
      await receiveSms(message, deps);
    } catch (error) {
      if (!(error instanceof Crash)) {
        throw error;
      }
      died = true;
      await receiveSms(message, world.deps);
    }
  }
  return { world, died };
}

test.each([
  { name: 'a text', texts: [spam] },
  { name: 'a text and its answer', texts: [spam, '88022'] },
  { name: 'an answer before its text', texts: ['88022', spam] },
  { name: 'two texts and two answers', texts: [spam, 'Your parcel is held', '88022', '88033'] },
  { name: 'a text in pieces', texts: ['(2/3) two', '(1/3) one', '(3/3) three', '88022'] },
  { name: 'an answer before a text in pieces', texts: ['88022', '(1/2) one', '(2/2) two'] },
  { name: 'a draft withdrawn', texts: [spam, 'DELETE', '88022'] },
  { name: 'the latest withdrawn', texts: ['CALL 202 555 0171', 'DELETE'] },
  { name: 'a question skipped', texts: [spam, 'Your parcel is held', 'SKIP', '88022'] },
  { name: 'keywords', texts: [spam, 'STOP', 'HELP', 'START', 'STATUS', '88022'] },
])('$name: a death at any call, and the message again, end as if nothing had happened', async ({ texts }) => {
  const whole = (await play(texts, null)).world.told();
  let deaths = 0;
  for (const message of texts.keys()) {
    for (const when of ['before', 'after'] as const) {
      let call = 0;
      let died = true;
      while (died) {
        call += 1;
        const played = await play(texts, { message, call, when });
        ({ died } = played);
        deaths += died ? 1 : 0;
        expect(played.world.told(), `message ${message}, ${when} call ${call}`).toEqual(whole);
      }
    }
  }
  expect(deaths).toBeGreaterThanOrEqual(texts.length * 4);
});
