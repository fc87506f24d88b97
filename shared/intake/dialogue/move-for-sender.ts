import type { Conversation } from './conversation.ts';
import { type Arrival, type Move, receiptOf, whoseTurn, withLatest, withLone, withoutWaiting } from './move.ts';

/** An answer names the sender of the text whose turn it is; one that nothing waits for is kept until its text comes. */
export function moveForSender(conversation: Conversation, arrival: Arrival): Move {
  return moveForAnswer(conversation) ?? keepSender(conversation, arrival);
}

export function moveForAnswer(conversation: Conversation): Move | null {
  const text = whoseTurn(conversation.waiting);
  return text === undefined
    ? null
    : {
        did: 'answered',
        conversation: withoutWaiting(conversation, text.key),
        effect: { kind: 'merge', merge: { kind: 'name_sender', of: text.key } },
        say: receiptOf(text.key, 'answer'),
      };
}

function keepSender(conversation: Conversation, arrival: Arrival): Move {
  const { key, at } = arrival;
  return {
    did: 'reported_without_text',
    conversation: withLatest(withLone(conversation, { key, since: at }), arrival),
    effect: { kind: 'own' },
    // A robot that writes numbers is answered once a day; a person whose text follows gets its receipt then.
    say: { intent: { kind: 'sender_noted', of: key }, occasion: 'outside' },
  };
}

/** The question stays open: told once within its dialogue. */
export function moveForRefusedSender(conversation: Conversation, why: 'emergency' | 'ours'): Move {
  const text = whoseTurn(conversation.waiting);
  const first = text !== undefined && !text.corrected;
  return {
    did: 'not_a_sender',
    conversation: first
      ? {
          ...conversation,
          waiting: conversation.waiting.map((each) => (each === text ? { ...each, corrected: true } : each)),
        }
      : conversation,
    effect: { kind: 'none' },
    say: { intent: { kind: 'not_a_sender', why }, occasion: first ? 'answer' : 'outside' },
  };
}

/** A question closed without an answer: the report stays, its sender unknown. */
export function moveForSkip(conversation: Conversation): Move {
  const text = whoseTurn(conversation.waiting);
  return text === undefined
    ? { did: 'skipped_nothing', conversation, effect: { kind: 'none' }, say: { silence: 'nothing_to_say' } }
    : {
        did: 'skipped',
        conversation: withoutWaiting(conversation, text.key),
        effect: { kind: 'none' },
        say: receiptOf(text.key, 'answer'),
      };
}
