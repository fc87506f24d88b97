import type { ComplaintStatus } from '#shared/report/report-view-schema.ts';
import type { ComplaintState } from './lifecycle.ts';

/** The one word a reporter sees, derived: an answer on the matter outranks how far it travelled. */
export function complaintStatus(state: ComplaintState): ComplaintStatus {
  if (state.case !== 'open' && state.case !== 'none') {
    return state.case;
  }
  return state.delivery === 'none' ? 'incomplete' : state.delivery;
}
