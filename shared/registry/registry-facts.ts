/** What a held list says about a line. Dates are `YYYY-MM-DD`. */
export interface ListAnswer {
  readonly registry: string;
  readonly registered: boolean;
  /** The registration date, where the list gives it. */
  readonly since: string | null;
  /** From an undated list: the first list date that carried the line, so registered no later than this. */
  readonly noLaterThan: string | null;
  /** The date of the list, not of the check. */
  readonly asOf: string;
  /** The first day on which callers may no longer go by this list, because it is older than the law allows. */
  readonly staleFrom?: string | null;
  /** Where the registry tells kinds of contact apart: those the line is registered against. */
  readonly kinds?: readonly KindAnswer[];
  /** The registry was asked (questions/) and hands out no list; `asOf` is the day of its answer. */
  readonly source?: 'query';
}

export interface KindAnswer {
  /** As in docs/exchange-pages.md: 1 voice calls, 2 texts, 3 fax, 32 + n category n of India's preferences. */
  readonly kind: number;
  readonly noLaterThan: string;
}

/** The reporter's own statement (CONTRACT: `registeredSince`). */
export interface Statement {
  readonly registry: string;
  readonly since: string;
}

/** Everything known about the registration of a report's line. The list decides; a disagreement is shown. */
export interface RegistryFacts {
  /** Answers of the lists that cover the line; a list that does not cover it gives none. */
  readonly lists: readonly ListAnswer[];
  readonly statement: Statement | null;
}

export interface RegistryQuestion {
  /** With leading plus. */
  readonly e164: string;
  /** As parsed. */
  readonly country: string | null;
  /** What it is registered against; a call without this. */
  readonly contact?: 'call' | 'text';
}

/** The port through which intake asks. Implementations never throw for an unknown line. */
export interface RegistryLookup {
  /** One batch read over all registries that cover the line. */
  lookUp(line: RegistryQuestion): Promise<readonly ListAnswer[]>;
}
