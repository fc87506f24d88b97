import type { RegistryFacts } from '#shared/registry/registry-facts.ts';
import type { Sender } from '#shared/sender/sender.ts';

/** When it happened. `local` times are wall-clock at the called person. */
export interface Occurred {
  /** The instant, RFC 3339 UTC; for a date alone, that date at 00:00:00Z. */
  readonly at: string;
  readonly timeKnown: boolean;
}

export type LineType = 'residential' | 'wireless' | 'business';
export type Relationship = 'none' | 'customer' | 'inquiry' | 'permission' | 'debt' | 'unknown';
export type Purpose = 'sale' | 'charity' | 'political' | 'survey' | 'debt' | 'information' | 'unknown';

/** What a rulebook may look at. Undefined or null means unknown: it never counts as yes or no. */
export interface CaseFacts {
  readonly kind: 'call' | 'text';
  readonly sender: Sender;
  readonly callerIdShown: boolean | undefined;
  readonly line: string | null;
  readonly lineType: LineType | undefined;
  /** Where the called person is: country ISO alpha-2, and the subdivision (`MA`) the rules of a state hang on. */
  readonly place: { readonly country: string | null; readonly region: string | null };
  readonly occurred: Occurred;
  /** Candidate IANA zones of the called person: one when known, several or none when not. */
  readonly zones: readonly string[];
  readonly registry: RegistryFacts;
  readonly recorded: boolean | undefined;
  readonly optOutOffered: boolean | undefined;
  readonly relationship: Relationship | undefined;
  readonly lastDealtOn: string | undefined;
  readonly purpose: Purpose | undefined;
  readonly surveyAlsoSells: boolean | undefined;
  readonly askedToStopOn: string | undefined;
  readonly callerName: string | undefined;
  readonly sellerName: string | undefined;
  /**
   * Local dates (`YYYY-MM-DD`), oldest first, of other contacts by the same sender that the same reporter reported before
   * and that showed a violation themselves: the laws count only such ones.
   */
  readonly priorContacts: readonly string[];
}
