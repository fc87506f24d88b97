/** What the mail says, in its order; plain text. A language is one file beside this one. */
export interface ProofMailMessages {
  /** One line. */
  subject(about: { readonly programme: string }): string;
  why(about: { readonly programme: string }): string;
  /** Before the link. */
  readonly open: string;
  /** What the link does. */
  readonly does: string;
  /** `until`: date and time in UTC, in this language. */
  expires(about: { readonly hours: number; readonly until: string }): string;
  readonly ignore: string;
  readonly noAnswer: string;
}
