import type { Receipt } from '#shared/report/receipt.ts';
import type { ReportView } from '#shared/report/report-view-schema.ts';

/** What the rules say about a report, in the fewest words. */
export type Verdict =
  /** At least one rule looks broken. */
  | 'possible_violation'
  /** None does, but an answer could decide at least one. */
  | 'undetermined'
  | 'none_shown';

/** What we say to a person by text message; `render` turns it into one segment of their language. */
export type Reply =
  /** The report stands. `askNext`: another of their texts still waits for its sender, and this asks for it. */
  | { readonly kind: 'receipt'; readonly receipt: Receipt; readonly verdict: Verdict; readonly askNext: boolean }
  /** The report stands, and the one question: who sent it? */
  | { readonly kind: 'question'; readonly receipt: Receipt }
  /** A sender came without a text: the report stands, and the text itself is welcome. */
  | { readonly kind: 'sender_noted'; readonly receipt: Receipt }
  | { readonly kind: 'status'; readonly receipt: Receipt; readonly status: ReportView['status'] }
  /** The same words for a code that is unknown, withdrawn long ago, or no code. */
  | { readonly kind: 'status_unknown' }
  | { readonly kind: 'deleted'; readonly receipt: Receipt }
  /** To an answer that may not be accused; the question stays open. */
  | { readonly kind: 'not_a_sender'; readonly why: 'emergency' | 'ours' }
  /** How India's one-message form is written. */
  | { readonly kind: 'form' }
  /** A picture or an empty message: we can only read text. */
  | { readonly kind: 'nothing_read' }
  | { readonly kind: 'opted_out' | 'opted_in' | 'help' };
