import { describe, expect, it } from 'vitest';
import { createHandler as flushHandler } from '#functions/flush-sms-parts/handler.ts';
import { createHandler as queueHandler } from '#functions/take-queued-sms/handler.ts';
import { createHandler as webhookHandler } from '#functions/take-sms/handler.ts';
import { infobipGateway } from '#shared/intake/gateways/infobip.ts';
import { type OutgoingSms, SmsNotSent } from '#shared/intake/gateways/outgoing-sms.ts';
import { takeMessage } from '#shared/intake/take-message.ts';
import type { LogFields } from '#shared/runtime/log.ts';
import { inboundTopic, snsNotification } from '#test/support/gateways/sns-notification.ts';
import { httpEvent } from '#test/support/http-event.ts';
import { partHash } from '#test/support/sms/long-text.ts';
import { memoryParts } from '#test/support/sms/memory-parts.ts';
import { aMessage, smsWorld } from '#test/support/sms/sms-world.ts';

const secret = { current: 'App a-secret-of-ours', apiKey: 'key' };

/** Everything behind the handlers in memory; `breakFor` makes the messages of a number fail. */
function inMemory({ breakFor = '', refuse = false } = {}) {
  const sent: OutgoingSms[] = [];
  const logged: { readonly event: string; readonly fields: LogFields }[] = [];
  const note = (event: string, fields: LogFields = {}) => logged.push({ event, fields });
  const log = {
    info: note,
    warn: note,
    error: (event: string, _error: unknown, fields?: LogFields) => note(event, fields),
  };
  const sender = {
    send: async (message: OutgoingSms) => {
      if (refuse) {
        throw new SmsNotSent('http_503', true);
      }
      sent.push(message);
    },
  };
  let broken = breakFor;
  const world = smsWorld({
    deps: (deps) => ({
      ...deps,
      reports: {
        ...deps.reports,
        create: async (report, expiresAt) => {
          if (broken !== '' && JSON.stringify(report).includes(broken)) {
            throw new Error('the table is away');
          }
          return deps.reports.create(report, expiresAt);
        },
      },
    }),
  });
  const { parts, due } = memoryParts();
  const deps = { ...world.deps, parts, due, hash: partHash, log };
  return {
    world,
    deps,
    sent,
    logged,
    mend: () => {
      broken = '';
    },
    webhook: webhookHandler({ ...deps, gateway: async () => infobipGateway([], secret), sender: async () => sender }),
    queue: queueHandler({ ...deps, sender, topicArn: inboundTopic }),
    flush: flushHandler({ ...deps, sender: async () => sender }),
  };
}

const text = (id: string, words: string, from = '14135550142') => ({ messageId: id, from, to: '7726', text: words });

function infobipPost(results: readonly object[], headers: Record<string, string> = { authorization: secret.current }) {
  return httpEvent({ route: 'POST /v1/sms/infobip', headers, body: JSON.stringify({ results }) });
}

describe('take-sms', () => {
  it('takes every message of a request, and replies to each', async () => {
    const { webhook, world, sent } = inMemory();
    const answer = await webhook(
      infobipPost([text('1', 'Win at a.example'), text('2', 'Win at b.example', '14135550143')]),
    );
    expect(answer.statusCode).toBe(200);
    expect(world.live()).toHaveLength(2);
    expect(sent.map(({ to, from }) => [to, from])).toEqual([
      ['+14135550142', '7726'],
      ['+14135550143', '7726'],
    ]);
  });

  it('T3: refuses a stranger, says why in the log, and stores nothing', async () => {
    const { webhook, world, logged } = inMemory();
    const answer = await webhook(infobipPost([text('1', 'Win')], { authorization: 'App somebody-else' }));
    expect(answer.statusCode).toBe(403);
    expect(world.reports()).toEqual([]);
    expect(logged[0]).toEqual({
      event: 'sms_refused',
      fields: { gateway: 'infobip', kind: 'forged', reason: 'bad_signature' },
    });
  });

  it('asks for all messages again when one met a fault; those that were taken are silent then', async () => {
    const { webhook, world, sent, mend } = inMemory({ breakFor: 'b.example' });
    const request = infobipPost([text('1', 'Win at a.example'), text('2', 'Win at b.example', '14135550143')]);
    expect((await webhook(request)).statusCode).toBe(500);
    expect(sent).toHaveLength(1);
    mend();
    expect((await webhook(request)).statusCode).toBe(200);
    expect(world.live()).toHaveLength(2);
    expect(sent.map(({ to }) => to)).toEqual(['+14135550142', '+14135550143']);
  });

  it('keeps the report of a reply that the gateway does not take, and does not send it twice', async () => {
    const { webhook, world, sent, logged } = inMemory({ refuse: true });
    expect((await webhook(infobipPost([text('1', 'Win at a.example')]))).statusCode).toBe(200);
    expect(world.live()).toHaveLength(1);
    expect(sent).toEqual([]);
    expect(logged).toContainEqual({
      event: 'sms_reply_not_sent',
      fields: { gateway: 'infobip', code: 'http_503', ambiguous: true },
    });
  });

  it('acknowledges what cannot be read where it would come again for a day, and counts it by reason', async () => {
    const { webhook, logged } = inMemory();
    expect((await webhook(infobipPost([{ messageId: '1' }]))).statusCode).toBe(200);
    expect(logged[0]).toMatchObject({ event: 'sms_refused', fields: { kind: 'malformed', reason: 'no_from' } });
    await webhook(infobipPost([{ messageId: '1' }, text('2', 'Win at a.example')]));
    expect(logged).toContainEqual({ event: 'sms_not_read', fields: { gateway: 'infobip', reason: 'no_from' } });
  });
});

describe('take-queued-sms', () => {
  const record = (id: string, payload: object) => ({ messageId: id, body: JSON.stringify(snsNotification(payload)) });
  const message = (id: string, words: string) => ({
    originationNumber: '+14135550142',
    destinationNumber: '+12025550100',
    messageBody: words,
    inboundMessageId: id,
  });

  it('fails the messages that met a fault, and no others', async () => {
    const { queue, world, sent } = inMemory({ breakFor: 'b.example' });
    const Records = [record('q1', message('1', 'Win at a.example')), record('q2', message('2', 'Win at b.example'))];
    expect(await queue({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: 'q2' }] });
    expect(world.live()).toHaveLength(1);
    expect(sent).toHaveLength(1);
  });

  it('lets what cannot be read go, counted by reason, so that nothing stays on the queue for ever', async () => {
    const { queue, logged } = inMemory();
    const other = { ...snsNotification(message('1', 'Win')), TopicArn: 'arn:aws:sns:us-east-1:111122223333:another' };
    const Records = [
      { messageId: 'q1', body: 'not JSON' },
      record('q2', { nonsense: true }),
      { messageId: 'q3', body: JSON.stringify(other) },
    ];
    expect(await queue({ Records })).toEqual({ batchItemFailures: [] });
    expect(logged.map(({ event, fields }) => [event, fields['kind'], fields['reason']])).toEqual([
      ['sms_refused', 'malformed', 'not_readable'],
      ['sms_refused', 'malformed', 'no_message_id'],
      ['sms_refused', 'forged', 'topic'],
    ]);
  });
});

describe('flush-sms-parts', () => {
  it('reports a text of which a part never came, and replies through the API of its gateway', async () => {
    const { flush, world, sent, deps } = inMemory();
    const part = { reference: '7', number: 1, total: 2 };
    const half = aMessage('You won! Claim at prize.example', { gateway: 'vonage', part });
    expect(await takeMessage(half, deps)).toEqual({ reply: null });
    expect(await flush()).toMatchObject({ partial: 0 });
    world.pass(61 * 60_000);
    expect(await flush()).toEqual({ joined: 0, partial: 1, failed: 0, more: false });
    expect(world.live()).toHaveLength(1);
    expect(sent.map(({ gateway }) => gateway)).toEqual(['vonage']);
  });
});
