import type { Actor, CaseState, ComplaintEvent, ComplaintState, Completeness, DeliveryState } from './lifecycle.ts';

export interface Transition {
  readonly event: ComplaintEvent;
  readonly actors: readonly Actor[];
  readonly from: { readonly case: readonly CaseState[]; readonly delivery: readonly DeliveryState[] };
  /** A field that is not named stays as it is. */
  readonly to: { readonly case?: CaseState; readonly delivery?: DeliveryState };
  /** Only when the complaint, as it now stands, is this. */
  readonly guard?: Completeness;
}

const notOut = ['incomplete', 'queued', 'handed_over'] as const;
const living = ['open', 'acknowledged', 'decided', 'refused'] as const;

/** The whole life of a complaint. What is not listed is refused. docs/lifecycle.md draws it. */
export const transitions: readonly Transition[] = [
  ...arriving('drafted', { case: ['none'], delivery: ['none'] }),
  ...arriving('completed', { case: ['open'], delivery: ['incomplete'] }).filter(({ guard }) => guard !== 'incomplete'),
  system('corrected', { case: ['open'], delivery: notOut }, { delivery: 'incomplete' }, 'incomplete'),
  system('corrected', { case: ['open'], delivery: ['queued'] }, {}, 'for_queue'),
  system('corrected', { case: ['open'], delivery: ['handed_over'] }, {}, 'for_citizen'),
  // A regulator that has it gets every correction, even one that leaves a gap.
  system('corrected', { case: living, delivery: ['submitted'] }, {}),
  // Taken back, then reported again by a further correction.
  ...arriving('refiled', { case: ['withdrawn'], delivery: notOut }),
  system('refiled', { case: ['withdrawn'], delivery: ['submitted'] }, { case: 'open' }, 'for_queue'),
  // Nobody reads the queue any more.
  system('handed_back', { case: ['open'], delivery: ['queued'] }, { delivery: 'handed_over' }),
  withdrawn({ case: ['open'], delivery: notOut }),
  withdrawn({ case: living, delivery: ['submitted'] }),
  regulator('taken', { case: ['open'], delivery: ['queued'] }, { delivery: 'submitted' }),
  regulator('taken', { case: [...living, 'withdrawn'], delivery: ['submitted'] }, {}),
  ...answering('acknowledged', ['open', 'acknowledged'], 'acknowledged'),
  ...answering('decided', ['open', 'acknowledged', 'decided'], 'decided'),
  ...answering('refused', ['open', 'acknowledged', 'refused'], 'refused'),
  ...answering('extended', ['open', 'acknowledged']),
];

export interface Move {
  readonly event: ComplaintEvent;
  readonly actor: Actor;
  readonly completeness?: Completeness;
}

/** The state after a move; null when the table does not list it. */
export function transition(state: ComplaintState, move: Move): ComplaintState | null {
  const row = transitions.find(
    ({ event, actors, from, guard }) =>
      event === move.event &&
      actors.includes(move.actor) &&
      from.case.includes(state.case) &&
      from.delivery.includes(state.delivery) &&
      (guard === undefined || guard === move.completeness),
  );
  return row === undefined ? null : { case: row.to.case ?? state.case, delivery: row.to.delivery ?? state.delivery };
}

function system(
  event: ComplaintEvent,
  from: Transition['from'],
  to: Transition['to'],
  guard?: Completeness,
): Transition {
  return { event, actors: ['system'], from, to, ...(guard === undefined ? {} : { guard }) };
}

/** Where a draft goes: it waits for what is missing, goes on the queue, or is handed to the citizen. */
function arriving(event: ComplaintEvent, from: Transition['from']): Transition[] {
  return [
    system(event, from, { case: 'open', delivery: 'incomplete' }, 'incomplete'),
    system(event, from, { case: 'open', delivery: 'queued' }, 'for_queue'),
    system(event, from, { case: 'open', delivery: 'handed_over' }, 'for_citizen'),
  ];
}

/** Delivery stays what it was: it tells whether the regulator still has something to be told. */
function withdrawn(from: Transition['from']): Transition {
  return { event: 'withdrawn', actors: ['system', 'reporter'], from, to: { case: 'withdrawn' } };
}

function regulator(event: ComplaintEvent, from: Transition['from'], to: Transition['to']): Transition {
  return { event, actors: ['regulator'], from, to };
}

/** A regulator that answers has the complaint, whether or not it was seen to fetch it. */
function answering(event: ComplaintEvent, from: readonly CaseState[], to?: CaseState): Transition[] {
  const moved = to === undefined ? {} : { case: to };
  return [
    regulator(event, { case: ['open'], delivery: ['queued'] }, { ...moved, delivery: 'submitted' }),
    regulator(event, { case: from, delivery: ['submitted'] }, moved),
  ];
}
