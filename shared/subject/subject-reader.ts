import type { SubjectReader, SubjectSummary } from '#shared/report/ports.ts';
import type { Report } from '#shared/report/report.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { Sender } from '#shared/sender/sender.ts';
import { type CountAllDependencies, countAll, isOutdated, readAll } from './count-all.ts';
import { type CountLimits, countLimits } from './count-limits.ts';
import { CurrentFacts } from './current-facts.ts';
import { factsOf } from './facts-of.ts';
import { type Figures, figuresOf } from './figures.ts';
import type { CountedFigures, Head, SubjectStores } from './ports.ts';

/** A subject as regulators may see it. */
export interface Subject {
  readonly id: string;
  /** Null when no report is left that names it. */
  readonly sender: Sender | null;
  readonly figures: Figures;
  /** RFC 3339 UTC. */
  readonly updatedAt: string;
}

export interface ReaderDependencies extends SubjectStores {
  readonly clock: Clock;
  /** The process may write facts: figures of a subject with many facts that it had to count are kept for others. */
  readonly keepsFigures: boolean;
  readonly limits?: CountLimits;
}

interface Reading extends CountAllDependencies {
  readonly keepsFigures: boolean;
}

export interface WholeSubjectReader extends SubjectReader {
  /** Null for an unknown id. */
  read(subjectId: string): Promise<Subject | null>;
  /** The subject of a head that was read already, from a scan for example. */
  describe(head: Head): Promise<Subject>;
}

const nothing = figuresOf(new CurrentFacts({ head: [], shards: [] }));

/** Figures as their readers need them: cheap for intake, exact for who waits for a report to be counted. */
export function createSubjectReader(given: ReaderDependencies): WholeSubjectReader {
  const deps: Reading = { limits: countLimits, ...given };
  return {
    /** One eventually consistent read of the head, half a read unit; wide subjects take their kept figures and one query. */
    async peek(subjectId, reporter, exceptReport) {
      const head = await deps.heads.get(subjectId, 'eventual');
      if (head === null) {
        return { summary: summaryOf(subjectId, nothing), priorContacts: [] };
      }
      if (!head.wide) {
        const current = new CurrentFacts({ head: head.facts, shards: [] });
        return {
          summary: summaryOf(subjectId, figuresOf(current)),
          priorContacts: current.daysOf(reporter, exceptReport),
        };
      }
      const [counted, own] = await Promise.all([
        deps.figures.get(subjectId),
        reporter === null ? [] : deps.shards.ofReporter(subjectId, reporter),
      ]);
      const figures = counted?.figures ?? (await readAll(subjectId, deps))?.counted.figures ?? nothing;
      const current = new CurrentFacts({ head: head.facts, shards: own });
      return { summary: summaryOf(subjectId, figures), priorContacts: current.daysOf(reporter, exceptReport) };
    },

    async readFor(report) {
      const subjectId = report.subjectId;
      if (subjectId === null) {
        throw new RangeError('a report without a subject has no figures');
      }
      const { figures, included } = await readIncluding(report, subjectId, deps);
      return { summary: summaryOf(subjectId, figures), included };
    },

    async read(subjectId) {
      const head = await deps.heads.get(subjectId, 'strong');
      return head === null ? null : describe(head, deps);
    },

    describe: (head) => describe(head, deps),
  };
}

async function describe(head: Head, deps: Reading): Promise<Subject> {
  const kept = head.wide ? await keptFigures(head, deps) : null;
  const figures =
    kept?.figures ??
    (head.wide
      ? ((await readAll(head.subjectId, deps))?.counted.figures ?? nothing)
      : figuresOf(new CurrentFacts({ head: head.facts, shards: [] })));
  return {
    id: head.subjectId,
    // A number all of whose reports were taken back is nobody's business.
    sender: figures.reports === 0 ? null : head.sender,
    figures,
    updatedAt: kept === null || kept.countedAt < head.updatedAt ? head.updatedAt : kept.countedAt,
  };
}

/** Kept figures of a subject with many facts, counted anew when outdated. Null with few facts: reading those is cheap. */
async function keptFigures(head: Head, deps: Reading): Promise<CountedFigures | null> {
  const kept = await deps.figures.get(head.subjectId);
  if (kept === null || kept.facts <= deps.limits.fewFacts) {
    return null;
  }
  return isOutdated(kept, head, deps.clock(), deps.limits) ? await countAnew(head.subjectId, deps) : kept;
}

async function countAnew(subjectId: string, deps: Reading): Promise<CountedFigures> {
  const whole = await (deps.keepsFigures ? countAll : readAll)(subjectId, deps);
  if (whole === null) {
    throw new Error('the head of a wide subject is gone');
  }
  return whole.counted;
}

async function readIncluding(
  report: Report,
  subjectId: string,
  deps: Reading,
): Promise<{ readonly figures: Figures; readonly included: boolean }> {
  const head = await deps.heads.get(subjectId, 'strong');
  if (head === null) {
    return { figures: nothing, included: false };
  }
  const inHead = new CurrentFacts({ head: head.facts, shards: [] });
  if (!head.wide) {
    return { figures: figuresOf(inHead), included: inHead.includes(report.id, report.revision) };
  }
  const kept = await keptFigures(head, deps);
  if (kept === null || kept.asOf === null) {
    const whole = await readAll(subjectId, deps);
    return whole === null
      ? { figures: nothing, included: false }
      : { figures: whole.counted.figures, included: whole.current.includes(report.id, report.revision) };
  }
  if (inHead.includes(report.id, report.revision)) {
    return { figures: kept.figures, included: true };
  }
  const written = await writtenAt(report, subjectId, deps);
  const latest = written !== null && couldInclude(written, kept, deps) ? await countAnew(subjectId, deps) : kept;
  const asOf = latest.asOf ?? Number.POSITIVE_INFINITY;
  return { figures: latest.figures, included: written !== null && written <= asOf };
}

/** The kept figures lack a fact that new ones would count: worth a count, but not for everybody who asks in a burst. */
function couldInclude(written: number, kept: CountedFigures, { clock, limits }: Reading): boolean {
  const now = clock().getTime();
  const age = now - Date.parse(kept.countedAt);
  return written > (kept.asOf ?? 0) && written <= now - limits.settleMs && age > limits.shortestAgeMs;
}

/** When the fact of this version was first written to a shard; null if it was not. */
async function writtenAt(report: Report, subjectId: string, deps: Reading): Promise<number | null> {
  const fact = factsOf(report).find((candidate) => candidate.subjectId === subjectId);
  if (fact === undefined) {
    return null;
  }
  const places = fact.reporter === null ? [fact.reportId] : [fact.reporter, fact.reportId];
  const found = await Promise.all(places.map((near) => deps.shards.find(subjectId, { ...fact, near })));
  const times = found.flatMap((one) => (one === null ? [] : [one.writtenAt]));
  return times.length === 0 ? null : Math.min(...times);
}

function summaryOf(id: string, { reports, reporters, firstReported, lastReported }: Figures): SubjectSummary {
  return { id, reports, reporters, firstReported, lastReported };
}
