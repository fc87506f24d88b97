/** What the matter is. `none`: not drafted yet. */
export const caseStates = ['none', 'open', 'acknowledged', 'decided', 'refused', 'withdrawn'] as const;
export type CaseState = (typeof caseStates)[number];

/** How far it got to the regulator. `submitted` needs proof: it was fetched, or the regulator wrote about it. */
export const deliveryStates = ['none', 'incomplete', 'queued', 'submitted', 'handed_over'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** What others may see. Nothing about a citizen's complaint is published. */
export const publicationStates = ['none'] as const;
export type PublicationState = (typeof publicationStates)[number];

/** Events of ours (`system`), of the person who reported, and of the regulator. */
export const complaintEvents = [
  'drafted',
  'completed',
  'corrected',
  'refiled',
  'handed_back',
  'withdrawn',
  'taken',
  'acknowledged',
  'decided',
  'refused',
  'extended',
] as const;
export type ComplaintEvent = (typeof complaintEvents)[number];

export const actors = ['system', 'reporter', 'regulator'] as const;
export type Actor = (typeof actors)[number];

/** Two of the three separate fields; publication moves on its own. */
export interface ComplaintState {
  readonly case: CaseState;
  readonly delivery: DeliveryState;
}

/** What a guard may look at: where a complete complaint goes, or that it is not complete. */
export type Completeness = 'incomplete' | 'for_queue' | 'for_citizen';
