import { type Complaint, isUntaken, type Route, type Tombstone, type WithdrawalReason } from './complaint.ts';
import { appended } from './history.ts';
import type { Actor, ComplaintEvent, ComplaintState, Completeness } from './lifecycle.ts';
import { transition } from './transitions.ts';
import type { Wanted } from './wanted-complaint.ts';

export interface PlanInput {
  readonly id: string;
  readonly reportId: string;
  readonly regulator: string;
  readonly takesFromQueue: boolean;
  readonly revision: number;
  readonly wanted: Wanted;
  readonly current: Complaint | Tombstone | null;
  readonly now: Date;
}

export type Plan =
  /** This version, or a later one, was looked at before, or it asks for nothing. */
  | { readonly kind: 'settled' }
  | { readonly kind: 'save'; readonly next: Complaint | Tombstone; readonly file: boolean };

/** What a report version makes of the complaint as it stands. Pure; `file`: the document goes to the bucket first. */
export function planComplaint(input: PlanInput): Plan {
  const { current, revision, wanted } = input;
  if (current !== null && current.reportRevision >= revision) {
    return { kind: 'settled' };
  }
  const standing = current?.kind === 'complaint' ? current : null;
  if (wanted.kind === 'nothing') {
    return standing === null ? planTombstone(input) : takeBack(standing, input, wanted.reason);
  }
  if (standing !== null && standing.taken.length > 0 && !wanted.consented) {
    return takeBack(standing, input, 'consent_withdrawn');
  }
  return draft(standing, input, wanted);
}

/** A first version has no older one that could come late. */
function planTombstone({ id, revision, current }: PlanInput): Plan {
  return revision === 1
    ? { kind: 'settled' }
    : {
        kind: 'save',
        next: { kind: 'tombstone', id, reportRevision: revision, edit: (current?.edit ?? 0) + 1 },
        file: false,
      };
}

function takeBack(current: Complaint, input: PlanInput, reason: WithdrawalReason): Plan {
  const seen: Complaint = { ...current, reportRevision: input.revision, edit: current.edit + 1 };
  // By the reporter's own word, unless the corrected facts show no violation.
  const actor: Actor = reason === 'no_violation' ? 'system' : 'reporter';
  const state = transition(current, { event: 'withdrawn', actor });
  if (state === null) {
    return { kind: 'save', next: seen, file: false };
  }
  const next = moved(seen, state, input, { event: 'withdrawn', actor, reason });
  return {
    kind: 'save',
    next: { ...next, sha256: current.taken.at(-1)?.sha256 ?? null, missing: [], withdrawalReason: reason },
    file: false,
  };
}

function draft(current: Complaint | null, input: PlanInput, wanted: Extract<Wanted, { kind: 'complaint' }>): Plan {
  const base = current ?? blank(input);
  // The way is chosen when a complaint sets out. From a queue that nobody reads any more, the sweep takes it back.
  const settingOut = base.delivery === 'none' || base.delivery === 'incomplete' || base.case === 'withdrawn';
  const heldByRegulator = base.taken.length > 0;
  const route: Route = !settingOut || heldByRegulator ? base.route : input.takesFromQueue ? 'queue' : 'handed_over';
  const missing = route === 'queue' && wanted.unproven ? [...wanted.missing, '/contactProof'] : wanted.missing;
  const completeness: Completeness =
    missing.length > 0 && !heldByRegulator ? 'incomplete' : route === 'queue' ? 'for_queue' : 'for_citizen';
  const event = eventOf(base, completeness);
  const sha256 = completeness === 'incomplete' ? null : wanted.drafted.sha256;
  const seen: Complaint = {
    ...base,
    route,
    reportRevision: input.revision,
    missing,
    updatedAt: input.now.toISOString(),
    edit: base.edit + 1,
  };
  const state = transition(base, { event, actor: 'system', completeness });
  if (state === null) {
    throw new Error(`no transition for ${event} from ${base.case}/${base.delivery}`);
  }
  if (event === 'corrected' && sha256 === base.sha256 && state.delivery === base.delivery) {
    return { kind: 'save', next: seen, file: false };
  }
  const next = moved(seen, state, input, { event, actor: 'system' });
  return { kind: 'save', next: { ...next, sha256, withdrawalReason: null }, file: sha256 !== null };
}

function eventOf(base: Complaint, completeness: Completeness): ComplaintEvent {
  if (base.case === 'none') {
    return 'drafted';
  }
  if (base.case === 'withdrawn') {
    return 'refiled';
  }
  return base.delivery === 'incomplete' && completeness !== 'incomplete' ? 'completed' : 'corrected';
}

function moved(
  complaint: Complaint,
  state: ComplaintState,
  { revision, now }: PlanInput,
  entry: { readonly event: ComplaintEvent; readonly actor: Actor; readonly reason?: string },
): Complaint {
  const at = now.toISOString();
  const next: Complaint = {
    ...complaint,
    ...state,
    version: revision,
    updatedAt: at,
    history: appended(complaint.history, { at, version: revision, ...entry }),
  };
  return isUntaken(next) ? { ...next, outbox: { since: at, sentVersion: 0, sends: 0, sendAfter: at } } : next;
}

function blank({ id, reportId, regulator, takesFromQueue, now, current }: PlanInput): Complaint {
  const at = now.toISOString();
  return {
    kind: 'complaint',
    id,
    reportId,
    regulator,
    route: takesFromQueue ? 'queue' : 'handed_over',
    case: 'none',
    delivery: 'none',
    publication: 'none',
    version: 0,
    reportRevision: 0,
    sha256: null,
    missing: [],
    reference: null,
    refusalReason: null,
    extendedUntil: null,
    withdrawalReason: null,
    createdAt: at,
    updatedAt: at,
    taken: [],
    history: [],
    edit: current?.edit ?? 0,
    outbox: { since: at, sentVersion: 0, sends: 0, sendAfter: at },
  };
}

/** The versions whose documents stay: the one that counts now, and all that the regulator has. */
export function keptVersions(complaint: Complaint): number[] {
  const standing = complaint.case !== 'withdrawn' && complaint.sha256 !== null ? [complaint.version] : [];
  return [...new Set([...standing, ...complaint.taken.map(({ document }) => document)])];
}
