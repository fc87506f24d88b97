import * as z from 'zod';
import { type SweepDependencies, type SweepOutcome, sweepComplaints } from '#shared/complaint/sweep-complaints.ts';
import type { Log } from '#shared/runtime/log.ts';

/** Shows how much waits and for how long; the alarm on untaken complaints reads it. */
export interface UntakenGauge {
  record(outcome: SweepOutcome): void;
}

export interface SweepComplaintsDependencies extends Omit<SweepDependencies, 'onFailure'> {
  /** All of this deployment: also one that takes from no queue may have taken from one before. */
  readonly regulators: readonly string[];
  readonly gauge: UntakenGauge;
  readonly log: Log;
}

/** A schedule's event has neither; an operator may ask for everything that waits. */
const eventSchema = z.object({ everything: z.boolean().default(false) }).catch({ everything: false });

const mostPerRun = 2000;

/** Schedule, and at start: sends again what no regulator took, and gives back what none will take. */
export function createHandler(deps: SweepComplaintsDependencies) {
  return async (event: unknown): Promise<readonly SweepOutcome[]> => {
    const { everything } = eventSchema.parse(event);
    const outcomes: SweepOutcome[] = [];
    for (const regulator of deps.regulators) {
      const outcome = await sweepComplaints(
        regulator,
        { limit: mostPerRun, everything },
        { ...deps, onFailure: (id, error) => deps.log.error('complaint_not_swept', error, { id, regulator }) },
      );
      deps.gauge.record(outcome);
      deps.log.info('complaints_swept', { ...outcome });
      outcomes.push(outcome);
    }
    const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
    if (failed > 0) {
      throw new Error(`${failed} complaints could not be swept`);
    }
    return outcomes;
  };
}
