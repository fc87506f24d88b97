import { expect, test } from 'vitest';
import { createReplyBudget } from '#shared/storage/conversation-budget.ts';
import { createConversationStore } from '#shared/storage/conversation-store.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { createReportStore } from '#shared/storage/report-store.ts';
import { meterCapacity } from '#test/support/capacity-meter.ts';
import { smsWorld } from '#test/support/sms/sms-world.ts';
import { createTables, engineClient } from '#test/support/tables.ts';

// What the subject and the registry cost is measured elsewhere; these are the dialogue's own.
test('what a forwarded text and its answer cost, in write and read units', async () => {
  const client = engineClient();
  const meter = meterCapacity(client);
  const documents = documentClient(client);
  const { Reports, Conversations } = await createTables(client, 'Reports', 'Conversations');
  const clock = () => new Date();
  const world = smsWorld({
    deps: (fake) => ({
      ...fake,
      clock,
      reports: createReportStore(documents, Reports, clock),
      conversations: createConversationStore(documents, Conversations, clock),
      budget: createReplyBudget(documents, Conversations, { perDay: 1000, choose: () => 0 }),
    }),
  });
  const spent = async (text: string) => {
    meter.reset();
    await world.send(text);
    const of = (table: string) => ({
      write: meter.tables.get(table)?.write ?? 0,
      read: meter.tables.get(table)?.read ?? 0,
    });
    return { reports: of(Reports), conversations: of(Conversations) };
  };
  // A transaction of message and conversation is 4 write units; the reply takes one of the day's counter.
  expect(await spent('You have won a prize! Claim it at http://prize.example before Friday')).toEqual({
    reports: { write: 1, read: 0 },
    conversations: { write: 5, read: 2 },
  });
  // And one more says that the answer is in the report.
  expect(await spent('+12025550123')).toEqual({
    reports: { write: 1, read: 2 },
    conversations: { write: 6, read: 2 },
  });
  expect(await spent('From +12025550144: Your parcel is held, pay at http://parcel.example')).toEqual({
    reports: { write: 1, read: 0 },
    conversations: { write: 5, read: 2 },
  });
  expect(await spent('STATUS')).toEqual({
    reports: { write: 0, read: 1 },
    conversations: { write: 5, read: 2 },
  });
});
