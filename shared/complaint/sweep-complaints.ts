import { type Complaint, isUntaken } from './complaint.ts';
import { handedBack } from './hand-back.ts';
import type { ComplaintStore } from './ports.ts';
import { type SendDependencies, sendPointer } from './send-pointer.ts';

export interface SweepOutcome {
  readonly regulator: string;
  readonly sent: number;
  /** Given back to their reporters, because the regulator takes nothing from a queue any more. */
  readonly handedBack: number;
  readonly failed: number;
  /** All that wait after this run, due or not. */
  readonly waiting: number;
  /** How long the longest of them has waited, in seconds; 0 for none. */
  readonly oldestSeconds: number;
}

export interface SweepOptions {
  /** Looks at no more a run and regulator. Those due longest come first, so nothing starves behind it. */
  readonly limit: number;
  /**
   * Also those sent a moment ago: for a queue that lost its messages. What such a run sends comes up again after a day,
   * so further runs go on where it ended.
   */
  readonly everything: boolean;
}

export interface SweepDependencies extends SendDependencies {
  readonly complaints: Pick<ComplaintStore, 'save'>;
  readonly onFailure: (id: string, error: unknown) => void;
}

/**
 * Sends again what was never taken, so that nothing depends on a queue's memory or on a stream's, and gives back what
 * lies where nobody reads. One that fails stays due for the next run and holds up no other.
 */
export async function sweepComplaints(
  regulator: string,
  { limit, everything }: SweepOptions,
  deps: SweepDependencies,
): Promise<SweepOutcome> {
  const now = deps.clock();
  const waiting = (await deps.outbox.waiting(regulator, limit)).filter(isUntaken);
  const done = { sent: 0, handedBack: 0, failed: 0 };
  const each = async (complaints: readonly Complaint[], work: (complaint: Complaint) => Promise<void>) => {
    for (const complaint of complaints) {
      try {
        await work(complaint);
      } catch (error) {
        done.failed += 1;
        deps.onFailure(complaint.id, error);
      }
    }
  };
  if (deps.queue.regulators.has(regulator)) {
    const due = waiting.filter(({ outbox }) => everything || outbox.sendAfter <= now.toISOString());
    await each(due, async (complaint) => {
      await sendPointer(complaint, deps, everything ? 'in_a_day' : 'when_due');
      done.sent += 1;
    });
  } else {
    await each(waiting, async (complaint) => {
      const next = handedBack(complaint, now);
      // Changed meanwhile: the next run looks at it as it is then.
      if (next !== null && (await deps.complaints.save(next, complaint.edit)) === 'saved') {
        done.handedBack += 1;
      }
    });
  }
  const { count, since } = await deps.outbox.backlog(regulator);
  const oldestSeconds = since === null ? 0 : Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / 1000));
  return { regulator, ...done, waiting: count, oldestSeconds };
}
