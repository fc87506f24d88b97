import { withdrawReport } from '#shared/report/amend-report.ts';
import type { Report } from '#shared/report/report.ts';
import type { MessageKey } from './conversation.ts';
import type { Incoming } from './incoming.ts';
import type { KeepDependencies } from './keep-step.ts';
import { mergeReport } from './merge-report.ts';
import { reportIdOfMessage, type Told, takeOwnReport, toldBy } from './own-report.ts';
import type { MergeReply, Pending } from './ports.ts';

/**
 * Does what was kept to be done, once or again. Where the other report cannot take what the message told, the message has
 * a report of its own; where it can, one that an earlier try made goes. Null for every delivery but the one that is the
 * first to finish, which replies.
 */
export async function finishMerge(
  { merge, reply }: Pending,
  incoming: Incoming,
  deps: KeepDependencies,
): Promise<{ readonly report: Report | null; readonly reply: MergeReply | null } | null> {
  const { key } = incoming.arrival;
  const told = toldFor(incoming, merge.kind === 'name_sender');
  let outcome = await mergeReport(merge, told, deps);
  let own: Report | null = null;
  if (outcome.kind === 'apart' && told !== null) {
    own = await takeOwnReport(told, { ...incoming, key }, deps);
    // Another delivery may have merged meanwhile, and found no report of its own to withdraw.
    outcome = await mergeReport(merge, told, deps);
  }
  const replaced = outcome.kind === 'merged' && merge.kind !== 'withdraw';
  if (replaced) {
    await withdrawOwn(key, deps);
    own = null;
  }
  if (!(await deps.conversations.finish(key, { replaced }))) {
    return null;
  }
  return own === null
    ? { report: outcome.kind === 'merged' ? outcome.report : null, reply }
    : { report: own, reply: reply === null ? null : { ...reply, of: key } };
}

/** A name alone is a forwarded text, until it is the answer to a question. */
function toldFor({ reading }: Incoming, answers: boolean): Told | null {
  return answers && reading.kind === 'text' && reading.couldBeSender !== undefined
    ? toldBy({ kind: 'sender', ...reading.couldBeSender })
    : toldBy(reading);
}

/** Left by a delivery that read an older conversation, and lost or died. Nobody was told its receipt. */
export async function withdrawOwn(key: MessageKey, deps: KeepDependencies): Promise<void> {
  const id = reportIdOfMessage(deps, key);
  if ((await deps.reports.get(id)) === null) {
    return;
  }
  if ((await withdrawReport(id, deps)).kind === 'busy') {
    throw new Error('a report that another one replaces is being changed all the time');
  }
}
