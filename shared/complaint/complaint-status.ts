import type { ComplaintState } from './lifecycle.ts';

export const complaintStatuses = [
  'incomplete',
  'queued',
  'submitted',
  'acknowledged',
  'decided',
  'refused',
  'handed_over',
  'withdrawn',
] as const;
export type ComplaintStatus = (typeof complaintStatuses)[number];

/** The one word a reporter sees, derived: an answer on the matter outranks how far it travelled. */
export function complaintStatus(state: ComplaintState): ComplaintStatus {
  if (state.case !== 'open' && state.case !== 'none') {
    return state.case;
  }
  return state.delivery === 'none' ? 'incomplete' : state.delivery;
}
