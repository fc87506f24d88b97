import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { UntakenGauge } from './handler.ts';

/** CloudWatch metrics by regulator: `OldestUntakenComplaint` (seconds), `UntakenComplaints` and `ResentComplaints`. */
export function untakenGauge(): UntakenGauge {
  const metrics = new Metrics();
  return {
    record({ regulator, sent, waiting, oldestSeconds }) {
      metrics.addDimension('regulator', regulator);
      metrics.addMetric('OldestUntakenComplaint', MetricUnit.Seconds, oldestSeconds);
      metrics.addMetric('UntakenComplaints', MetricUnit.Count, waiting);
      metrics.addMetric('ResentComplaints', MetricUnit.Count, sent);
      metrics.publishStoredMetrics();
    },
  };
}
