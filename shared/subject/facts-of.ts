import { registryView } from '#shared/report/registry-view.ts';
import type { Report, ReportContent } from '#shared/report/report.ts';
import type { Sender } from '#shared/sender/sender.ts';
import { encodeFact, encodeGoneFact, withdrawnRevision } from './fact.ts';

/** A fact with the whole hashes that its bytes only begin with. */
export interface LongFact {
  readonly bytes: Uint8Array;
  /** 32 hexadecimal characters. */
  readonly reportId: string;
  readonly revision: number;
  /** 32 hexadecimal characters; null without a reporter and for the last word about a report. */
  readonly reporter: string | null;
}

/** What a version of a report puts on one subject. */
export interface SubjectFact extends LongFact {
  readonly subjectId: string;
  /** Who the subject is; only a live version knows it. */
  readonly sender: Sender | null;
}

/**
 * Everything that a version of a report says to subjects: its fact to its own, and a last word to those that earlier
 * versions counted on. Needs no earlier version, so the newest version alone makes all subjects right.
 */
export function factsOf(report: Report): readonly SubjectFact[] {
  const revision = report.content === null ? withdrawnRevision : report.revision;
  const current = report.content === null ? null : report.subjectId;
  const past = new Set(report.pastSubjectIds);
  if (report.content === null && report.subjectId !== null) {
    past.add(report.subjectId);
  }
  const facts: SubjectFact[] = [...past]
    .filter((subjectId) => subjectId !== current)
    .map((subjectId) => ({
      subjectId,
      bytes: encodeGoneFact(report.id, revision),
      reportId: report.id,
      revision,
      reporter: null,
      sender: null,
    }));
  if (report.content !== null && current !== null) {
    facts.unshift({
      subjectId: current,
      bytes: liveFact(report, report.content),
      reportId: report.id,
      revision,
      reporter: report.reporter,
      sender: report.content.sender,
    });
  }
  return facts;
}

function liveFact(report: Report, content: ReportContent): Uint8Array {
  const { status } = registryView(content.registry);
  return encodeFact({
    reportId: report.id,
    revision: report.revision,
    reporter: report.reporter,
    reportedAt: Math.floor(Date.parse(report.reportedAt) / 1000),
    day: content.localDate,
    topic: content.input.topic ?? null,
    country: content.place.country,
    region: content.place.region,
    kind: content.input.kind,
    recorded: content.input.recorded ?? null,
    registered: status === 'unknown' ? null : status === 'registered',
    violation: content.violations.length > 0,
  });
}
