import type { Occurred } from '#shared/law/case-facts.ts';
import type { RegistryFacts } from '#shared/registry/registry-facts.ts';
import type { Line, Sender } from '#shared/sender/sender.ts';
import type { ReportInput } from './report-input.ts';

/** How a report reached us. Decides its weight later and whether it proves contact now. */
export type Channel = 'api' | 'replay' | 'sms' | 'web' | 'call_log';

/** What may be forgotten: gone after a withdrawal. */
export interface ReportContent {
  /** As accepted; a PATCH merges into it. */
  readonly input: ReportInput;
  readonly sender: Sender;
  readonly line: Line | null;
  /** Where the called person is. */
  readonly place: { readonly country: string | null; readonly region: string | null };
  readonly occurred: Occurred;
  /** Local date of the call at the called person, `YYYY-MM-DD`. */
  readonly localDate: string;
  readonly registry: RegistryFacts;
  /** See CaseFacts.priorContacts. */
  readonly priorContacts: readonly string[];
  /** Rules found violated when this version was taken. The reasons are derived again from the facts when read. */
  readonly violations: readonly string[];
}

/** One version of what one reporter told us. Stored as one item; a correction replaces it with the next revision. */
export interface Report {
  /** Keyed hash of the receipt: 32 hexadecimal characters. The receipt itself is not stored. */
  readonly id: string;
  /** 1 when taken, one more with every correction or withdrawal. */
  readonly revision: number;
  /** RFC 3339 UTC. Replayed reports carry the date of the original complaint. */
  readonly reportedAt: string;
  readonly updatedAt: string;
  readonly channel: Channel;
  /** Keyed hash (32 hexadecimal characters) of the first version's body: tells a repeat from another request. */
  readonly requestHash: string;
  readonly contactProof: 'none' | 'sms' | 'email';
  /** The revision that brought the complainant's e-mail address as it is: a link proves that one address, given once. */
  readonly emailSince: number;
  /** Keyed hash (32 hexadecimal characters) of line or e-mail; null without both, and after a withdrawal. */
  readonly reporter: string | null;
  /** The subject its facts count on now; null for withheld and unknown senders, and after a withdrawal. */
  readonly subjectId: string | null;
  /** Subjects that earlier versions counted on: they get a last word that takes the older facts back. */
  readonly pastSubjectIds: readonly string[];
  /** A formal complaint was asked for in this or an earlier version. */
  readonly complaintAsked: boolean;
  /** Null exactly when withdrawn. */
  readonly content: ReportContent | null;
}
