import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { receiveSms } from '#shared/intake/receive-sms.ts';
import { createReplyBudget } from '#shared/storage/conversation-budget.ts';
import { createConversationStore } from '#shared/storage/conversation-store.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { reportFromItem } from '#shared/storage/report-item.ts';
import { createReportStore } from '#shared/storage/report-store.ts';
import { aMessage, smsWorld } from '#test/support/sms/sms-world.ts';
import { createTables, engineClient } from '#test/support/tables.ts';

const day = 24 * 3600_000;

test('T4: messages delivered again after a month are met with silence and change nothing', async () => {
  const world = smsWorld();
  const messages = [
    'You have won a prize!',
    '88022',
    '+12025550123',
    'Your parcel is held',
    'CALL 202 555 0171',
    'STATUS',
    'STOP',
    'START',
    'DELETE',
  ].map((text, index) => [text, { messageId: `SM-${index}` }] as const);
  for (const [text, over] of messages) {
    await world.send(text, over);
  }
  const before = world.reports();
  for (const days of [0, 31, 365]) {
    world.pass(days * day);
    for (const [text, over] of messages) {
      expect(await world.send(text, over)).toEqual({ did: 'repeated', reply: null, silence: null, cut: false });
    }
  }
  expect(world.reports()).toEqual(before);
});

test('T4: an answer delivered again does not bring back what was withdrawn', async () => {
  const world = smsWorld();
  const answer = { messageId: 'SM-answer' };
  const code = /[0-9A-Z]{16}/.exec((await world.send('You have won a prize!')).reply?.text ?? '')?.[0];
  await world.send('88022', answer);
  await world.send(`DELETE ${code}`);
  world.pass(31 * day);
  expect(await world.send('88022', answer)).toMatchObject({ did: 'repeated' });
  expect(world.live()).toEqual([]);
});

test('T4: the same text message a thousand times at once makes one report and one reply', async () => {
  const client = engineClient();
  const documents = documentClient(client);
  const { Reports, Conversations } = await createTables(client, 'Reports', 'Conversations');
  const clock = () => new Date();
  const { deps } = smsWorld({
    deps: (fake) => ({
      ...fake,
      clock,
      reports: createReportStore(documents, Reports, clock),
      conversations: createConversationStore(documents, Conversations, clock),
      budget: createReplyBudget(documents, Conversations, { perDay: 1000, choose: () => 0 }),
      pause: (attempt) => new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** Math.min(attempt, 5))),
    }),
  });
  for (const [text, did, times] of [
    ['You have won a prize!', 'reported_without_sender', 1000],
    ['88022', 'answered', 100],
  ] as const) {
    const message = aMessage(text, { messageId: `SM-${did}` });
    const outcomes = await Promise.all(Array.from({ length: times }, () => receiveSms(message, deps)));
    expect(outcomes.filter(({ reply }) => reply !== null)).toHaveLength(1);
    expect(outcomes.map((outcome) => outcome.did).filter((each) => each !== 'repeated')).toEqual([did]);
  }
  expect(await liveReports(documents, Reports)).toEqual([['88022', 'You have won a prize!']]);
});

async function liveReports(documents: DynamoDBDocumentClient, table: string) {
  const { Items: items = [] } = await documents.send(new ScanCommand({ TableName: table }));
  return items
    .map(reportFromItem)
    .flatMap(({ content }) => (content === null ? [] : [[content.input.sender, content.input.text]]));
}
