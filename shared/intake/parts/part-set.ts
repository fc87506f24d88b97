import type { GatewayName } from '../gateways/inbound-sms.ts';

/** One part of a long text, as it is kept until the text is whole. */
export interface Part {
  /** Tells this very message again: keyed hash of gateway, message id and number. */
  readonly mark: string;
  readonly text: string;
  /** RFC 3339 UTC. */
  readonly receivedAt: string | null;
  readonly media: number;
}

/** The parts of one long text while they come in. */
export interface PartSet {
  /** Where it is kept: a keyed hash of gateway, both numbers, reference and total; references come round again. */
  readonly key: string;
  /** Tells one use of the reference from the next: the mark of the part that came first. */
  readonly id: string;
  readonly gateway: GatewayName;
  readonly from: string;
  readonly to: string;
  readonly total: number;
  readonly openedAt: Date;
  readonly parts: ReadonlyMap<number, Part>;
  /** Its time is over: no part comes in any more, so that whoever puts it together gets the same text. */
  readonly closed: boolean;
}

/** What stands at a key. */
export type Kept =
  | { readonly kind: 'collecting'; readonly set: PartSet; readonly seen: readonly string[] }
  /** The text became a message and is gone; what tells its parts again stays. */
  | {
      readonly kind: 'finished';
      readonly id: string;
      readonly openedAt: Date;
      readonly seen: readonly string[];
      /** Keyed hashes of the texts, by number. */
      readonly texts: ReadonlyMap<number, string>;
    };

/** How long parts of one text may lie apart, in milliseconds. After it the reference may mean another text. */
export const partWindow = 3_600_000;

/** Marks of earlier parts that are kept at a key, so that a replay is known for what it is. */
const seenLimit = 255;

export function isComplete({ parts, total }: PartSet): boolean {
  return parts.size === total;
}

/** The newest marks, when `later` come after `earlier`. */
export function seenAfter(earlier: readonly string[], later: Iterable<string>): readonly string[] {
  return [...new Set([...earlier, ...later])].slice(-seenLimit);
}
