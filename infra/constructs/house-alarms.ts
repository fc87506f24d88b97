import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

/** A page of `docs/runbooks/`, without `.md`. */
export type Runbook =
  | 'dead-letters-stream'
  | 'dead-letters-schedule'
  | 'dead-letters-regulator'
  | 'dead-letters-uploads'
  | 'dead-letters-lists'
  | 'call-logs-kept'
  | 'inbound-sms-waiting'
  | 'stream-age'
  | 'complaints-untaken'
  | 'contact-proof-mails'
  | 'function-errors'
  | 'function-throttles'
  | 'http-faults'
  | 'sweep-silent'
  | 'sms-parts-silent'
  | 'sms-replies-not-sent'
  | 'sms-replies-spent'
  | 'export-not-published';

/** How often alarms look. */
export const look = Duration.minutes(5);

interface AlarmSpec {
  /** The first period in which the metric reaches this raises the alarm. */
  readonly reaches?: number;
  /** The metric stayed below this in each of these periods; silence counts as below. */
  readonly staysBelow?: { readonly value: number; readonly periods: number };
  readonly metric: IMetric;
  /** Who is harmed, and how. */
  readonly harm: string;
  readonly runbook: Runbook;
}

/** Alarms that say who is harmed and which page helps, all to one topic. */
export class HouseAlarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, email: string | null) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { displayName: 'Ringfence alarms', enforceSSL: true });
    // A topic with a policy of its own has lost the default one, which let alarms in.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    if (email !== null) {
      this.topic.addSubscription(new EmailSubscription(email));
    }
  }

  add(id: string, { metric, reaches, staysBelow, harm, runbook }: AlarmSpec): void {
    const silence = staysBelow !== undefined;
    const alarm = new Alarm(this, id, {
      metric,
      threshold: staysBelow?.value ?? reaches ?? 1,
      evaluationPeriods: staysBelow?.periods ?? 1,
      comparisonOperator: silence
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: silence ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      alarmDescription: `${harm} Runbook: docs/runbooks/${runbook}.md`,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    alarm.addOkAction(new SnsAction(this.topic));
  }
}
