import { isUntaken } from './complaint.ts';
import { type SendDependencies, sendPointer } from './send-pointer.ts';

export interface SweepOutcome {
  readonly regulator: string;
  readonly sent: number;
  readonly failed: number;
  /** All that wait, due or not, as far as this run saw. */
  readonly waiting: number;
  /** How long the longest of them has waited, in seconds; 0 for none. */
  readonly oldestSeconds: number;
}

export interface SweepOptions {
  /** At most so many a run and regulator. Those due longest come first, so nothing starves behind it. */
  readonly limit: number;
  /** Also those sent a moment ago: for a queue that lost its messages. */
  readonly everything: boolean;
}

/**
 * Sends again what was never taken, so that nothing depends on a queue's memory or on a stream's. One that cannot be sent
 * stays due for the next run and holds up no other.
 */
export async function sweepComplaints(
  regulator: string,
  { limit, everything }: SweepOptions,
  deps: SendDependencies & { readonly onFailure: (id: string, error: unknown) => void },
): Promise<SweepOutcome> {
  const now = deps.clock();
  const waiting = (await deps.outbox.waiting(regulator, limit)).filter(isUntaken);
  const due = waiting.filter(({ outbox }) => everything || outbox.sendAfter <= now.toISOString());
  let failed = 0;
  for (const complaint of due) {
    try {
      await sendPointer(complaint, deps);
    } catch (error) {
      failed += 1;
      deps.onFailure(complaint.id, error);
    }
  }
  const since = waiting.map(({ outbox }) => Date.parse(outbox.since));
  return {
    regulator,
    sent: due.length - failed,
    failed,
    waiting: waiting.length,
    oldestSeconds: Math.max(0, ...since.map((start) => Math.floor((now.getTime() - start) / 1000))),
  };
}
