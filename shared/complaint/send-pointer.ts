import type { Clock } from '#shared/runtime/clock.ts';
import { type Complaint, isUntaken } from './complaint.ts';
import type { ComplaintOutbox, Pointer, PointerQueue } from './ports.ts';

export interface SendDependencies {
  readonly queue: PointerQueue;
  readonly outbox: ComplaintOutbox;
  readonly clock: Clock;
  /** A pointer that nobody took is sent again after this, then after twice as long each time, up to a day. */
  readonly resendAfterMinutes: number;
}

const minute = 60_000;
const longestWait = 24 * 60 * minute;

/** Tells the regulator, then notes it: a cut in between costs a repeat with the same id and version, never a loss. */
export async function sendPointer(
  complaint: Complaint,
  deps: SendDependencies,
  again: 'when_due' | 'in_a_day' = 'when_due',
): Promise<void> {
  await deps.queue.send(complaint.regulator, pointerTo(complaint));
  const at = deps.clock();
  const due = deps.resendAfterMinutes * minute * 2 ** Math.min(complaint.outbox.sends, 20);
  const wait = again === 'in_a_day' ? longestWait : Math.min(longestWait, due);
  await deps.outbox.markSent(complaint.id, complaint.version, { at, sendAfter: new Date(at.getTime() + wait) });
}

/** Sends what the complaint's item, as it came through the stream, still has to say; without a queue, the sweep sees to it. */
export async function sendIfUnsent(complaint: Complaint, deps: SendDependencies): Promise<'sent' | 'nothing_to_send'> {
  const isSent = complaint.outbox.sentVersion === complaint.version;
  if (!isUntaken(complaint) || isSent || !deps.queue.regulators.has(complaint.regulator)) {
    return 'nothing_to_send';
  }
  await sendPointer(complaint, deps);
  return 'sent';
}

/** Throws for a complaint that has nothing to point to. */
function pointerTo(complaint: Complaint): Pointer {
  const { id, version, sha256 } = complaint;
  if (sha256 === null) {
    throw new Error(`complaint ${id} has no document to point to`);
  }
  return { id, version, event: pointerEvent(complaint), sha256, href: complaintHref(id) };
}

function pointerEvent(complaint: Complaint): Pointer['event'] {
  if (complaint.case === 'withdrawn') {
    return 'withdrawn';
  }
  return complaint.taken.length > 0 ? 'corrected' : 'filed';
}

export function complaintHref(id: string): string {
  return `/v1/complaints/${id}`;
}
