import type { Conversation } from './conversation.ts';
import { type Arrival, hasTurn, type Move, type Occasion } from './move.ts';
import type { ReplyIntent, Silence, Step } from './step.ts';

/** Settles whether we may speak, and remembers that we did. Nothing else ever lets a reply out. */
export function conclude(move: Move, arrival: Arrival): Step {
  const { did, effect, say } = move;
  const conversation = withWords(move.conversation, say, arrival);
  const silence = 'silence' in say ? say.silence : silenceOn(say.occasion, move.conversation, arrival);
  if ('silence' in say || silence !== null) {
    return { did, effect, conversation, reply: null, silence };
  }
  const spoken = spokenOnce(conversation, say.occasion, arrival.at);
  return { did, effect, silence: null, ...withQuestion(spoken, say.intent, arrival.at) };
}

function silenceOn(occasion: Occasion, conversation: Conversation, arrival: Arrival): Silence | null {
  const { replies, outsideAt, bodies, optedOut } = conversation;
  if (!arrival.served) {
    return 'country_not_served';
  }
  if (optedOut && occasion !== 'required') {
    return 'opted_out';
  }
  if ((occasion === 'text' || occasion === 'outside') && bodies.some(({ hash }) => hash === arrival.words)) {
    return 'same_words';
  }
  if ((replies?.count ?? 0) >= arrival.repliesPerReporter) {
    return 'reporter_cap';
  }
  return occasion === 'outside' && outsideAt !== null ? 'outside_dialogue' : null;
}

function spokenOnce(conversation: Conversation, occasion: Occasion, at: number): Conversation {
  const { replies, outsideAt } = conversation;
  return {
    ...conversation,
    replies: replies === null ? { since: at, count: 1 } : { since: replies.since, count: replies.count + 1 },
    outsideAt: occasion === 'outside' ? at : outsideAt,
  };
}

/** A receipt asks about the oldest text that was not asked about, when no question has its turn; a question has it from now. */
function withQuestion(
  conversation: Conversation,
  intent: ReplyIntent,
  at: number,
): { readonly conversation: Conversation; readonly reply: ReplyIntent } {
  const next =
    intent.kind === 'receipt' && !hasTurn(conversation.waiting, at)
      ? conversation.waiting.find(({ askedAt }) => askedAt === null)
      : intent.kind === 'question'
        ? conversation.waiting.find(({ key }) => key === intent.of)
        : undefined;
  if (next === undefined) {
    return { conversation, reply: intent };
  }
  const waiting = conversation.waiting.map((text) => (text === next ? { ...text, askedAt: at } : text));
  return {
    conversation: { ...conversation, waiting },
    reply: intent.kind === 'receipt' ? { ...intent, askNext: true } : intent,
  };
}

const mostBodies = 8;

/** Keywords and answers are said again and again by people; what is forwarded or sent astray twice is a robot's. */
function withWords(conversation: Conversation, say: Move['say'], { words, at }: Arrival): Conversation {
  const kept = 'silence' in say || say.occasion === 'text' || say.occasion === 'outside';
  return kept
    ? {
        ...conversation,
        bodies: [...conversation.bodies.filter(({ hash }) => hash !== words), { hash: words, at }].slice(-mostBodies),
      }
    : conversation;
}
