import { repeatedField } from '#shared/http/form-body.ts';
import type { HttpResponse } from '#shared/http/message.ts';
import type { OfferedCall } from '#shared/intake/call-logs/offered-call.ts';
import { packCalls } from '#shared/pages/call-logs/carried-calls.ts';
import { factsPage } from '#shared/pages/call-logs/facts-page.ts';
import { readRows, writeRows } from '#shared/pages/call-logs/row-ranges.ts';
import { noErrors } from '#shared/pages/components/error-summary.ts';
import { groupCalls } from '../list/call-groups.ts';
import { type Choice, emptyChoice, isTicked, readChoice, usualChoice, withTicks } from '../list/choice.ts';
import type { LogVisit } from '../words.ts';
import { listView } from './list-view.ts';
import { type ListedLog, withLog } from './with-log.ts';

/** As many reports as the address of their receipts can name. */
const mostTicked = 1000;

/** The list as it begins, or as another question interrupted it. */
export const listedLog = withLog((visit, log) => {
  const { query } = visit.request;
  const choice = readChoice(new Map(Object.entries(query))) ?? usualChoice;
  return listView(visit, log, { choice, number: 1 });
});

/** What a button of the list asks for: another page, other ticks, or to go on with what is ticked. */
export const choosePage = withLog((visit, log) => {
  const { fields, m, language } = visit;
  const choice = choiceAfter(visit, log.page.calls);
  const number = Number(/^\d{1,6}$/.exec(fields.get('page') ?? '')?.[0] ?? 1);
  const [go = '', detail = ''] = (visit.switching ? '' : (fields.get('go') ?? '')).split(':', 2);
  switch (go) {
    case 'page':
      return listView(visit, log, { choice, number: Number(/^\d{1,6}$/.exec(detail)?.[0] ?? 1) });
    case 'none':
      return listView(visit, log, { choice: emptyChoice, number });
    case 'usual':
      return listView(visit, log, { choice: usualChoice, number });
    case 'group':
      return listView(visit, log, { choice: flipped(choice, log.page.calls, Number(detail)), number });
    case 'facts': {
      const ticked = log.page.calls.filter((call) => isTicked(call, choice));
      const most = new Intl.NumberFormat(language).format(mostTicked);
      const error =
        ticked.length === 0 ? m.log.nothingTicked : ticked.length > mostTicked ? m.log.tooManyTicked(most) : null;
      return error === null
        ? chosenCalls(visit, log, ticked, { choice, number, done: [] })
        : listView(visit, log, { choice, number, errors: new Map([['calls', error]]) });
    }
    default:
      return listView(visit, log, { choice, number });
  }
});

interface ChosenState {
  readonly choice: Choice;
  readonly number: number;
  /** Rows that were reported before these. */
  readonly done: readonly number[];
}

/** The questions about chosen calls, as many as one form carries; the others follow. */
export function chosenCalls(
  visit: LogVisit,
  { id, part, page }: ListedLog,
  chosen: readonly OfferedCall[],
  { choice, number, done }: ChosenState,
): HttpResponse {
  const packed = packCalls(chosen);
  return factsPage(
    visit,
    {
      id,
      calls: chosen.slice(0, packed.count),
      packed: packed.text,
      rest: chosen.slice(packed.count).map(({ row }) => row),
      done,
      goesOn: part !== '' || page.cursor !== null,
      back: { part, page: String(number), start: choice.start, changed: writeRows(choice.changed) },
    },
    noErrors,
  );
}

function choiceAfter({ request, fields }: LogVisit, calls: readonly OfferedCall[]): Choice {
  const before = readChoice(fields) ?? usualChoice;
  const shown = new Set(readRows(fields.get('shown') ?? '', mostTicked) ?? []);
  const ticked = new Set(repeatedField(request, 'row').map(Number));
  return withTicks(
    before,
    calls.filter(({ row }) => shown.has(row)),
    ticked,
  );
}

/** Ticks all of a group, or none of it if all are ticked; the group is named by one of its rows. */
function flipped(choice: Choice, calls: readonly OfferedCall[], row: number): Choice {
  const group = groupCalls(calls).find((each) => each.calls.some((call) => call.row === row))?.calls ?? [];
  const all = group.every((call) => isTicked(call, choice));
  return withTicks(choice, group, new Set(all ? [] : group.map((call) => call.row)));
}
