import type { HttpResponse } from '#shared/http/message.ts';
import { type CarriedCall, unpackCalls } from '#shared/pages/call-logs/carried-calls.ts';
import { doneBefore } from '#shared/pages/call-logs/done-before.ts';
import { type ChosenCalls, factsPage } from '#shared/pages/call-logs/facts-page.ts';
import { goneLogPage, isLogId, logForm, rowKey } from '#shared/pages/call-logs/log-page.ts';
import { mostSent, reportsPath, type SentRows } from '#shared/pages/call-logs/reports-path.ts';
import { readRows } from '#shared/pages/call-logs/row-ranges.ts';
import { readSharedFacts, type SharedFacts } from '#shared/pages/call-logs/shared-facts.ts';
import { noErrors } from '#shared/pages/components/error-summary.ts';
import { openSent, tokenErrors } from '#shared/pages/form-guard.ts';
import { seeOther } from '#shared/pages/layout.ts';
import { takeWithinAllowance } from '#shared/report/allowance/take-within-allowance.ts';
import type { ReportsPage, ReportsVisit } from './words.ts';

/** Reports that are taken at the same time. */
const atOnce = 10;

/**
 * Takes the calls of the form, each under a key of its own log and row: sent twice, gone back to or reloaded, they are the
 * same reports. Then the same form goes on to `next`, which knows what follows.
 */
export const takeCalls: ReportsPage = async (visit) => {
  const id = visit.request.parameters['id'] ?? '';
  const calls = unpackCalls(visit.fields.get('calls') ?? '');
  const token = openSent(visit, logForm(id));
  // No page of this log sent it: a good token is not to be had for an invented one.
  if (!isLogId(id) || calls === null || token.kind === 'not_ours') {
    return goneLogPage(visit);
  }
  const chosen = chosenIn(visit, id, calls);
  if (visit.switching) {
    return factsPage(visit, chosen, noErrors);
  }
  if (token.kind === 'expired') {
    return factsPage(visit, chosen, tokenErrors(visit, token.kind));
  }
  const read = readSharedFacts(visit);
  if (read.kind === 'wrong') {
    return factsPage(visit, chosen, read.errors);
  }
  const taken = await takeAll(visit, id, calls, read.facts);
  const { left } = taken;
  const refused = chosen.refused + taken.refused;
  visit.deps.log.info('log_reports_taken', { taken: taken.rows.length, refused: taken.refused, left });
  const rows = [...chosen.done, ...taken.rows];
  return left === 0 ? sendOn(visit, id, { rows, refused }) : untilTomorrow(visit, chosen, { ...taken, rows, refused });
};

interface Taken {
  readonly rows: readonly number[];
  readonly refused: number;
  /** Calls for which the line has no room today, and the seconds until it has. */
  readonly left: number;
  readonly retryAfterSeconds: number;
}

/** The browser sends the same form once more, to the next address (RFC 9110, 15.4.8). */
function sendOn({ deps }: ReportsVisit, id: string, taken: SentRows): HttpResponse {
  return { ...seeOther(reportsPath(deps.formHash, id, 'next', taken)), status: 307 };
}

/** The log stays, for what is left of it; before anything was taken the form does, too. */
function untilTomorrow(visit: ReportsVisit, chosen: ChosenCalls, taken: Taken): HttpResponse {
  const { rows, refused, left, retryAfterSeconds } = taken;
  if (rows.length > 0) {
    const sent = { rows, refused, left: left + chosen.rest.length, kept: true };
    return seeOther(reportsPath(visit.deps.formHash, chosen.id, 'reports', sent));
  }
  const usedUp = visit.m.errors.usedUp(Math.ceil(retryAfterSeconds / 3600));
  const page = factsPage(visit, chosen, new Map([['', usedUp]]));
  return { ...page, status: 429, headers: { ...page.headers, 'retry-after': String(retryAfterSeconds) } };
}

async function takeAll(
  { deps }: ReportsVisit,
  id: string,
  calls: readonly CarriedCall[],
  facts: SharedFacts,
): Promise<Taken> {
  const rows: number[] = [];
  let refused = 0;
  let left = 0;
  let retryAfterSeconds = 0;
  for (let at = 0; at < calls.length; at += atOnce) {
    await Promise.all(
      calls.slice(at, at + atOnce).map(async ({ row, report }) => {
        const input = { ...report, ...facts };
        const outcome = await takeWithinAllowance(
          { input, channel: 'web', contactProof: 'none', idempotencyKey: rowKey(id, row) },
          deps,
        );
        switch (outcome.kind) {
          case 'taken':
          case 'repeated':
          // Reported before, with other answers: its receipt is the way to correct it.
          case 'key_reused':
            rows.push(row);
            break;
          case 'refused':
            refused += 1;
            break;
          case 'too_many':
            left += 1;
            retryAfterSeconds = outcome.retryAfterSeconds;
            break;
        }
      }),
    );
  }
  return { rows, refused, left, retryAfterSeconds };
}

function chosenIn({ fields }: ReportsVisit, id: string, calls: readonly CarriedCall[]): ChosenCalls {
  const text = (name: string) => fields.get(name) ?? '';
  return {
    id,
    calls,
    packed: text('calls'),
    rest: readRows(text('rest'), mostSent) ?? [],
    ...doneBefore({ fields }),
    goesOn: text('goesOn') === 'yes',
    back: { part: text('part'), page: text('page'), start: text('start'), changed: text('changed') },
  };
}
