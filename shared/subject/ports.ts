import type { Sender } from '#shared/sender/sender.ts';
import type { LongFact } from './facts-of.ts';
import type { Figures } from './figures.ts';

/** The one item that every subject has: its first facts, who it is, and whether more facts lie in its shards. */
export interface Head {
  readonly subjectId: string;
  readonly facts: readonly Uint8Array[];
  /** Null until a live report has told it, and again when no live report is left. */
  readonly sender: Sender | null;
  /** Facts lie in shards too. Set once, never taken back; from then on the head takes no more facts. */
  readonly wide: boolean;
  /** Roughly how many facts went to shards, repeats included. */
  readonly grown: number;
  /** A person has accepted that the listing is contested (shared/subject/disputes). */
  readonly disputed?: boolean | undefined;
  /** RFC 3339 UTC of the last change. */
  readonly updatedAt: string;
}

export interface HeadAddition {
  readonly subjectId: string;
  readonly facts: readonly Uint8Array[];
  /** The head may hold at most this many facts before. */
  readonly room: number;
  /** This is the last addition: more facts are about to go to shards. */
  readonly widen: boolean;
  readonly sender: Sender | null;
  readonly now: Date;
}

export type HeadAdditionOutcome =
  | { readonly kind: 'added'; readonly head: Head }
  /** Nothing changed: no room, or wide. `head` is what was there. */
  | { readonly kind: 'full'; readonly head: Head };

export interface HeadGrowth {
  readonly subjectId: string;
  readonly by: number;
  readonly sender: Sender | null;
  readonly now: Date;
}

/** Heads. Every method is one atomic step. A sender is set where none is, its validity always. */
export interface HeadStore {
  get(subjectId: string, consistency: 'strong' | 'eventual'): Promise<Head | null>;
  add(addition: HeadAddition): Promise<HeadAdditionOutcome>;
  /** Sets `wide` and counts growth, whatever is there. */
  widen(growth: HeadGrowth): Promise<Head>;
  /** Takes facts off, whatever is there. */
  erase(subjectId: string, facts: readonly Uint8Array[]): Promise<void>;
  /** Takes facts and sender off a head that is not wide and holds exactly `expected`; false when it does not. */
  eraseWithSender(subjectId: string, facts: readonly Uint8Array[], expected: readonly Uint8Array[]): Promise<boolean>;
}

/** A fact in a shard, with the time it was first written. */
export interface ShardFact extends LongFact {
  /** Milliseconds since 1970, by the writer's clock, taken before writing. */
  readonly writtenAt: number;
  /** The hash (hexadecimal) whose last digit chose the shard. */
  readonly near: string;
}

/** Shards of wide subjects. Every method that writes is one atomic step; readers see what was written before they began. */
export interface ShardStore {
  /** Writes a fact, or leaves the same one with its first `writtenAt`. */
  put(subjectId: string, fact: ShardFact): Promise<void>;
  erase(subjectId: string, fact: ShardFact): Promise<void>;
  /** Every fact of every shard. */
  all(subjectId: string): AsyncIterable<readonly ShardFact[]>;
  /** Every fact of every shard; null when there are more than `most`, without reading many more. */
  few(subjectId: string, most: number): Promise<readonly ShardFact[] | null>;
  /** At most some dozens of facts of one reporter, from the reporter's own shard. */
  ofReporter(subjectId: string, reporter: string): Promise<readonly ShardFact[]>;
  /** One fact, if it lies in the shard chosen by `near`. */
  find(subjectId: string, fact: Omit<ShardFact, 'bytes' | 'writtenAt'>): Promise<ShardFact | null>;
}

/** Figures of a wide subject, with what they rest on. */
export interface CountedFigures {
  readonly figures: Figures;
  /** Facts that were read for them. */
  readonly facts: number;
  /** `grown` of the head before reading. */
  readonly grown: number;
  /** RFC 3339 UTC, before reading. */
  readonly countedAt: string;
  /** Milliseconds since 1970: facts of shards first written up to then are counted, later ones are not; null: all that were read. */
  readonly asOf: number | null;
}

export interface FiguresStore {
  get(subjectId: string): Promise<CountedFigures | null>;
  /** Keeps them, unless ones that were counted later are there. */
  save(subjectId: string, counted: CountedFigures): Promise<void>;
  /** True for one caller at a time, who alone is to count the subject until then. */
  claim(subjectId: string, now: Date, until: Date): Promise<boolean>;
}

export interface SubjectStores {
  readonly heads: HeadStore;
  readonly shards: ShardStore;
  readonly figures: FiguresStore;
}
