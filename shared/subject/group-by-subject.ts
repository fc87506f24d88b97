import type { Report } from '#shared/report/report.ts';
import type { Sender } from '#shared/sender/sender.ts';
import { factsOf, type SubjectFact } from './facts-of.ts';

/** What a batch says to one subject. */
export interface SubjectBatch {
  readonly subjectId: string;
  /** No two alike. */
  readonly facts: readonly SubjectFact[];
  /** As the newest live version of the batch knows it. */
  readonly sender: Sender | null;
  /** Positions in the batch of the reports that speak to the subject. */
  readonly indexes: readonly number[];
}

export interface Grouped {
  readonly batches: readonly SubjectBatch[];
  /** Positions of reports that have no facts because their dates or revision do not fit one. */
  readonly failed: ReadonlyMap<number, unknown>;
}

interface Growing {
  readonly facts: Map<string, SubjectFact>;
  readonly indexes: number[];
  sender: Sender | null;
}

export function groupBySubject(reports: readonly Report[]): Grouped {
  const subjects = new Map<string, Growing>();
  const failed = new Map<number, unknown>();
  for (const [index, report] of reports.entries()) {
    for (const fact of factsOrFailure(report, index, failed)) {
      const subject: Growing = subjects.get(fact.subjectId) ?? { facts: new Map(), indexes: [], sender: null };
      subjects.set(fact.subjectId, subject);
      subject.facts.set(`${fact.reportId}|${fact.revision}`, fact);
      subject.indexes.push(index);
      subject.sender = fact.sender ?? subject.sender;
    }
  }
  const batches = [...subjects].map(([subjectId, { facts, indexes, sender }]) => ({
    subjectId,
    facts: [...facts.values()],
    sender,
    indexes,
  }));
  return { batches, failed };
}

function factsOrFailure(report: Report, index: number, failed: Map<number, unknown>): readonly SubjectFact[] {
  try {
    return factsOf(report);
  } catch (error) {
    failed.set(index, error);
    return [];
  }
}
