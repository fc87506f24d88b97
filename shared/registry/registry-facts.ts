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

/** The port through which intake asks. Implementations never throw for an unknown line. */
export interface RegistryLookup {
  /** `e164` with leading plus; `country` as parsed. One batch read over all registries that cover the line. */
  lookUp(line: { readonly e164: string; readonly country: string | null }): Promise<readonly ListAnswer[]>;
}
