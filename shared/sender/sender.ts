/** What was shown as the origin of a call or text. A claim, often spoofed: `validity` is data about it. */
export type SenderType = 'phone' | 'short_code' | 'alphanumeric' | 'email' | 'withheld' | 'unknown';

/** `possible`: the right length for its country, but not an assigned pattern. Changes with numbering-plan metadata. */
export type Validity = 'valid' | 'possible' | 'impossible' | 'not_applicable';

export interface Sender {
  readonly type: SenderType;
  /** E.164 for a phone, digits for a short code, upper-cased id, lower-cased address; null for withheld and unknown. */
  readonly value: string | null;
  readonly validity: Validity;
  /** ISO 3166-1 alpha-2, where the value tells it (or, for short codes, the country it was received in). */
  readonly country: string | null;
}

/** The telephone number that received the call or text. */
export interface Line {
  readonly e164: string;
  readonly country: string | null;
  readonly validity: 'valid' | 'possible';
  /** Only the ends of the number are in `e164`, with `*` between them (line-ends.ts); absent where all of it is. */
  readonly kept?: 'ends';
}
