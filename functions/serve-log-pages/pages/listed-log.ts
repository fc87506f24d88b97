import type { HttpResponse } from '#shared/http/message.ts';
import type { OfferedCall } from '#shared/intake/call-logs/offered-call.ts';
import { packCalls } from '#shared/pages/call-logs/carried-calls.ts';
import {
  type Choice,
  choiceAfter,
  choiceFields,
  emptyChoice,
  fixedChoice,
  isTicked,
  listPath,
  readChoice,
  usualChoice,
  withTicks,
} from '#shared/pages/call-logs/choice.ts';
import { type DoneBefore, doneBefore } from '#shared/pages/call-logs/done-before.ts';
import { factsPage } from '#shared/pages/call-logs/facts-page.ts';
import { mostSent } from '#shared/pages/call-logs/reports-path.ts';
import { writeRows } from '#shared/pages/call-logs/row-ranges.ts';
import { type FieldErrors, noErrors } from '#shared/pages/components/error-summary.ts';
import { seeOther } from '#shared/pages/layout.ts';
import { groupCalls } from '../list/call-groups.ts';
import type { LogVisit } from '../words.ts';
import { listView } from './list-view.ts';
import { type ListedLog, withLog } from './with-log.ts';

/** The list as it begins, or as another question interrupted it. */
export const listedLog = withLog((visit, log) => {
  const { query } = visit.request;
  const choice = readChoice(new Map(Object.entries(query)));
  return listView(visit, log, {
    choice: choice ?? emptyChoice,
    number: pageIn(query['page']),
    ...(choice === null ? { errors: new Map([['calls', visit.m.logTicks.lost]]) } : {}),
  });
});

/** What a button of the list asks for: another page, other ticks, or to go on with what is ticked. */
export const choosePage = withLog((visit, log) => {
  const { fields, m } = visit;
  const choice = choiceAfter(visit, log.page.calls);
  const number = pageIn(fields.get('page'));
  if (choice === null) {
    return listView(visit, log, { choice: emptyChoice, number, errors: new Map([['calls', m.logTicks.lost]]) });
  }
  const [go = '', detail = ''] = (visit.switching ? '' : (fields.get('go') ?? '')).split(':', 2);
  switch (go) {
    case 'page':
      return listView(visit, log, { choice, number: pageIn(detail) });
    case 'none':
      return listView(visit, log, { choice: emptyChoice, number });
    case 'usual':
      return listView(visit, log, { choice: usualChoice, number });
    case 'group':
      return listView(visit, log, { choice: flipped(choice, log.page.calls, Number(detail)), number });
    case 'columns':
      return toColumns(visit, log, { choice, number });
    case 'facts':
      return toFacts(visit, log, { choice, number });
    default:
      return listView(visit, log, { choice, number, errors: zoneErrors(visit) });
  }
});

const pageIn = (text = ''): number => Number(/^\d{1,6}$/.exec(text)?.[0] ?? 1);

/** Why the zone was not taken (serve-log-upload sends the form on to here, with its ticks). */
function zoneErrors({ request, m }: LogVisit): FieldErrors {
  const told = new Map([
    ['missing', m.logTicks.missing],
    ['gone', m.logTicks.gone],
    ['tooOften', m.logTicks.tooOften],
    ['tooMany', m.logTicks.tooMany],
  ]).get(request.query['zone'] ?? '');
  return told === undefined ? noErrors : new Map([['zone', told]]);
}

interface Listed {
  readonly choice: Choice;
  readonly number: number;
}

function toColumns(visit: LogVisit, log: ListedLog, { choice, number }: Listed): HttpResponse {
  const { id, part, page } = log;
  const ticks = choiceFields(fixedChoice(choice, page.calls));
  const path = listPath(id, new Map([['part', part], ['page', String(number)], ...ticks]), '/columns');
  return path === null
    ? listView(visit, log, { choice, number, errors: new Map([['calls', visit.m.logTicks.tooMany]]) })
    : seeOther(path);
}

function toFacts(visit: LogVisit, log: ListedLog, { choice, number }: Listed): HttpResponse {
  const { m, language } = visit;
  const before = doneBefore(visit);
  const reported = new Set(before.done);
  const ticked = log.page.calls.filter((call) => isTicked(call, choice) && !reported.has(call.row));
  const most = new Intl.NumberFormat(language).format(mostSent);
  const error =
    ticked.length === 0
      ? m.logList.nothingTicked
      : ticked.length + reported.size > mostSent
        ? m.logList.tooManyTicked(most)
        : null;
  return error === null
    ? chosenCalls(visit, log, ticked, { choice, number, ...before })
    : listView(visit, log, { choice, number, errors: new Map([['calls', error]]) });
}

type ChosenState = Listed & DoneBefore;

/** The questions about chosen calls, as many as one form carries; the others follow. */
export function chosenCalls(
  visit: LogVisit,
  { id, part, page }: ListedLog,
  chosen: readonly OfferedCall[],
  { choice, number, done, refused }: ChosenState,
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
      refused,
      goesOn: part !== '' || page.cursor !== null,
      back: { part, page: String(number), start: choice.start, changed: writeRows(choice.changed) },
    },
    noErrors,
  );
}

/** Ticks all of a group, or none of it if all are ticked; the group is named by one of its rows. */
function flipped(choice: Choice, calls: readonly OfferedCall[], row: number): Choice {
  const group = groupCalls(calls).find((each) => each.calls.some((call) => call.row === row))?.calls ?? [];
  const all = group.every((call) => isTicked(call, choice));
  return withTicks(choice, group, new Set(all ? [] : group.map((call) => call.row)));
}
