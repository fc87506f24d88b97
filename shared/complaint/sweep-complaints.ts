import { isUntaken } from './complaint.ts';
import { type SendDependencies, sendPointer } from './send-pointer.ts';

export interface SweepOutcome {
  readonly regulator: string;
  readonly sent: number;
  readonly failed: number;
  /** Of those sent: how long the longest has waited, in seconds; 0 for none. */
  readonly oldestSeconds: number;
  /** The run stopped at its limit; more wait. */
  readonly more: boolean;
}

export interface SweepOptions {
  /** At most so many a run and regulator. */
  readonly limit: number;
  /** All that wait, also those sent a moment ago: for a queue that lost its messages. */
  readonly everything: boolean;
}

const pageSize = 100;
const farAhead = new Date('9999-01-01T00:00:00Z');

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
  const seen = new Set<string>();
  let sent = 0;
  let failed = 0;
  let oldestSeconds = 0;
  for (;;) {
    const due = await deps.outbox.due(regulator, everything ? farAhead : now, Math.min(pageSize, limit) + seen.size);
    const fresh = due.filter(({ id }) => !seen.has(id)).filter(isUntaken);
    for (const complaint of fresh) {
      if (seen.size >= limit) {
        return { regulator, sent, failed, oldestSeconds, more: true };
      }
      seen.add(complaint.id);
      oldestSeconds = Math.max(oldestSeconds, (now.getTime() - Date.parse(complaint.outbox.since)) / 1000);
      try {
        await sendPointer(complaint, deps);
        sent += 1;
      } catch (error) {
        failed += 1;
        deps.onFailure(complaint.id, error);
      }
    }
    if (fresh.length === 0) {
      return { regulator, sent, failed, oldestSeconds, more: false };
    }
  }
}
