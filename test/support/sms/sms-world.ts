import type { ReplyBudget } from '#shared/intake/dialogue/ports.ts';
import type { InboundSms } from '#shared/intake/gateways/inbound-sms.ts';
import { type ReceiveSmsDependencies, receiveSms, type SmsOutcome } from '#shared/intake/receive-sms.ts';
import type { Report } from '#shared/report/report.ts';
import { takeDependencies } from '#test/support/take-dependencies.ts';
import { fakeBudget, fakeConversations } from './fake-conversations.ts';

/** A line in Massachusetts. */
export const person = '+14135550142';
const ourCode = '7726';

export function aMessage(text: string, over: Partial<InboundSms> = {}): InboundSms {
  return {
    gateway: 'twilio',
    messageId: 'SM0',
    from: person,
    to: ourCode,
    text,
    receivedAt: null,
    media: 0,
    part: null,
    partial: false,
    ...over,
  };
}

export interface SmsWorld {
  readonly deps: ReceiveSmsDependencies;
  /** Delivers a message with an id of its own, unless one is given. */
  send(text: string, over?: Partial<InboundSms>): Promise<SmsOutcome>;
  /** Milliseconds. */
  pass(milliseconds: number): void;
  /** Reports that were not withdrawn, in order of arrival. */
  live(): readonly Report[];
  /** All that were ever made. */
  reports(): readonly Report[];
  /** Sender as written and text of each live report. */
  told(): readonly (readonly [sender: string | undefined, text: string | undefined])[];
}

/** The whole dialogue in memory, over a clock of its own. */
export function smsWorld(
  over: {
    readonly budget?: ReplyBudget;
    readonly sms?: Partial<ReceiveSmsDependencies['sms']>;
    readonly deps?: (deps: ReceiveSmsDependencies) => ReceiveSmsDependencies;
  } = {},
): SmsWorld {
  let now = Date.parse('2026-11-21T17:00:00Z');
  let sent = 0;
  const clock = () => new Date(now);
  const take = takeDependencies({ clock });
  const plain: ReceiveSmsDependencies = {
    ...take,
    conversations: fakeConversations(clock),
    budget: over.budget ?? fakeBudget(1_000_000),
    sms: {
      programme: 'Ringfence',
      helpContact: 'help@ringfence.example',
      ownNumbers: [ourCode, '+12025550100'],
      countriesServed: null,
      repliesPerReporter: 20,
      ...over.sms,
    },
  };
  const deps = over.deps?.(plain) ?? plain;
  const live = () => take.stored().filter(({ content }) => content !== null);
  return {
    deps,
    send: (text, message) => {
      sent += 1;
      return receiveSms(aMessage(text, { messageId: `SM${sent}`, ...message }), deps);
    },
    pass: (milliseconds) => {
      now += milliseconds;
    },
    live,
    reports: take.stored,
    told: () => live().map(({ content }) => [content?.input.sender, content?.input.text]),
  };
}
