import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { at, defaultSettings, fullSettings, mentions, ofType, type Resource, synthesise } from './synthesised.ts';

const resources = synthesise(fullSettings);
const alarms = ofType(resources, 'AWS::CloudWatch::Alarm');
const runbook = /Runbook: (docs\/runbooks\/[a-z-]+\.md)$/;

const alarmsOn = (metric: string, { id }: Resource) =>
  alarms.filter(
    ({ properties }) =>
      mentions(properties['Dimensions'] ?? properties['Metrics'] ?? [], id) && mentions(properties, `"${metric}"`),
  );

/** What functions log and a metric counts: its name and the pattern of the event. */
const filters = ofType(resources, 'AWS::Logs::MetricFilter').map(({ properties }) => [
  at(properties, 'MetricTransformations', 0, 'MetricName'),
  properties['FilterPattern'],
]);

describe('alarms', () => {
  it.each(alarms.map((alarm) => [alarm.id, alarm] as const))(
    '%s says who is harmed and links its runbook',
    (_, alarm) => {
      const description = String(alarm.properties['AlarmDescription']);
      const [, page] = runbook.exec(description) ?? [];
      expect(page).toBeDefined();
      expect(existsSync(String(page)), page).toBe(true);
      const harm = description.replace(runbook, '');
      expect(harm).toMatch(/people|regulator|somebody|programs|complaint/i);
      expect(at(alarm.properties, 'AlarmActions', 0)).toBeDefined();
    },
  );

  it('leave no runbook without an alarm', () => {
    const linked = alarms.map(({ properties }) => runbook.exec(String(properties['AlarmDescription']))?.[1]);
    const pages = readdirSync('docs/runbooks').map((name) => `docs/runbooks/${name}`);
    expect(new Set(linked)).toEqual(new Set(pages.filter((page) => !page.endsWith('README.md'))));
  });

  it('watch every dead-letter queue from the first message', () => {
    const targets = resources.filter(({ type }) => type !== 'AWS::SQS::Queue');
    const all = ofType(resources, 'AWS::SQS::Queue');
    const deadLetterQueues = all.filter(({ id }) => /dead-?letters/i.test(id));
    // Whatever is a destination for failures is in that list, whatever its name.
    const destinations = all.filter(({ id }) =>
      [...targets, ...all].some(({ properties: p }) =>
        [p['RedrivePolicy'], p['DestinationConfig'], p['DeadLetterConfig']].some(
          (value) => value !== undefined && mentions(value, id),
        ),
      ),
    );
    expect(deadLetterQueues).toEqual(destinations);
    for (const queue of deadLetterQueues) {
      const [alarm] = alarmsOn('ApproximateNumberOfMessagesVisible', queue);
      expect(alarm?.properties, queue.id).toMatchObject({ Threshold: 1, EvaluationPeriods: 1 });
    }
  });

  it('watch the age of every stream consumer, six hours before the stream forgets', () => {
    const streams = ofType(resources, 'AWS::Lambda::EventSourceMapping').filter(
      ({ properties }) => properties['StartingPosition'] !== undefined,
    );
    expect(streams).toHaveLength(3);
    for (const { properties } of streams) {
      const consumer = ofType(resources, 'AWS::Lambda::Function').find(({ id }) =>
        mentions(properties['FunctionName'], id),
      );
      const found = consumer === undefined ? [] : alarmsOn('IteratorAge', consumer);
      expect(found.map((alarm) => alarm.properties['Threshold'])).toEqual([18 * 3600 * 1000]);
    }
  });

  it.each(['Errors', 'Throttles'])('watch the %s of every function', (metric) => {
    for (const target of ofType(resources, 'AWS::Lambda::Function')) {
      const found = alarmsOn(metric, target).filter(({ properties }) => properties['Dimensions'] !== undefined);
      expect(found, target.id).toHaveLength(1);
    }
  });

  it('watch complaints that a regulator does not take', () => {
    const queues = ofType(resources, 'AWS::SQS::Queue').filter(({ id }) => /complaintsQueue/.test(id));
    for (const queue of queues) {
      const [alarm] = alarmsOn('ApproximateAgeOfOldestMessage', queue);
      expect(alarm?.properties['Threshold']).toBe(fullSettings.untakenAlarmHours * 3600);
    }
  });

  it('watch replies that people do not get, by events that the functions log', () => {
    const metrics = ['SmsRepliesSpent', 'SmsRepliesNotSent'];
    const watched = alarms
      .map(({ properties }) => properties['MetricName'])
      .filter((name) => metrics.includes(String(name)));
    expect(watched.toSorted()).toEqual(metrics.toSorted());
    const ofReplies = filters.filter(([name]) => metrics.includes(String(name)));
    // Three functions take text messages.
    expect(ofReplies).toHaveLength(6);
    expect(Object.fromEntries(ofReplies)).toEqual({
      SmsRepliesSpent: '{ ($.message = "sms_taken") && ($.silence = "daily_budget") }',
      SmsRepliesNotSent: '{ $.message = "sms_reply_not_sent" }',
    });
    expect(readFileSync('shared/intake/take-message.ts', 'utf8')).toMatch(/'sms_taken', \{[^}]*silence/);
    expect(readFileSync('shared/intake/send-reply.ts', 'utf8')).toContain("'sms_reply_not_sent'");
    expect(readFileSync('shared/intake/dialogue/step.ts', 'utf8')).toContain("'daily_budget'");
  });

  it('watch text messages that wait: a person has the telephone in hand', () => {
    const [queue] = ofType(resources, 'AWS::SQS::Queue').filter(({ id }) => /^InboundSmsQueue/.test(id));
    const [alarm] = queue === undefined ? [] : alarmsOn('ApproximateAgeOfOldestMessage', queue);
    expect(alarm?.properties).toMatchObject({ Threshold: 600, EvaluationPeriods: 1 });
  });

  it('watch text messages that meet a fault, which no metric of SQS or Lambda shows, from the first', () => {
    const metric = 'QueuedSmsNotTaken';
    expect(filters.filter(([name]) => name === metric)).toEqual([[metric, '{ $.message = "sms_not_taken" }']]);
    const [filter] = ofType(resources, 'AWS::Logs::MetricFilter').filter(({ properties }) =>
      mentions(properties, metric),
    );
    expect(mentions(filter?.properties['LogGroupName'], 'takequeuedsms')).toBe(true);
    const [alarm] = alarms.filter(({ properties }) => properties['MetricName'] === metric);
    expect(alarm?.properties).toMatchObject({ Namespace: 'Ringfence', Threshold: 1, EvaluationPeriods: 1 });
    expect(readFileSync('functions/take-queued-sms/handler.ts', 'utf8')).toContain("log.error('sms_not_taken'");
  });

  it.each([
    ['with queues', fullSettings],
    ['without any, as some may wait from a time with one', defaultSettings],
  ])('watch complaints that the sweep finds never taken, by the metric that the sweep records: %s', (_, settings) => {
    const found = ofType(synthesise(settings), 'AWS::CloudWatch::Alarm').filter(
      ({ properties }) => properties['MetricName'] === 'OldestUntakenComplaint',
    );
    expect(found.map(({ properties }) => properties['Dimensions'])).toEqual(
      ['us-ftc', 'us-ma-ag'].map((Value) => [
        { Name: 'regulator', Value },
        { Name: 'service', Value: 'sweep-complaints' },
      ]),
    );
    expect(readFileSync('functions/sweep-complaints/untaken-gauge.ts', 'utf8')).toContain("'OldestUntakenComplaint'");
  });

  it('take silence for failure where something should have run', () => {
    const silent = alarms.filter(({ properties }) => properties['TreatMissingData'] === 'breaching');
    expect(silent.map(({ properties }) => properties['EvaluationPeriods']).toSorted()).toEqual([1, 1, 1, 26]);
  });

  it('reach their topic, whose policy lets CloudWatch in', () => {
    const [policy] = ofType(resources, 'AWS::SNS::TopicPolicy').filter(({ stack }) => stack === 'Operate');
    expect(mentions(policy?.properties, '"Service":"cloudwatch.amazonaws.com"')).toBe(true);
    const [mail] = ofType(resources, 'AWS::SNS::Subscription').filter(({ stack }) => stack === 'Operate');
    expect(mail?.properties).toMatchObject({ Protocol: 'email', Endpoint: fullSettings.alarmEmail });
  });
});
