import type { Regulator } from '#shared/law/rulebook.ts';
import type {
  ComplaintLetterReader,
  ComplaintReader,
  ComplaintSummary,
  ReporterComplaint,
  ReportStore,
} from '#shared/report/ports.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import type { Complaint } from './complaint.ts';
import { complaintIdOf } from './complaint-id.ts';
import { complaintStatus } from './complaint-status.ts';
import type { ComplaintStore } from './ports.ts';
import { type ComplaintLaw, wantedComplaint } from './wanted-complaint.ts';

export interface ReporterDependencies {
  readonly complaints: Pick<ComplaintStore, 'get' | 'getAll'>;
  readonly reports: Pick<ReportStore, 'get'>;
  /** Of every regulator that this deployment knows. */
  readonly regulators: readonly Pick<Regulator, 'id' | 'nextStep' | 'page' | 'steps'>[];
  readonly law: ComplaintLaw;
  readonly requireContactProof: boolean;
  /** For the purpose `complaint`. */
  readonly hash: KeyedHash;
}

/** The complaints of one report, as its reporter follows them. */
export function createComplaintReader(
  deps: Pick<ReporterDependencies, 'complaints' | 'regulators' | 'hash'>,
): ComplaintReader {
  return {
    async complaintsOf(reportId) {
      // Ids derive from report and regulator, so no index is needed.
      const ids = deps.regulators.map(({ id }) => complaintIdOf(deps.hash, reportId, id));
      const found = await deps.complaints.getAll(ids);
      return ids
        .flatMap((id) => found.filter((stored) => stored.kind === 'complaint' && stored.id === id))
        .filter((stored) => stored.kind === 'complaint')
        .map((complaint) => summaryOf(complaint, deps.regulators));
    },
  };
}

function summaryOf(complaint: Complaint, regulators: ReporterDependencies['regulators']): ComplaintSummary {
  const status = complaintStatus(complaint);
  return {
    id: complaint.id,
    regulator: complaint.regulator,
    route: complaint.route,
    status,
    reference: complaint.reference,
    missing: complaint.missing,
    nextStepBy: null,
    nextStep: regulators.find(({ id }) => id === complaint.regulator)?.nextStep ?? 'not_known',
  };
}

/**
 * The letter of a complaint, written again from the report as it is now. Of the version that was filed it says the same
 * as what the regulator has; after a correction it is ahead of what the regulator has fetched.
 */
export function createLetterReader(deps: ReporterDependencies): ComplaintLetterReader {
  return {
    async complaintOf(reportId, complaintId): Promise<ReporterComplaint | null> {
      const regulator = deps.regulators.find(({ id }) => complaintIdOf(deps.hash, reportId, id) === complaintId);
      if (regulator === undefined) {
        return null;
      }
      const [stored, report] = await Promise.all([deps.complaints.get(complaintId), deps.reports.get(reportId)]);
      if (stored?.kind !== 'complaint' || stored.case === 'withdrawn' || report === null) {
        return null;
      }
      const wanted = wantedComplaint(report, regulator.id, complaintId, deps);
      return wanted.kind === 'nothing'
        ? null
        : {
            id: complaintId,
            regulator: regulator.id,
            letter: wanted.drafted.letter,
            regulatorPage: regulator.page,
            steps: stored.route === 'handed_over' ? regulator.steps : queueSteps(stored, regulator.page),
          };
    },
  };
}

function queueSteps({ delivery }: Complaint, page: string): string[] {
  switch (delivery) {
    case 'incomplete':
      return ['Complete the report with what is missing; the complaint then goes out by itself.'];
    case 'submitted':
      return ['The regulator has fetched this complaint. You need not file it again.'];
    default:
      return [
        'This complaint waits on the regulator’s queue. You need not file it.',
        `The regulator’s own page for complaints is ${page}.`,
      ];
  }
}
