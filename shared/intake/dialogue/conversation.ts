import type { Language } from '../language.ts';

/**
 * Names a message for good, and the report it made: keyed hash of gateway and message id, 32 hexadecimal characters.
 * Receipts derive from it; none is stored.
 */
export type MessageKey = string;

/** A text whose sender nobody has named yet. Its report stands. */
export interface WaitingText {
  readonly key: MessageKey;
  /** Epoch milliseconds, as all times of a conversation. */
  readonly since: number;
  /** When we asked who sent it; null while it waits its turn, or where we may not write. */
  readonly askedAt: number | null;
  /** An answer was refused once, and we said so. */
  readonly corrected: boolean;
}

/** A sender that came without a text: step 2 overtook step 1. Its report stands. */
export interface LoneSender {
  readonly key: MessageKey;
  readonly since: number;
}

/** One long forward in several messages, `(1/2)`: all of it is in one report. */
export interface PieceGroup {
  /** The report that holds the pieces. */
  readonly key: MessageKey;
  readonly total: number;
  readonly since: number;
  /** Length of each piece that came, by its number, in UTF-16 units. */
  readonly lengths: ReadonlyMap<number, number>;
}

/** What we know of our exchange with one person, and of nobody's number: all of it is in one item, changed as a whole. */
export interface Conversation {
  /** Of the last keyword they wrote; null leaves it to their country. */
  readonly language: Language | null;
  readonly optedOut: boolean;
  /** In order of arrival. */
  readonly waiting: readonly WaitingText[];
  /** In order of arrival. */
  readonly lone: readonly LoneSender[];
  readonly pieces: readonly PieceGroup[];
  readonly latest: { readonly key: MessageKey; readonly since: number } | null;
  /** Replies decided on since the first one of a day (24 hours). */
  readonly replies: { readonly since: number; readonly count: number } | null;
  /** The last reply outside a dialogue. */
  readonly outsideAt: number | null;
  /** Keyed hashes of what they wrote lately. */
  readonly bodies: readonly { readonly hash: string; readonly at: number }[];
}

export const newConversation: Conversation = {
  language: null,
  optedOut: false,
  waiting: [],
  lone: [],
  pieces: [],
  latest: null,
  replies: null,
  outsideAt: null,
  bodies: [],
};

const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Three days of silence close a question; a report that nobody named can be deleted without its code for as long. */
const questionWindow = 3 * day;
/** Gateways do not keep the order: a sender and its text, or the pieces of a text, may lie so far apart. */
const pairingWindow = 10 * minute;

/** The conversation as it is at that time: what its time has run out for is gone, and leaves its report as it is. */
export function conversationAt(conversation: Conversation, now: number): Conversation {
  const within = (milliseconds: number) => (entry: { readonly since: number }) => now - entry.since < milliseconds;
  const { replies, outsideAt } = conversation;
  return {
    ...conversation,
    waiting: conversation.waiting.filter(within(questionWindow)),
    lone: conversation.lone.filter(within(pairingWindow)),
    pieces: conversation.pieces.filter(within(pairingWindow)),
    replies: replies !== null && within(day)(replies) ? replies : null,
    outsideAt: outsideAt !== null && now - outsideAt < day ? outsideAt : null,
    bodies: conversation.bodies.filter(({ at }) => now - at < day),
  };
}
