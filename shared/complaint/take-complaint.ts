import type { Clock } from '#shared/runtime/clock.ts';
import { type Complaint, takenVersion } from './complaint.ts';
import { type FiledDependencies, type FiledOutcome, filedVersion, readFiled } from './filed-complaint.ts';
import { appended } from './history.ts';
import { transition } from './transitions.ts';

const attempts = 8;

/** Fetching is taking: the first fetch of a version is the proof that the regulator has it. Later ones change nothing. */
export async function takeComplaint(
  id: string,
  regulators: readonly string[],
  deps: FiledDependencies & {
    readonly clock: Clock;
    /** Notes who takes it, before it counts as taken. */
    readonly note: (complaint: Complaint) => Promise<void>;
  },
): Promise<FiledOutcome> {
  let noted = false;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    // The document is read first: nothing counts as taken that could not be given.
    const filed = await readFiled(id, regulators, deps);
    if (filed.kind !== 'filed') {
      return filed;
    }
    if (!noted) {
      await deps.note(filed.complaint);
      noted = true;
    }
    const next = asTaken(filed.complaint, deps.clock());
    if (next === null || (await deps.complaints.save(next, filed.complaint.edit)) === 'saved') {
      return { ...filed, complaint: next ?? filed.complaint };
    }
  }
  throw new Error(`complaint ${id} kept changing while it was fetched`);
}

/** Null when the regulator has this version already. */
export function asTaken(complaint: Complaint, now: Date): Complaint | null {
  const { version, sha256 } = complaint;
  if (takenVersion(complaint) >= version || sha256 === null) {
    return null;
  }
  const state = transition(complaint, { event: 'taken', actor: 'regulator' });
  if (state === null) {
    throw new Error(`complaint ${complaint.id} cannot be taken from ${complaint.case}/${complaint.delivery}`);
  }
  const at = now.toISOString();
  return {
    ...complaint,
    ...state,
    updatedAt: at,
    taken: [...complaint.taken, { version, document: filedVersion(complaint), at, sha256 }],
    history: appended(complaint.history, { at, event: 'taken', actor: 'regulator', version }),
    edit: complaint.edit + 1,
  };
}
