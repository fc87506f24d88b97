import type { Language } from '../language.ts';
import type { Conversation, MessageKey } from './conversation.ts';
import type { Deed, Merge, ReplyIntent, Silence } from './step.ts';

/** What is still to be done for a message whose step was kept: the merge, then the reply. */
export interface Pending {
  readonly merge: Merge;
  readonly did: Deed;
  readonly reply: MergeReply | null;
  readonly silence: Silence | null;
  readonly language: Language | null;
}

/** What is said after a merge. */
export type MergeReply = Extract<ReplyIntent, { readonly of: MessageKey }>;

/** What stands of a conversation, and of one message in it. */
export interface Found {
  /** Null where there is none, or its time is over. */
  readonly conversation: Conversation | null;
  /** 0 where there is none. */
  readonly version: number;
  /** Null for a message that was never kept. */
  readonly message: TakenMessage | null;
}

export interface TakenMessage {
  /** Null once all of it is done. */
  readonly pending: Pending | null;
  /** What it told is in another report: one of its own is a left-over. */
  readonly replaced: boolean;
}

export interface KeptStep {
  /** Keyed hash of the person. */
  readonly reporter: string;
  /** The version the step was made from. */
  readonly version: number;
  readonly conversation: Conversation;
  /** Null keeps it for good. */
  readonly conversationExpiresAt: Date | null;
  readonly message: MessageKey;
  readonly pending: Pending | null;
  readonly messageExpiresAt: Date;
}

export interface ConversationStore {
  /**
   * The conversation, and after it the message: one that is not there had not changed the conversation when that was
   * read. Consistent reads.
   */
  read(reporter: string, message: MessageKey): Promise<Found>;
  /** Both or neither: the message, which must not be there, and the conversation, which must be at that version. */
  keep(step: KeptStep): Promise<'kept' | 'conflict'>;
  /** Nothing is pending any more. True for the one who says it first; what the others say does not count. */
  finish(message: MessageKey, done: { readonly replaced: boolean }): Promise<boolean>;
}

/** Replies to all people together. */
export interface ReplyBudget {
  /** Takes one reply out of the day's budget (UTC); false when nothing is left. Never gives out more than there is. */
  spend(at: Date): Promise<boolean>;
}
