import { withdrawReport } from '#shared/report/amend-report.ts';
import { reportIdOf } from '#shared/report/receipt.ts';
import type { Report } from '#shared/report/report.ts';
import { expiry, type TakeDependencies } from '#shared/report/take-report.ts';
import { advance } from './advance.ts';
import { receiptIn } from './compose-reply.ts';
import { type Conversation, type MessageKey, newConversation } from './conversation.ts';
import type { Incoming } from './incoming.ts';
import { receiptOfMessage, takeOwnReport, toldBy } from './own-report.ts';
import type { ConversationStore, KeptStep, Pending, TakenMessage } from './ports.ts';
import type { Step } from './step.ts';

export interface KeepDependencies extends TakeDependencies {
  readonly conversations: ConversationStore;
}

export type KeepOutcome =
  /** By this delivery, and by no other. */
  | { readonly kind: 'kept'; readonly step: Step; readonly own: Report | null }
  /** By another delivery. */
  | { readonly kind: 'repeated'; readonly message: TakenMessage };

/** Messages of one person at the same time are rare; a robot's can be many. */
const tries = 12;

/**
 * Makes the message's step and keeps it once. Its own report comes first, so that whatever a conversation mentions
 * exists; a step that lost to another message's is made again from what that one left.
 */
export async function keepStep(incoming: Incoming, deps: KeepDependencies): Promise<KeepOutcome> {
  const { reporter, arrival } = incoming;
  let own: Report | null = null;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const found = await deps.conversations.read(reporter, arrival.key);
    if (found.message !== null) {
      return { kind: 'repeated', message: found.message };
    }
    const before = found.conversation ?? newConversation;
    const step = advance(before, incoming.reading, { ...arrival, named: namedBy(incoming, before, deps) });
    if (step.effect.kind === 'own') {
      own ??= await ownReport(incoming, deps);
    } else if (step.effect.kind === 'withdraw_by_code') {
      await withdrawByCode(incoming, deps);
    }
    if ((await deps.conversations.keep(keptStep(step, found.version, incoming, deps))) === 'kept') {
      return { kind: 'kept', step, own };
    }
    await deps.pause(attempt);
  }
  throw new Error(`a conversation is being changed by others: gave up after ${tries} attempts`);
}

function keptStep(step: Step, version: number, { reporter, arrival }: Incoming, deps: KeepDependencies): KeptStep {
  const expiresAt = expiry(new Date(arrival.at), deps.retentionDays);
  return {
    reporter,
    version,
    conversation: step.conversation,
    // A person who opted out stays so for good.
    conversationExpiresAt: step.conversation.optedOut ? null : expiresAt,
    message: arrival.key,
    messageExpiresAt: expiresAt,
    pending: pendingOf(step),
  };
}

/** Null for a step that needs no more. */
export function pendingOf({ did, effect, reply, silence, conversation: { language } }: Step): Pending | null {
  if (effect.kind !== 'merge') {
    return null;
  }
  const { merge } = effect;
  switch (reply?.kind) {
    case 'receipt':
    case 'question':
    case 'sender_noted':
    case 'deleted':
      return { did, merge, reply, silence, language };
    default:
      return { did, merge, reply: null, silence, language };
  }
}

function ownReport({ reading, line, receivedAt, arrival }: Incoming, deps: KeepDependencies): Promise<Report> {
  const told = toldBy(reading);
  if (told === null) {
    throw new Error(`a reading of kind ${reading.kind} reports nothing`);
  }
  return takeOwnReport(told, { key: arrival.key, line, receivedAt }, deps);
}

/** Whoever has the code may withdraw, from any telephone, as on the web; again and again it is the same as once. */
async function withdrawByCode(incoming: Incoming, deps: KeepDependencies): Promise<void> {
  const receipt = receiptIn(incoming);
  if (receipt === null) {
    return;
  }
  if ((await withdrawReport(reportIdOf(deps.identity.receiptId, receipt), deps)).kind === 'busy') {
    throw new Error('a report that was to be withdrawn is being changed all the time');
  }
}

/** Which report of the conversation the code names: conversations know reports by their messages, not by receipts. */
function namedBy(incoming: Incoming, conversation: Conversation, deps: KeepDependencies): MessageKey | null {
  const receipt = receiptIn(incoming);
  if (receipt === null) {
    return null;
  }
  const { waiting, lone, pieces, latest } = conversation;
  const keys = [...waiting, ...lone, ...pieces, ...(latest === null ? [] : [latest])].map(({ key }) => key);
  return keys.find((key) => receiptOfMessage(deps, key) === receipt) ?? null;
}
