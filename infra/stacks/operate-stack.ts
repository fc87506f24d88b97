import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { publishDirectory } from '../constructs/directory.ts';
import { HouseAlarms, look, type Runbook } from '../constructs/house-alarms.ts';
import { mailEvents } from '../constructs/mail-metrics.ts';
import { queuedSmsNotTaken, smsEvents, smsMetric } from '../constructs/sms-metrics.ts';
import type { Settings } from '../settings.ts';
import { gatewaysOn, webhookGatewaysOn } from '../sms-settings.ts';
import type { DataStack } from './data-stack.ts';
import type { Placed, ServiceStack } from './service-stack.ts';

interface OperateStackProps extends StackProps {
  readonly settings: Settings;
  readonly data: DataStack;
  readonly service: ServiceStack;
  /** The public address: the edge's, or the HTTP API's own. */
  readonly apiUrl: string;
}

/** A stream forgets after 24 hours; six remain to act. */
const streamAgeLimit = Duration.hours(18);

/** A person waits for the answer with the telephone in hand. */
const textsMayWait = Duration.minutes(10);

/** What an operator works with: the directory and the alarms. */
export class OperateStack extends Stack {
  readonly #alarms: HouseAlarms;

  constructor(scope: Construct, id: string, { settings, data, service, apiUrl, ...props }: OperateStackProps) {
    super(scope, id, props);
    publishDirectory(this, { settings, data, service, apiUrl });
    new CfnOutput(this, 'Address', { value: apiUrl, description: 'Public address of this Ringfence' });
    this.#alarms = new HouseAlarms(this, 'Alarms', settings.alarmEmail);
    for (const placed of service.placed) {
      this.#watchFunction(placed);
      this.#watchStream(placed, data.streamDeadLetters.get(placed.spec.name));
      this.#watchSchedule(placed, settings);
      this.#watchUploads(placed);
    }
    this.#watchRegulators(data, settings);
    this.#watchInboundSms(data);
    this.#watchReplies(settings);
    this.#watchContactProof(service);
    this.#watchLists(service);
    this.#tellGateways(settings, data, service);
    this.#alarms.add('http-faults', {
      metric: service.api.api.metricServerError({ statistic: Stats.SUM, period: look }),
      harm: 'People and regulators get "internal server error" instead of an answer.',
      runbook: 'http-faults',
    });
  }

  #watchFunction({ spec, built }: Placed): void {
    this.#alarms.add(`${spec.name}-errors`, {
      metric: built.function.metricErrors({ statistic: Stats.SUM, period: look }),
      harm: spec.harm,
      runbook: 'function-errors',
    });
    this.#alarms.add(`${spec.name}-throttles`, {
      metric: built.function.metricThrottles({ statistic: Stats.SUM, period: look }),
      harm: `The account's functions are at their limit. ${spec.harm}`,
      runbook: 'function-throttles',
    });
  }

  #watchStream({ spec, built }: Placed, deadLetters: IQueue | undefined): void {
    if (spec.stream === undefined || deadLetters === undefined) {
      return;
    }
    this.#alarms.add(`${spec.name}-age`, {
      metric: built.function.metric('IteratorAge', { statistic: Stats.MAXIMUM, period: look }),
      reaches: streamAgeLimit.toMilliseconds(),
      harm: `${spec.harm} The stream forgets in six hours.`,
      runbook: 'stream-age',
    });
    this.#watchDeadLetters(spec.name, deadLetters, spec.harm, 'dead-letters-stream');
  }

  #watchUploads({ spec, eventDeadLetters }: Placed): void {
    if (spec.uploads !== undefined && eventDeadLetters !== undefined) {
      this.#watchDeadLetters(spec.name, eventDeadLetters, spec.harm, 'dead-letters-uploads');
    }
  }

  #watchSchedule({ spec, built, eventDeadLetters }: Placed, settings: Settings): void {
    if (spec.everyMinutes === undefined || eventDeadLetters === undefined) {
      return;
    }
    this.#watchDeadLetters(spec.name, eventDeadLetters, spec.harm, 'dead-letters-schedule');
    const hour = { statistic: Stats.SUM, period: Duration.hours(1) };
    const forExport = spec.everyMinutes === 'export';
    this.#alarms.add(`${spec.name}-silent`, {
      metric: new MathExpression({
        label: 'runs without an error',
        expression: 'FILL(runs, 0) - FILL(failures, 0)',
        usingMetrics: { runs: built.function.metricInvocations(hour), failures: built.function.metricErrors(hour) },
        period: hour.period,
      }),
      staysBelow: { value: 1, periods: forExport ? settings.exportEveryHours + 2 : 1 },
      harm: spec.harm,
      runbook: spec.silent ?? 'function-errors',
    });
  }

  #watchRegulators(data: DataStack, settings: Settings): void {
    for (const { id, queue } of data.regulators) {
      // Without a queue too: complaints may wait from the time when there was one.
      this.#alarms.add(`${id}-untaken-by-table`, {
        // Recorded by the sweep, from the table: it knows of complaints whose message the queue has lost.
        metric: new Metric({
          namespace: 'Ringfence',
          metricName: 'OldestUntakenComplaint',
          dimensionsMap: { service: 'sweep-complaints', regulator: id },
          statistic: Stats.MAXIMUM,
          period: Duration.minutes(15),
        }),
        reaches: Duration.hours(settings.untakenAlarmHours).toSeconds(),
        harm: `People's complaints to ${id} were filed and never fetched; their filing windows run.`,
        runbook: 'complaints-untaken',
      });
      if (queue === undefined) {
        continue;
      }
      this.#alarms.add(`${id}-untaken`, {
        metric: queue.queue.metricApproximateAgeOfOldestMessage({ statistic: Stats.MAXIMUM, period: look }),
        reaches: Duration.hours(settings.untakenAlarmHours).toSeconds(),
        harm: `People wait on complaints that ${id} has not taken from its queue; their filing windows run.`,
        runbook: 'complaints-untaken',
      });
      const harm = `The system of ${id} failed on a complaint ten times: somebody's complaint stands still.`;
      this.#watchDeadLetters(id, queue.deadLetters, harm, 'dead-letters-regulator');
    }
  }

  #watchInboundSms({ inboundSms }: DataStack): void {
    if (inboundSms === undefined) {
      return;
    }
    this.#alarms.add('inbound-sms-waiting', {
      metric: inboundSms.queue.metricApproximateAgeOfOldestMessage({ statistic: Stats.MAXIMUM, period: look }),
      reaches: textsMayWait.toSeconds(),
      harm: 'People who forwarded a text get no answer, and their reports are not taken yet.',
      runbook: 'inbound-sms-waiting',
    });
    // A message that comes back is no function error, and after its third time no part of the age above.
    this.#alarms.add('inbound-sms-not-taken', {
      metric: smsMetric(queuedSmsNotTaken),
      harm: "Somebody's text message met a fault of ours and stays on its queue: no report, no answer until it is mended.",
      runbook: 'inbound-sms-waiting',
    });
  }

  #watchReplies({ sms }: Settings): void {
    if (gatewaysOn(sms).length === 0) {
      return;
    }
    this.#alarms.add('sms-replies-spent', {
      metric: smsMetric(smsEvents.spent),
      harm: "People who forward a text get no answer until midnight UTC: the day's budget of replies is spent.",
      runbook: 'sms-replies-spent',
    });
    this.#alarms.add('sms-replies-not-sent', {
      metric: smsMetric(smsEvents.notSent),
      reaches: 5,
      harm: 'People who forwarded a text wait for an answer that their gateway did not take from us.',
      runbook: 'sms-replies-not-sent',
    });
  }

  #watchContactProof({ contactProof }: ServiceStack): void {
    if (contactProof === undefined) {
      return;
    }
    const waits = 'People who complained and asked for the link that proves their address';
    this.#watchDeadLetters(
      'contact-proof',
      contactProof.deadLetters,
      `${waits} did not get it: sending failed five times.`,
      'contact-proof-mails',
    );
    this.#alarms.add('contact-proof-spent', {
      metric: smsMetric(mailEvents.spent),
      harm: `${waits} get none until midnight UTC: the day's budget of mails is spent.`,
      runbook: 'contact-proof-mails',
    });
    this.#alarms.add('contact-proof-lost', {
      metric: smsMetric(mailEvents.lost),
      reaches: 5,
      harm: `${waits} may not get it: SES refused the mails, or did not say whether it took them.`,
      runbook: 'contact-proof-mails',
    });
  }

  #watchLists({ listQueues }: ServiceStack): void {
    const harm = 'A do-not-call list that was uploaded does not answer: reports of people are judged by an older one.';
    this.#watchDeadLetters('list-files', listQueues.files.deadLetters, harm, 'dead-letters-lists');
    this.#watchDeadLetters('list-areas', listQueues.areas.deadLetters, harm, 'dead-letters-lists');
  }

  /** What an operator enters at each gateway. */
  #tellGateways({ sms }: Settings, { inboundSms }: DataStack, { webhookUrl }: ServiceStack): void {
    for (const name of webhookGatewaysOn(sms)) {
      new CfnOutput(this, `Webhook-${name}`, {
        value: `${webhookUrl}/v1/sms/${name}`,
        description: `Webhook for inbound messages of ${name}`,
      });
    }
    if (inboundSms !== undefined) {
      const { topic, channelRole } = inboundSms;
      new CfnOutput(this, 'TwoWayChannelArn', { value: topic.topicArn, description: 'twoWay.channelArn of a number' });
      new CfnOutput(this, 'TwoWayChannelRole', {
        value: channelRole.roleArn,
        description: 'twoWay.channelRole of a number',
      });
    }
  }

  #watchDeadLetters(name: string, queue: IQueue, harm: string, runbook: Runbook): void {
    const metric: IMetric = queue.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM, period: look });
    this.#alarms.add(`${name}-dead-letters`, { metric, harm, runbook });
  }
}
