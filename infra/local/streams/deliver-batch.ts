import type { InvokeResult } from '../functions/function-definition.ts';
import { batchOutcome } from './batch-outcome.ts';
import type { StreamRecord } from './stream-client.ts';

export interface DeliveryRules {
  readonly reportsFailures: boolean;
  readonly bisects: boolean;
  /** -1: until the record expires. */
  readonly mostRetries: number;
  /** Seconds; -1: until the record expires. */
  readonly oldest: number;
}

/** Why records were given up, with what the on-failure destination is told. */
export interface GivenUp {
  readonly records: readonly StreamRecord[];
  readonly condition: 'RetryAttemptsExhausted' | 'RecordAgeExceeded';
  readonly invocations: number;
  readonly requestId: string;
  readonly functionError: string | null;
}

export interface DeliveryPorts {
  invoke(records: readonly StreamRecord[]): Promise<InvokeResult>;
  giveUp(what: GivenUp): Promise<void>;
  /** Waits before another try; rejects when the local run stops. */
  pause(milliseconds: number): Promise<void>;
  /** Epoch milliseconds. */
  now(): number;
}

/** A stream forgets after a day. */
const LIFETIME_SECONDS = 24 * 3600;
/** The local engine rounds arrival down to the minute. */
const ROUNDING_SECONDS = 60;
const LONGEST_PAUSE = 10_000;

interface Attempt {
  readonly records: readonly StreamRecord[];
  readonly failures: number;
  readonly last: { readonly requestId: string; readonly functionError: string | null };
}

const FRESH = { failures: 0, last: { requestId: '', functionError: null } };

/**
 * Gets a batch processed as an event-source mapping does: tried again with growing pauses from the first record that
 * failed, halved if so set (which uses up no retry), and given up to the on-failure destination when retries or the
 * records' age run out. Resolves when every record is processed or given up; order within the batch is kept.
 */
export async function deliverBatch(
  records: readonly StreamRecord[],
  rules: DeliveryRules,
  ports: DeliveryPorts,
): Promise<void> {
  const oldest = (rules.oldest < 0 ? LIFETIME_SECONDS : rules.oldest) + ROUNDING_SECONDS;
  const waiting: Attempt[] = [{ records, ...FRESH }];

  async function dropOld(attempt: Attempt): Promise<readonly StreamRecord[]> {
    const limit = ports.now() / 1000 - oldest;
    const old = attempt.records.filter((record) => record.arrivedAt < limit);
    if (old.length > 0) {
      await ports.giveUp({
        records: old,
        condition: 'RecordAgeExceeded',
        invocations: attempt.failures,
        ...attempt.last,
      });
    }
    return attempt.records.filter((record) => record.arrivedAt >= limit);
  }

  for (let attempt = waiting.shift(); attempt !== undefined; attempt = waiting.shift()) {
    const fresh = await dropOld(attempt);
    if (fresh.length === 0) {
      continue;
    }
    const result = await ports.invoke(fresh);
    const outcome = batchOutcome(
      result,
      fresh.map((record) => record.sequenceNumber),
      rules.reportsFailures,
    );
    if (outcome.kind === 'done') {
      continue;
    }
    const rest = fresh.slice(outcome.progress);
    const failures = outcome.progress > 0 ? 1 : attempt.failures + 1;
    const last = { requestId: result.requestId, functionError: outcome.functionError };
    if (rules.bisects && outcome.progress === 0 && rest.length > 1) {
      const half = Math.ceil(rest.length / 2);
      const { failures: spent } = attempt;
      waiting.unshift(
        { records: rest.slice(0, half), failures: spent, last },
        { records: rest.slice(half), failures: spent, last },
      );
    } else if (rules.mostRetries >= 0 && failures > rules.mostRetries) {
      await ports.giveUp({ records: rest, condition: 'RetryAttemptsExhausted', invocations: failures, ...last });
      continue;
    } else {
      waiting.unshift({ records: rest, failures, last });
    }
    await ports.pause(Math.min(100 * 2 ** Math.min(failures, 10), LONGEST_PAUSE));
  }
}
