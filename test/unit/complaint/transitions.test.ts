import { describe, expect, test } from 'vitest';
import {
  type Actor,
  actors,
  type CaseState,
  type ComplaintEvent,
  type Completeness,
  caseStates,
  complaintEvents,
  type DeliveryState,
  deliveryStates,
} from '#shared/complaint/lifecycle.ts';
import { transition, transitions } from '#shared/complaint/transitions.ts';

const guards = [undefined, 'incomplete', 'for_queue', 'for_citizen'] as const satisfies (Completeness | undefined)[];

// The specification, written out once more by hand: `case/delivery event actor [guard]` → `case/delivery`.
const specification: Readonly<Record<string, string>> = Object.fromEntries(
  `
none/none drafted system incomplete           -> open/incomplete
none/none drafted system for_queue            -> open/queued
none/none drafted system for_citizen          -> open/handed_over
open/incomplete completed system for_queue    -> open/queued
open/incomplete completed system for_citizen  -> open/handed_over
open/incomplete corrected system incomplete   -> open/incomplete
open/queued corrected system incomplete       -> open/incomplete
open/queued corrected system for_queue        -> open/queued
open/handed_over corrected system incomplete  -> open/incomplete
open/handed_over corrected system for_citizen -> open/handed_over
open/submitted corrected system *             -> open/submitted
acknowledged/submitted corrected system *     -> acknowledged/submitted
decided/submitted corrected system *          -> decided/submitted
refused/submitted corrected system *          -> refused/submitted
withdrawn/incomplete refiled system incomplete   -> open/incomplete
withdrawn/incomplete refiled system for_queue    -> open/queued
withdrawn/incomplete refiled system for_citizen  -> open/handed_over
withdrawn/queued refiled system incomplete       -> open/incomplete
withdrawn/queued refiled system for_queue        -> open/queued
withdrawn/queued refiled system for_citizen      -> open/handed_over
withdrawn/handed_over refiled system incomplete  -> open/incomplete
withdrawn/handed_over refiled system for_queue   -> open/queued
withdrawn/handed_over refiled system for_citizen -> open/handed_over
withdrawn/submitted refiled system for_queue     -> open/submitted
open/queued handed_back system *              -> open/handed_over
open/incomplete withdrawn system|reporter *        -> withdrawn/incomplete
open/queued withdrawn system|reporter *            -> withdrawn/queued
open/handed_over withdrawn system|reporter *       -> withdrawn/handed_over
open/submitted withdrawn system|reporter *         -> withdrawn/submitted
acknowledged/submitted withdrawn system|reporter * -> withdrawn/submitted
decided/submitted withdrawn system|reporter *      -> withdrawn/submitted
refused/submitted withdrawn system|reporter *      -> withdrawn/submitted
open/queued taken regulator *            -> open/submitted
open/submitted taken regulator *         -> open/submitted
acknowledged/submitted taken regulator * -> acknowledged/submitted
decided/submitted taken regulator *      -> decided/submitted
refused/submitted taken regulator *      -> refused/submitted
withdrawn/submitted taken regulator *    -> withdrawn/submitted
open/queued acknowledged regulator *            -> acknowledged/submitted
open/submitted acknowledged regulator *         -> acknowledged/submitted
acknowledged/submitted acknowledged regulator * -> acknowledged/submitted
open/queued decided regulator *            -> decided/submitted
open/submitted decided regulator *         -> decided/submitted
acknowledged/submitted decided regulator * -> decided/submitted
decided/submitted decided regulator *      -> decided/submitted
open/queued refused regulator *            -> refused/submitted
open/submitted refused regulator *         -> refused/submitted
acknowledged/submitted refused regulator * -> refused/submitted
refused/submitted refused regulator *      -> refused/submitted
open/queued extended regulator *            -> open/submitted
open/submitted extended regulator *         -> open/submitted
acknowledged/submitted extended regulator * -> acknowledged/submitted
`
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [left = '', to = ''] = line.split('->').map((part) => part.trim());
      const [from = '', event = '', who = '', guard = ''] = left.split(' ');
      return who
        .split('|')
        .flatMap((actor) =>
          (guard === '*' ? guards : [guard]).map((each) => [`${from} ${event} ${actor} ${each ?? ''}`.trim(), to]),
        );
    }),
);

describe('every state, event, actor and guard', () => {
  const cells = caseStates.flatMap((state) =>
    deliveryStates.flatMap((delivery) =>
      complaintEvents.flatMap((event) =>
        actors.flatMap((actor) => guards.map((guard) => ({ state, delivery, event, actor, guard }))),
      ),
    ),
  );

  test('there are 3,960 of them', () => {
    expect(cells).toHaveLength(caseStates.length * deliveryStates.length * complaintEvents.length * 3 * 4);
    expect(cells).toHaveLength(3960);
  });

  test('each moves as specified, and what is not specified is refused', () => {
    const wrong = cells.flatMap(({ state, delivery, event, actor, guard }) => {
      const key = `${state}/${delivery} ${event} ${actor} ${guard ?? ''}`.trim();
      const to = moved(state, delivery, event, actor, guard);
      return to === specification[key] ? [] : [`${key}: ${to}, not ${specification[key]}`];
    });
    expect(wrong).toEqual([]);
  });
});

test('no two rows of the table fit the same move', () => {
  const fitting = (
    state: CaseState,
    delivery: DeliveryState,
    event: ComplaintEvent,
    actor: Actor,
    guard?: Completeness,
  ) =>
    transitions.filter(
      (row) =>
        row.event === event &&
        row.actors.includes(actor) &&
        row.from.case.includes(state) &&
        row.from.delivery.includes(delivery) &&
        (row.guard === undefined || row.guard === guard),
    ).length;
  for (const state of caseStates) {
    for (const delivery of deliveryStates) {
      for (const event of complaintEvents) {
        for (const actor of actors) {
          for (const guard of guards) {
            expect(fitting(state, delivery, event, actor, guard)).toBeLessThanOrEqual(1);
          }
        }
      }
    }
  }
});

test('no regulator event moves a case backwards', () => {
  const rank: Readonly<Record<CaseState, number>> = {
    none: 0,
    open: 1,
    acknowledged: 2,
    decided: 3,
    refused: 3,
    withdrawn: 4,
  };
  for (const state of caseStates) {
    for (const delivery of deliveryStates) {
      for (const event of complaintEvents) {
        const next = transition({ case: state, delivery }, { event, actor: 'regulator' });
        expect(next === null || rank[next.case] >= rank[state]).toBe(true);
      }
    }
  }
});

function moved(
  state: CaseState,
  delivery: DeliveryState,
  event: ComplaintEvent,
  actor: Actor,
  completeness: Completeness | undefined,
): string | undefined {
  const next = transition(
    { case: state, delivery },
    { event, actor, ...(completeness === undefined ? {} : { completeness }) },
  );
  return next === null ? undefined : `${next.case}/${next.delivery}`;
}
