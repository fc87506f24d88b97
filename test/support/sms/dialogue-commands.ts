import type fc from 'fast-check';
import type { InboundSms } from '#shared/intake/gateways/inbound-sms.ts';
import { type ReceiveSmsDependencies, receiveSms } from '#shared/intake/receive-sms.ts';
import { Crash, Fuse, fused } from '#test/support/complaint/fuse.ts';
import { agree, askNext, busy, expire, type Model, minutes, type Real, takeTurn } from './dialogue-model.ts';
import { aMessage } from './sms-world.ts';

export type DialogueCommand = fc.AsyncCommand<Model, Real>;

/** The process that handles a message dies at its nth call to the outside, and the gateway sends the message again. */
export interface Mishap {
  readonly call: number;
  readonly when: 'before' | 'after';
}

function withFuse(deps: ReceiveSmsDependencies, fuse: Fuse): ReceiveSmsDependencies {
  const { reports, conversations, budget } = deps;
  const through = <P extends object>(port: P) => fused(port, () => fuse);
  return { ...deps, reports: through(reports), conversations: through(conversations), budget: through(budget) };
}

async function deliver(message: InboundSms, { world, replies }: Real, mishap: Mishap | null): Promise<void> {
  const fuses = mishap === null ? [new Fuse()] : [new Fuse(mishap.call, mishap.when), new Fuse()];
  for (const fuse of fuses) {
    try {
      const { reply } = await receiveSms(message, withFuse(world.deps, fuse));
      replies.set(message.messageId, (replies.get(message.messageId) ?? 0) + (reply === null ? 0 : 1));
      break;
    } catch (error) {
      if (!(error instanceof Crash)) {
        throw error;
      }
    }
  }
}

/** A message the person writes now; `changes` is what it means for their reports. */
function writes(
  what: string,
  words: (number: number) => string,
  mishap: Mishap | null,
  changes: (model: Model, number: number) => void,
): DialogueCommand {
  return {
    check: () => true,
    async run(model, real) {
      const number = model.sent.length;
      const message = aMessage(words(number), { messageId: `SM${number}` });
      model.sent.push(message);
      await deliver(message, real, mishap);
      expire(model);
      changes(model, number);
      agree(model, real);
    },
    toString: () => `${what}${mishap === null ? '' : ` (dies ${mishap.when} call ${mishap.call})`}`,
  };
}

/** Another one every time: the same words twice are taken for a robot's. */
const spam = (number: number) => `You have won prize number ${number} today`;

export const forward = (mishap: Mishap | null): DialogueCommand =>
  writes('forward', spam, mishap, (model, number) => {
    const text = spam(number);
    const pair = model.lone.shift();
    const report = pair === undefined ? undefined : model.reports[pair.report];
    if (report !== undefined) {
      report.text = text;
      askNext(model);
      return;
    }
    const askedAt = busy(model) || model.optedOut ? null : model.now;
    model.waiting.push({ report: model.reports.push({ sender: undefined, text }) - 1, askedAt, since: model.now });
  });

export const forwardNamed = (sender: string, mishap: Mishap | null): DialogueCommand =>
  writes(
    `forward from ${sender}`,
    (number) => `From ${sender}: ${spam(number)}`,
    mishap,
    (model, number) => {
      model.reports.push({ sender, text: spam(number) });
      askNext(model);
    },
  );

export const answer = (sender: string, mishap: Mishap | null): DialogueCommand =>
  writes(
    sender,
    () => sender,
    mishap,
    (model) => {
      const turn = takeTurn(model);
      const report = turn === undefined ? undefined : model.reports[turn.report];
      if (report === undefined) {
        model.lone.push({ report: model.reports.push({ sender, text: undefined }) - 1, since: model.now });
      } else {
        report.sender = sender;
        askNext(model);
      }
    },
  );

export const skip = (mishap: Mishap | null): DialogueCommand =>
  writes(
    'SKIP',
    () => 'SKIP',
    mishap,
    (model) => {
      if (takeTurn(model) !== undefined) {
        askNext(model);
      }
    },
  );

export const keyword = (word: 'STOP' | 'START' | 'HELP' | 'STATUS', mishap: Mishap | null): DialogueCommand =>
  writes(
    word,
    () => word,
    mishap,
    (model) => {
      model.optedOut = word === 'STOP' || (word !== 'START' && model.optedOut);
    },
  );

/** The gateway delivers any earlier message again. */
export const redeliver = (which: number, mishap: Mishap | null): DialogueCommand => ({
  check: ({ sent }) => sent.length > 0,
  async run(model, real) {
    const message = model.sent[which % model.sent.length];
    if (message !== undefined) {
      await deliver(message, real, mishap);
    }
    expire(model);
    agree(model, real);
  },
  toString: () => `again ${which}`,
});

export const wait = (milliseconds: number): DialogueCommand => ({
  check: () => true,
  async run(model, { world }) {
    model.now += milliseconds;
    world.pass(milliseconds);
  },
  toString: () => `${milliseconds / minutes} minutes`,
});
