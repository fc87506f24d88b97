import type { Sender } from '#shared/sender/sender.ts';
import type { Language } from '../language.ts';

/** What a person meant by one message, read without knowing what was said before. */
export type Reading =
  /** Whole-message keywords; `language` where the word belongs to one only. */
  | { readonly kind: 'opt_out' | 'opt_in' | 'help' | 'skip'; readonly language: Language | null }
  /** `code`: what was typed where a receipt belongs; null means the sender's latest report. */
  | { readonly kind: 'status' | 'delete'; readonly code: string | null; readonly language: Language | null }
  /** A complete report in one message: `CALL number`, `spam vocal number`, India's forms. */
  | {
      readonly kind: 'complete';
      readonly report: 'call' | 'text';
      /** As typed; parseSender accepts it. */
      readonly sender: string;
      readonly text: string | null;
      /** Calendar date `YYYY-MM-DD` of the call or text, where the form tells it. */
      readonly date: string | null;
      /** Local time `HH:MM`, where the form tells it. */
      readonly time: string | null;
    }
  /** Nearly one of India's forms: answered with the form. */
  | { readonly kind: 'nearly_a_form' }
  /** The whole message names a sender: a number, short code, alphanumeric id or address. */
  | { readonly kind: 'sender'; readonly written: string; readonly sender: Sender }
  /** The whole message is a number that may not be accused: an emergency service, or our own. */
  | { readonly kind: 'not_a_sender'; readonly why: 'emergency' | 'ours' }
  /** Everything else: a forwarded text, without what the forwarding app or the person put around it. */
  | {
      readonly kind: 'text';
      readonly text: string;
      /** The sender that the forward names, as written and as read; null when it names none. */
      readonly sender: { readonly written: string; readonly sender: Sender } | null;
      /** `(1/2)` before or after the text: one long forward in several messages. */
      readonly piece: { readonly number: number; readonly total: number } | null;
      /** The whole message is a name like "Amazon": the answer, if a question for the sender waits, and else a text. */
      readonly couldBeSender?: { readonly written: string; readonly sender: Sender };
    }
  /** Nothing to report: no text at all, only emoji (or a phone's reaction to our words), or "Thanks" and "Ok". */
  | { readonly kind: 'nothing'; readonly why: 'empty' | 'emoji' | 'courtesy' };

export interface ReadingContext {
  /** Country of the person who wrote, for national spellings; ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** Our own numbers and short codes, canonical (E.164 or digits). */
  readonly ownNumbers: readonly string[];
}
