import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type IFilterPattern } from 'aws-cdk-lib/aws-logs';
import { look } from './house-alarms.ts';

interface CountedEvent {
  readonly metricName: string;
  readonly pattern: IFilterPattern;
}

/** A log line of that name. */
export const event = (name: string) => FilterPattern.stringValue('$.message', '=', name);

/** `take-queued-sms` logs it: a message met a fault and stays on its queue (docs/adr/0013). */
export const queuedSmsNotTaken = {
  metricName: 'QueuedSmsNotTaken',
  pattern: event('sms_not_taken'),
} as const satisfies CountedEvent;

/** What functions log about replies that people do not get (shared/intake/take-message.ts, send-reply.ts). */
export const smsEvents = {
  /** The day's budget of replies is spent. */
  spent: {
    metricName: 'SmsRepliesSpent',
    pattern: FilterPattern.all(event('sms_taken'), FilterPattern.stringValue('$.silence', '=', 'daily_budget')),
  },
  /** The gateway did not take a reply. */
  notSent: { metricName: 'SmsRepliesNotSent', pattern: event('sms_reply_not_sent') },
} as const satisfies Record<string, CountedEvent>;

/** Of all functions that count it, together. */
export function smsMetric({ metricName }: CountedEvent): Metric {
  return new Metric({ namespace: 'Ringfence', metricName, statistic: Stats.SUM, period: look });
}
