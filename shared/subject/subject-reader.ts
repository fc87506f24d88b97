import type { SubjectReader, SubjectSummary } from '#shared/report/ports.ts';
import type { Report } from '#shared/report/report.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { Sender } from '#shared/sender/sender.ts';
import { countPages, readFigures } from './count-all.ts';
import { type CountLimits, countLimits } from './count-limits.ts';
import { CurrentFacts } from './current-facts.ts';
import { type Figures, figuresOf } from './figures.ts';
import { lateFigures } from './late-report.ts';
import { createPeekCache } from './peek-cache.ts';
import type { CountedFigures, Head, SubjectStores } from './ports.ts';

/** A subject as regulators may see it. */
export interface Subject {
  readonly id: string;
  /** Null when no report is left that names it. */
  readonly sender: Sender | null;
  readonly figures: Figures;
  readonly disputed?: boolean | undefined;
  /** RFC 3339 UTC. */
  readonly updatedAt: string;
}

export interface ReaderDependencies extends SubjectStores {
  readonly clock: Clock;
  readonly limits?: CountLimits;
}

interface Reading extends SubjectStores {
  readonly clock: Clock;
  readonly limits: CountLimits;
}

export interface SubjectDescriber {
  /** Null for an unknown id. */
  read(subjectId: string): Promise<Subject | null>;
  /** The subject of a head that was read already, from a scan for example. */
  describe(head: Head): Promise<Subject>;
}

export interface WholeSubjectReader extends SubjectReader, SubjectDescriber {}

const nothing = figuresOf(new CurrentFacts({ head: [], shards: [] }));

/** Figures as their readers need them, always with a bounded amount of reading: who counts has kept those of many facts. */
export function createSubjectReader(given: ReaderDependencies): WholeSubjectReader {
  const deps: Reading = { limits: countLimits, ...given };
  const peeked = createPeekCache(deps, deps.limits);
  return {
    /**
     * One eventually consistent read of the head, half a read unit. Wide subjects take one query, and head and kept
     * figures as they were some seconds ago; while none are kept, the figures of the head alone.
     */
    async peek(subjectId, reporter, exceptReport) {
      const { head, counted } = await peeked.subject(subjectId);
      if (head === null) {
        return { summary: summaryOf(subjectId, nothing), priorContacts: [] };
      }
      const own = head.wide && reporter !== null ? await peeked.ofReporter(subjectId, reporter) : [];
      const current = new CurrentFacts({ head: head.facts, shards: own });
      return {
        summary: summaryOf(subjectId, counted?.figures ?? figuresOfHead(head)),
        priorContacts: current.daysOf(reporter, exceptReport),
      };
    },

    async readFor(report) {
      const subjectId = report.subjectId;
      if (subjectId === null) {
        throw new RangeError('a report without a subject has no figures');
      }
      const { figures, included, reporterCounted } = await readIncluding(report, subjectId, deps);
      return { summary: summaryOf(subjectId, figures), included, reporterCounted };
    },

    ...describing(deps, async (head) => {
      const { counted, current } = await countBounded(head, deps);
      // Figures read whole are those of the last change; kept ones changed when they were counted.
      const countedAt = current === null ? (counted?.countedAt ?? null) : null;
      return { figures: counted?.figures ?? figuresOfHead(head), countedAt };
    }),
  };
}

/** Reads every fact of every subject that is asked for, whatever their number: for what is kept and compared for years. */
export function createExactDescriber(given: ReaderDependencies): SubjectDescriber {
  const deps: Reading = { limits: countLimits, ...given };
  return describing(deps, async (head) => ({
    figures: (await readFigures(head, deps.clock(), deps)).figures,
    countedAt: null,
  }));
}

function describing(
  { heads }: Reading,
  figuresFor: (head: Head) => Promise<{ readonly figures: Figures; readonly countedAt: string | null }>,
): SubjectDescriber {
  const describe = async (head: Head): Promise<Subject> => {
    const { figures, countedAt } = await figuresFor(head);
    return {
      id: head.subjectId,
      // A number all of whose reports were taken back is nobody's business.
      sender: figures.reports === 0 ? null : head.sender,
      figures,
      disputed: head.disputed,
      updatedAt: countedAt === null || countedAt < head.updatedAt ? head.updatedAt : countedAt,
    };
  };
  return {
    async read(subjectId) {
      const head = await heads.get(subjectId, 'strong');
      return head === null ? null : describe(head);
    },
    describe,
  };
}

interface Bounded {
  /** Null for a subject with many facts of which nobody has kept figures yet. */
  readonly counted: CountedFigures | null;
  /** Null when the figures were kept: the facts of the head alone are known. */
  readonly current: CurrentFacts | null;
}

/** All facts if they are few, else the figures that were kept: at most about 55 read units. */
async function countBounded(head: Head, deps: Reading): Promise<Bounded> {
  const { fewFacts } = deps.limits;
  const now = deps.clock();
  if (!head.wide) {
    return countPages(head, [], now, deps.limits);
  }
  const kept = await deps.figures.get(head.subjectId);
  if (kept !== null && kept.facts > fewFacts) {
    return { counted: kept, current: null };
  }
  const facts = await deps.shards.few(head.subjectId, fewFacts - head.facts.length);
  return facts === null ? { counted: kept, current: null } : countPages(head, [facts], now, deps.limits);
}

interface Including {
  readonly figures: Figures;
  readonly included: boolean;
  readonly reporterCounted: boolean;
}

async function readIncluding(report: Report, subjectId: string, deps: Reading): Promise<Including> {
  const head = await deps.heads.get(subjectId, 'strong');
  if (head === null) {
    return { figures: nothing, included: false, reporterCounted: false };
  }
  const { counted, current } = await countBounded(head, deps);
  const known = current ?? new CurrentFacts({ head: head.facts, shards: [] });
  const included = known.includes(report.id, report.revision);
  const reporterCounted = known.counts(report.reporter);
  if (counted === null) {
    return { figures: figuresOfHead(head), included, reporterCounted };
  }
  if (current !== null || included) {
    return { figures: counted.figures, included, reporterCounted };
  }
  const late = await lateFigures(report, subjectId, head, counted, deps);
  return { ...late, reporterCounted: late.included || reporterCounted };
}

function figuresOfHead(head: Head): Figures {
  return figuresOf(new CurrentFacts({ head: head.facts, shards: [] }));
}

function summaryOf(id: string, { reports, reporters, firstReported, lastReported }: Figures): SubjectSummary {
  return { id, reports, reporters, firstReported, lastReported };
}
