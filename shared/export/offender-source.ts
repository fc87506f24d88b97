import type { Sender } from '#shared/sender/sender.ts';
import type { Figures } from '#shared/subject/figures.ts';

/** A sender that reports pile up on, with its figures in full. Withdrawn reports count nowhere. */
export interface CountedSubject {
  readonly id: string;
  readonly sender: Sender;
  readonly figures: Figures;
  /** Its owner contests the listing, and a person has accepted that. */
  readonly disputed?: boolean | undefined;
  /** RFC 3339 UTC. */
  readonly updatedAt: string;
}

export interface SubjectPage {
  readonly subjects: readonly CountedSubject[];
  /** Where the next page begins; null after the last. A page may be empty before that. */
  readonly last: string | null;
}

/** All subjects, in an order of the store's own that does not change while a subject lives. */
export interface OffenderSource {
  /** Subjects after the given id (which need not exist any more), at most `count`; fewer once `isEnough` says so. */
  page(after: string | null, count: number, isEnough?: () => boolean): Promise<SubjectPage>;
  one(id: string): Promise<CountedSubject | null>;
}
