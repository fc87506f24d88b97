import type { Report } from '#shared/report/report.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import type { Complaint, Tombstone } from './complaint.ts';
import { complaintIdOf } from './complaint-id.ts';
import type { CaseState, DeliveryState } from './lifecycle.ts';
import { keptVersions, planComplaint } from './plan-complaint.ts';
import type { ComplaintDocuments, ComplaintStore } from './ports.ts';
import { type WantedRules, wantedComplaint } from './wanted-complaint.ts';

/** A deployment's settings for one regulator. */
export interface RegulatorRoute {
  readonly id: string;
  readonly takesFromQueue: boolean;
}

export interface DecideDependencies extends WantedRules {
  readonly complaints: ComplaintStore;
  readonly documents: ComplaintDocuments;
  readonly regulators: readonly RegulatorRoute[];
  /** For the purpose `complaint`. */
  readonly hash: KeyedHash;
  readonly clock: Clock;
}

export type DecideOutcome =
  | { readonly kind: 'settled'; readonly id: string; readonly regulator: string }
  | {
      readonly kind: 'moved';
      readonly id: string;
      readonly regulator: string;
      readonly version: number;
      readonly case: CaseState;
      readonly delivery: DeliveryState;
    };

const attempts = 8;

/**
 * Makes, corrects or takes back the complaints of one report version. Repeats and late versions change nothing, in any
 * order; it may be cut anywhere and run again.
 */
export async function decideComplaints(report: Report, deps: DecideDependencies): Promise<readonly DecideOutcome[]> {
  const outcomes: DecideOutcome[] = [];
  for (const regulator of report.complaintAsked ? deps.regulators : []) {
    outcomes.push(await decideOne(report, regulator, deps));
  }
  return outcomes;
}

async function decideOne(report: Report, regulator: RegulatorRoute, deps: DecideDependencies): Promise<DecideOutcome> {
  const id = complaintIdOf(deps.hash, report.id, regulator.id);
  const wanted = wantedComplaint(report, regulator.id, id, deps);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const current = await deps.complaints.get(id);
    const plan = planComplaint({
      id,
      reportId: report.id,
      regulator: regulator.id,
      takesFromQueue: regulator.takesFromQueue,
      revision: report.revision,
      wanted,
      current,
      now: deps.clock(),
    });
    if (plan.kind === 'settled') {
      await tidy(current, deps.documents);
      return { kind: 'settled', id, regulator: regulator.id };
    }
    // The document first: whoever finds the item finds what it points to.
    if (plan.file && wanted.kind === 'complaint') {
      await deps.documents.put(id, report.revision, wanted.drafted);
    }
    if ((await deps.complaints.save(plan.next, current?.edit ?? null)) === 'saved') {
      await tidy(plan.next, deps.documents);
      return outcomeOf(plan.next, regulator.id);
    }
  }
  throw new Error(`complaint ${id} kept changing under the decision`);
}

/**
 * Erases documents that count no more, also what a cut or overtaken run left. Only up to the version the item has seen:
 * what lies beyond is a later run's, about to be pointed to.
 */
async function tidy(item: Complaint | Tombstone | null, documents: ComplaintDocuments): Promise<void> {
  if (item !== null && item.reportRevision > 1) {
    await documents.erase(item.id, item.reportRevision, item.kind === 'complaint' ? keptVersions(item) : []);
  }
}

function outcomeOf(item: Complaint | Tombstone, regulator: string): DecideOutcome {
  const { id } = item;
  return item.kind === 'tombstone'
    ? { kind: 'settled', id, regulator }
    : { kind: 'moved', id, regulator, version: item.version, case: item.case, delivery: item.delivery };
}
