import type { Report } from '#shared/report/report.ts';
import type { CountLimits } from './count-limits.ts';
import { CurrentFacts } from './current-facts.ts';
import { prefixOf, withdrawnRevision } from './fact.ts';
import { factsOf } from './facts-of.ts';
import type { Figures } from './figures.ts';
import type { CountedFigures, Head, SubjectStores } from './ports.ts';

interface LateDependencies extends Pick<SubjectStores, 'shards'> {
  readonly limits: CountLimits;
}

/**
 * Kept figures of a subject with many facts, and whether they include this version of a report. When they are older
 * than its fact, the report is added to the figures that its reporter sees: kept figures count the facts first written
 * up to a time, so those and this one are a set, too. Some three to five read units.
 */
export async function lateFigures(
  report: Report,
  subjectId: string,
  head: Head,
  kept: CountedFigures,
  deps: LateDependencies,
): Promise<{ readonly figures: Figures; readonly included: boolean }> {
  const asOf = kept.asOf ?? Date.parse(kept.countedAt) - deps.limits.settleMs;
  const written = await writtenAt(report, subjectId, deps);
  if (written === null || written <= asOf) {
    return { figures: kept.figures, included: written !== null };
  }
  const { reporter } = report;
  const own = reporter === null ? [] : await deps.shards.ofReporter(subjectId, reporter);
  const before = own.filter((fact) => fact.writtenAt <= asOf || fact.revision === withdrawnRevision);
  const counted = new CurrentFacts({ head: head.facts, shards: before });
  if (counted.get(report.id) !== undefined) {
    // An earlier version of it counts already; nothing that its reporter sees is different.
    return { figures: kept.figures, included: true };
  }
  if (kept.asOf === null || report.revision > 1) {
    // Whether it counts already, as another reporter's for example, would take all facts to know.
    return { figures: kept.figures, included: false };
  }
  const known =
    reporter === null ||
    counted.live().some((fact) => fact.reporter !== null && prefixOf(fact.reporter) === prefixOf(reporter));
  return { figures: withOneMore(kept.figures, report, !known), included: true };
}

function withOneMore(figures: Figures, { reportedAt }: Report, newReporter: boolean): Figures {
  const at = `${reportedAt.slice(0, 19)}Z`;
  return {
    ...figures,
    reports: figures.reports + 1,
    reporters: figures.reporters + Number(newReporter),
    firstReported: figures.firstReported === null || at < figures.firstReported ? at : figures.firstReported,
    lastReported: figures.lastReported === null || at > figures.lastReported ? at : figures.lastReported,
  };
}

/** When the fact of this version was first written to a shard; null if it was not. */
async function writtenAt(report: Report, subjectId: string, { shards }: LateDependencies): Promise<number | null> {
  const fact = factsOf(report).find((candidate) => candidate.subjectId === subjectId);
  if (fact === undefined) {
    return null;
  }
  const places = fact.reporter === null ? [fact.reportId] : [fact.reporter, fact.reportId];
  const found = await Promise.all(places.map((near) => shards.find(subjectId, { ...fact, near })));
  const times = found.flatMap((one) => (one === null ? [] : [one.writtenAt]));
  return times.length === 0 ? null : Math.min(...times);
}
