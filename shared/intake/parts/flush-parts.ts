import type { InboundSms } from '../gateways/inbound-sms.ts';
import { finishParts, type PartDependencies } from './join-part.ts';
import { joinedMessage } from './joined-message.ts';
import { partWindow } from './part-set.ts';

export interface FlushDependencies extends PartDependencies {
  /** Takes the message as if it had just come in; the same message may come again. */
  readonly receive: (message: InboundSms) => Promise<void>;
  readonly onFailure: (error: unknown) => void;
}

export interface FlushOutcome {
  /** Complete, but left unfinished by a process that died. */
  readonly joined: number;
  /** Parts were missing when their time ran out. */
  readonly partial: number;
  /** Come up again in five minutes. */
  readonly failed: number;
  /** More is due than this run was to look at. */
  readonly more: boolean;
}

const retryAfter = 300_000;

/**
 * Receives what is due: the text messages whose parts did not all come within the hour, and those that are complete but
 * unfinished. One that fails holds up no other. Stops after the page in which it received `limit` messages.
 */
export async function flushParts(deps: FlushDependencies, limit: number): Promise<FlushOutcome> {
  const done = { joined: 0, partial: 0, failed: 0 };
  const now = deps.clock();
  for (let page = await deps.due.page(now); page !== null; page = await deps.due.page(now)) {
    for (const key of page.keys) {
      try {
        const what = await flush(key, now, deps);
        if (what !== null) {
          done[what] += 1;
        }
      } catch (error) {
        await deps.due.add(key, new Date(now.getTime() + retryAfter));
        done.failed += 1;
        deps.onFailure(error);
      }
    }
    await deps.due.passed(page.until);
    if (done.joined + done.partial + done.failed >= limit) {
      return { ...done, more: true };
    }
  }
  return { ...done, more: false };
}

async function flush(key: string, now: Date, deps: FlushDependencies): Promise<'joined' | 'partial' | null> {
  const set = await deps.parts.close(key, new Date(now.getTime() - partWindow));
  if (set === null) {
    return null;
  }
  const message = joinedMessage(set, deps.hash);
  await deps.receive(message);
  await finishParts(set, deps);
  return message.partial ? 'partial' : 'joined';
}
