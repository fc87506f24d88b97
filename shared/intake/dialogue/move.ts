import {
  type Conversation,
  hour,
  type LoneSender,
  type MessageKey,
  type PieceGroup,
  type WaitingText,
} from './conversation.ts';
import type { Deed, ReplyIntent, Silence, Step } from './step.ts';

/** What a step needs to know beside the reading. */
export interface Arrival {
  readonly key: MessageKey;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Keyed hash of what was written. */
  readonly words: string;
  /** One of our own replies came back. */
  readonly ownReply: boolean;
  /** Attachments. */
  readonly media: number;
  /** We reply to people of that country. */
  readonly served: boolean;
  /** The report of this conversation that the message names by its code; null when it names another, or none. */
  readonly named: MessageKey | null;
  readonly repliesPerReporter: number;
}

/**
 * What a reply is to, which decides whether it may go out. `text`: to a forwarded text, unless the same was forwarded a
 * short while ago. `answer`: within a dialogue, or to a complete form. `outside`: once a day. `required`:
 * one confirmation of a STOP, and HELP, which carriers want answered to people who opted out as well (CTIA handbook).
 */
export type Occasion = 'text' | 'answer' | 'keyword' | 'outside' | 'required';

/** A step before it is settled whether we may speak. */
export interface Move {
  readonly did: Deed;
  readonly conversation: Conversation;
  readonly effect: Step['effect'];
  readonly say: { readonly intent: ReplyIntent; readonly occasion: Occasion } | { readonly silence: Silence };
}

export const nothingToSay = { silence: 'nothing_to_say' } as const;

export function receiptOf(of: MessageKey, occasion: Occasion): Move['say'] {
  return { intent: { kind: 'receipt', of, askNext: false }, occasion };
}

/** Nobody waits for more than a few answers at once; a robot that fills a list loses its oldest entries. */
const most = { waiting: 10, lone: 5, pieces: 5 };

export function withWaiting(conversation: Conversation, text: WaitingText): Conversation {
  const { waiting } = conversation;
  return { ...conversation, waiting: [...waiting.filter((each) => each !== makingRoom(waiting)), text] };
}

/**
 * Who makes room in a full list: never the text that comes in, which may be asked about at once, nor the one asked about
 * last, or the answer to either would name the sender of another text.
 */
function makingRoom(waiting: readonly WaitingText[]): WaitingText | undefined {
  const last = whoseTurn(waiting);
  return waiting.length < most.waiting
    ? undefined
    : (waiting.find(({ askedAt }) => askedAt === null) ?? waiting.find((text) => text !== last));
}

export function withLone(conversation: Conversation, sender: LoneSender): Conversation {
  return { ...conversation, lone: [...conversation.lone, sender].slice(-most.lone) };
}

export function withPieces(conversation: Conversation, group: PieceGroup): Conversation {
  return { ...conversation, pieces: [...conversation.pieces, group].slice(-most.pieces) };
}

export function withLatest(conversation: Conversation, { key, at }: Arrival): Conversation {
  return { ...conversation, latest: { key, since: at } };
}

export function withoutWaiting(conversation: Conversation, key: MessageKey): Conversation {
  return { ...conversation, waiting: conversation.waiting.filter((text) => text.key !== key) };
}

/** Nothing more is added to that report. */
export function withoutReport(conversation: Conversation, key: MessageKey): Conversation {
  const others = (entry: { readonly key: MessageKey }) => entry.key !== key;
  return {
    ...conversation,
    waiting: conversation.waiting.filter(others),
    lone: conversation.lone.filter(others),
    pieces: conversation.pieces.filter(others),
  };
}

/**
 * Whose sender the next answer is: the text we asked about last, which is what the person has before their eyes; where we
 * could not ask, the oldest.
 */
export function whoseTurn(waiting: readonly WaitingText[]): WaitingText | undefined {
  const asked = waiting.filter(({ askedAt }) => askedAt !== null);
  return asked.length === 0
    ? waiting[0]
    : asked.reduce((last, text) => ((text.askedAt ?? 0) >= (last.askedAt ?? 0) ? text : last));
}

/** How long a question has its turn: one at a time, and texts forwarded meanwhile are asked about after it. */
const turn = hour;

export function hasTurn(waiting: readonly WaitingText[], at: number): boolean {
  return waiting.some(({ askedAt }) => askedAt !== null && at - askedAt < turn);
}
