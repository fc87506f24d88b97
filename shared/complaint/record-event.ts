import type { Clock } from '#shared/runtime/clock.ts';
import type { Complaint, HistoryEntry } from './complaint.ts';
import { type FiledComplaint, type FiledDependencies, readFiled } from './filed-complaint.ts';
import { appended, sinceRefiled } from './history.ts';
import { asTaken } from './take-complaint.ts';
import { transition } from './transitions.ts';

/** What a regulator says about a complaint. */
export type RegulatorEvent =
  | { readonly event: 'acknowledged' | 'decided'; readonly reference?: string }
  | { readonly event: 'refused'; readonly reason: string; readonly reference?: string }
  /** `until`: `YYYY-MM-DD`. */
  | { readonly event: 'extended'; readonly until: string; readonly reference?: string };

export type EventOutcome =
  | ({ readonly kind: 'recorded' | 'repeated' } & FiledComplaint)
  | { readonly kind: 'unknown' }
  | { readonly kind: 'recalled' }
  /** Not in the table of transitions from where the complaint stands. */
  | { readonly kind: 'out_of_place'; readonly complaint: Complaint };

const attempts = 8;

/**
 * Records an event once, however often it is sent, as long as the case was not withdrawn and opened anew in between. A
 * repeat never moves a case, one that came late least of all.
 */
export async function recordEvent(
  id: string,
  regulators: readonly string[],
  event: RegulatorEvent,
  deps: FiledDependencies & { readonly clock: Clock },
): Promise<EventOutcome> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const filed = await readFiled(id, regulators, deps);
    if (filed.kind !== 'filed') {
      return filed;
    }
    const { complaint } = filed;
    if (sinceRefiled(complaint.history).some((entry) => isSame(entry, event))) {
      return { ...filed, kind: 'repeated' };
    }
    const next = withEvent(complaint, event, deps.clock());
    if (next === null) {
      return { kind: 'out_of_place', complaint };
    }
    if ((await deps.complaints.save(next, complaint.edit)) === 'saved') {
      return { ...filed, kind: 'recorded', complaint: next };
    }
  }
  throw new Error(`complaint ${id} kept changing under an event`);
}

/** Null when the table does not list it. */
function withEvent(complaint: Complaint, event: RegulatorEvent, now: Date): Complaint | null {
  const state = transition(complaint, { event: event.event, actor: 'regulator' });
  if (state === null) {
    return null;
  }
  // Whoever answers has it: from the queue, this is the proof of delivery.
  const taken = complaint.delivery === 'queued' ? (asTaken(complaint, now) ?? complaint) : complaint;
  const at = now.toISOString();
  return {
    ...taken,
    ...state,
    updatedAt: at,
    reference: event.reference ?? taken.reference,
    refusalReason: event.event === 'refused' ? event.reason : taken.refusalReason,
    extendedUntil: event.event === 'extended' ? event.until : taken.extendedUntil,
    history: appended(taken.history, { at, actor: 'regulator', version: taken.version, ...event }),
    edit: complaint.edit + 1,
  };
}

function isSame(entry: HistoryEntry, event: RegulatorEvent): boolean {
  return (
    entry.event === event.event &&
    (event.reference === undefined || entry.reference === event.reference) &&
    (event.event !== 'refused' || entry.reason === event.reason) &&
    (event.event !== 'extended' || entry.until === event.until)
  );
}
