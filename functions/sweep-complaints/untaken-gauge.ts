import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { UntakenGauge } from './handler.ts';

/** CloudWatch metrics by regulator: `ComplaintsResent`, `ComplaintsNotSent` and `OldestUntakenComplaint` (seconds). */
export function untakenGauge(): UntakenGauge {
  const metrics = new Metrics();
  return {
    record({ regulator, sent, failed, oldestSeconds }) {
      const one = metrics.singleMetric();
      one.addDimension('regulator', regulator);
      one.addMetric('ComplaintsResent', MetricUnit.Count, sent);
      for (const [name, unit, value] of [
        ['ComplaintsNotSent', MetricUnit.Count, failed],
        ['OldestUntakenComplaint', MetricUnit.Seconds, oldestSeconds],
      ] as const) {
        const another = metrics.singleMetric();
        another.addDimension('regulator', regulator);
        another.addMetric(name, unit, value);
      }
    },
  };
}
