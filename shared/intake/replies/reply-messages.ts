import type { ReportView } from '#shared/report/report-view-schema.ts';
import type { Reply, Verdict } from './reply.ts';

/** Who we say we are. `replyLimits` says how long these may be. */
export interface Programme {
  readonly programme: string;
  /** Where a person finds help: an address, a number or a page. */
  readonly helpContact: string;
}

/**
 * Longest programme name and help contact, in characters of the GSM basic set (`isBasicGsm`), with which every reply
 * still is one segment.
 */
export const replyLimits = { programme: 11, helpContact: 30 } as const;

/**
 * Every sentence we can text to a person; a language is one object of this type. One segment each: 160 GSM-7 units, or
 * 70 UTF-16 units where the script is not GSM's. In a GSM language one letter outside the basic set (á, ç, ê, a curly
 * quote) would halve the room, so sentences are worded around them. A receipt has 16 characters.
 */
export interface ReplyMessages {
  /** "Possible violation", never "illegal": it is one person's word and our reading of it. */
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly status: Readonly<Record<ReportView['status'], string>>;

  readonly receipt: (p: { readonly receipt: string; readonly verdict: string }) => string;
  readonly receiptAskNext: (p: { readonly receipt: string; readonly verdict: string }) => string;
  readonly question: (p: { readonly receipt: string }) => string;
  readonly senderNoted: (p: { readonly receipt: string }) => string;
  readonly statusIs: (p: { readonly receipt: string; readonly status: string }) => string;
  readonly statusUnknown: () => string;
  readonly deleted: (p: { readonly receipt: string }) => string;
  readonly notASender: Readonly<Record<Extract<Reply, { kind: 'not_a_sender' }>['why'], () => string>>;
  readonly form: () => string;
  readonly nothingRead: () => string;

  // What the carriers demand of these three (CTIA Short Code Monitoring Handbook): the programme's name in each; no more
  // messages after a STOP; a contact, "message and data rates may apply" and STOP in the answer to HELP.
  readonly optedOut: (p: { readonly programme: string }) => string;
  readonly optedIn: (p: { readonly programme: string }) => string;
  readonly help: (p: Programme) => string;
}
