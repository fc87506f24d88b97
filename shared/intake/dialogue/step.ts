import type { Conversation, MessageKey } from './conversation.ts';

/** What a message did, by name: for logs and counts. */
export const deeds = [
  /** A report of its own, complete. */
  'reported',
  /** A report of its own, whose sender is asked for now or in its turn. */
  'reported_without_sender',
  /** A report of its own, whose text may follow. */
  'reported_without_text',
  /** Named the sender of a text that waited for it. */
  'answered',
  /** Brought the text to a sender that had come before it. */
  'paired',
  /** Added a piece to a text. */
  'joined',
  'skipped',
  'skipped_nothing',
  'deleted',
  'deleted_nothing',
  'status_asked',
  'opted_out',
  'opted_in',
  'help_asked',
  'nearly_a_form',
  'not_a_sender',
  'nothing_read',
  /** One of our own replies came back. */
  'own_reply',
] as const;

export type Deed = (typeof deeds)[number];

/** Why nothing is replied. */
export const silences = [
  /** There is nothing to say. */
  'nothing_to_say',
  /** Another question has its turn; this one is asked after it. */
  'question_queued',
  'opted_out',
  'country_not_served',
  /** As many replies as one person gets in a day. */
  'reporter_cap',
  /** One reply a day outside a dialogue. */
  'outside_dialogue',
  /** The same words from the same person. */
  'same_words',
  /** As many replies as all people together get in a day. */
  'daily_budget',
] as const;

export type Silence = (typeof silences)[number];

/** What changes on another report, once the step is kept. */
export type Merge =
  | { readonly kind: 'name_sender' | 'add_text'; readonly of: MessageKey }
  | { readonly kind: 'withdraw'; readonly of: MessageKey }
  /** `at`: where it goes in the text; `before`: how long the text is without it. UTF-16 units. */
  | { readonly kind: 'add_piece'; readonly of: MessageKey; readonly at: number; readonly before: number };

/** What we want to say; the report's words are filled in when it is as the step leaves it. */
export type ReplyIntent =
  | { readonly kind: 'receipt'; readonly of: MessageKey; readonly askNext: boolean }
  | { readonly kind: 'question' | 'sender_noted' | 'deleted'; readonly of: MessageKey }
  /** `of`: null for the report that the message names by its code. */
  | { readonly kind: 'status'; readonly of: MessageKey | null }
  | { readonly kind: 'deleted_by_code' }
  | { readonly kind: 'not_a_sender'; readonly why: 'emergency' | 'ours' }
  | PlainIntent;

export interface PlainIntent {
  readonly kind: 'status_unknown' | 'form' | 'nothing_read' | 'opted_out' | 'opted_in' | 'help';
}

/** One message's step through a conversation. */
export interface Step {
  readonly did: Deed;
  readonly conversation: Conversation;
  /**
   * `own`: the message's own report exists before the step is kept. `merge`: another report changes after it is kept, and
   * the message's own, if an earlier try made one, goes.
   */
  readonly effect:
    | { readonly kind: 'own' }
    | { readonly kind: 'merge'; readonly merge: Merge }
    /** Withdraw the report that the message names by its code. */
    | { readonly kind: 'withdraw_by_code' }
    | { readonly kind: 'none' };
  readonly reply: ReplyIntent | null;
  /** Null exactly when there is a reply. */
  readonly silence: Silence | null;
}
