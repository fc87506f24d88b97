import type { Complaint } from './complaint.ts';
import { appended } from './history.ts';
import { transition } from './transitions.ts';

/** The complaint as its reporter files it, where nobody reads the queue any more; null for one that the regulator has. */
export function handedBack(complaint: Complaint, now: Date): Complaint | null {
  const state = transition(complaint, { event: 'handed_back', actor: 'system' });
  if (state === null) {
    return null;
  }
  const at = now.toISOString();
  return {
    ...complaint,
    ...state,
    route: 'handed_over',
    updatedAt: at,
    history: appended(complaint.history, { at, event: 'handed_back', actor: 'system', version: complaint.version }),
    edit: complaint.edit + 1,
  };
}
