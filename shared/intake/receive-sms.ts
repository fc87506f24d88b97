import type { Report } from '#shared/report/report.ts';
import type { ViewDependencies } from '#shared/report/report-view.ts';
import { composeReply } from './dialogue/compose-reply.ts';
import { finishMerge, withdrawOwn } from './dialogue/finish-merge.ts';
import { type Incoming, readIncoming } from './dialogue/incoming.ts';
import { type KeepDependencies, keepStep, pendingOf } from './dialogue/keep-step.ts';
import type { ReplyBudget } from './dialogue/ports.ts';
import type { Deed, ReplyIntent, Silence } from './dialogue/step.ts';
import { type Nobody, whoWrote } from './dialogue/who-wrote.ts';
import type { InboundSms } from './gateways/inbound-sms.ts';
import type { OutgoingSms } from './gateways/outgoing-sms.ts';
import type { Language } from './language.ts';
import { languageFor } from './language-for.ts';
import { renderReply } from './replies/render-reply.ts';
import type { DialogueSettings } from './sms-settings.ts';

export interface ReceiveSmsDependencies extends KeepDependencies, ViewDependencies {
  readonly budget: ReplyBudget;
  readonly sms: DialogueSettings;
}

/** What was done, and what is replied. */
export interface SmsOutcome {
  readonly reply: OutgoingSms | null;
  readonly did: Deed | Nobody['why'] | 'repeated';
  /** Why nothing is replied; null with a reply, and for messages that are nobody's or were here before. */
  readonly silence: Silence | null;
  /** The text was longer than a report can hold. */
  readonly cut: boolean;
}

/**
 * One text message, whole (parts are joined before). Its report is durable, and what it says about another report is
 * done, before a reply is answered. The same message again, at once or after a month, changes nothing and is answered
 * with silence; one whose delivery died half-way is finished. Throws when it could not be finished: deliver it again.
 */
export async function receiveSms(message: InboundSms, deps: ReceiveSmsDependencies): Promise<SmsOutcome> {
  // Settings may not name every number of ours; the one that was written to is.
  const ownNumbers = [...deps.sms.ownNumbers, message.to];
  const writer = whoWrote(message.from, deps.country, ownNumbers);
  if (writer.kind === 'nobody') {
    return { reply: null, did: writer.why, silence: null, cut: false };
  }
  const incoming = readIncoming(message, writer.line, { ...deps, sms: { ...deps.sms, ownNumbers } });
  const outcome = await keepStep(incoming, deps);
  const pending = outcome.kind === 'kept' ? pendingOf(outcome.step) : outcome.message.pending;
  if (pending !== null) {
    const merged = await finishMerge(pending, incoming, deps);
    return merged === null ? repeated(incoming) : speak({ ...pending, ...merged }, message, incoming, deps);
  }
  if (outcome.kind === 'repeated') {
    if (outcome.message.replaced) {
      await withdrawOwn(incoming.arrival.key, deps);
    }
    return repeated(incoming);
  }
  const { step, own } = outcome;
  return speak({ ...step, language: step.conversation.language, report: own }, message, incoming, deps);
}

function repeated({ cut }: Incoming): SmsOutcome {
  return { reply: null, did: 'repeated', silence: null, cut };
}

interface Said {
  readonly did: Deed;
  readonly reply: ReplyIntent | null;
  readonly silence: Silence | null;
  readonly language: Language | null;
  readonly report: Report | null;
}

/** Reached by one delivery of a message, at most: what it says is said once. */
async function speak(
  { did, reply: intent, silence, language, report }: Said,
  { gateway, from, to }: InboundSms,
  { line, code, cut }: Incoming,
  deps: ReceiveSmsDependencies,
): Promise<SmsOutcome> {
  if (intent === null) {
    return { reply: null, did, silence, cut };
  }
  const reply = await composeReply(intent, { code, report }, deps);
  if (!(await deps.budget.spend(deps.clock()))) {
    return { reply: null, did, silence: 'daily_budget', cut };
  }
  const text = renderReply(reply, language ?? languageFor({ country: line.country, wrote: null }), {
    programme: deps.sms.programme,
    helpContact: deps.sms.helpContact ?? '',
  });
  return { reply: { gateway, to: from, from: to, text }, did, silence: null, cut };
}
