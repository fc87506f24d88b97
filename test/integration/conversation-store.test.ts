import { describe, expect, test } from 'vitest';
import { type Conversation, newConversation } from '#shared/intake/dialogue/conversation.ts';
import type { ConversationStore, KeptStep, Pending, ReplyBudget } from '#shared/intake/dialogue/ports.ts';
import { deeds, silences } from '#shared/intake/dialogue/step.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import { createReplyBudget } from '#shared/storage/conversation-budget.ts';
import { pendingFromItem } from '#shared/storage/conversation-item.ts';
import { createConversationStore } from '#shared/storage/conversation-store.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { fakeBudget, fakeConversations } from '#test/support/sms/fake-conversations.ts';
import { createTables, engineClient } from '#test/support/tables.ts';

// What is stored must not have expired for the engine, whose clock is the real one.
const start = new Date();
const later = new Date(start.getTime() + 3600_000);
const at = start.getTime();

const full: Conversation = {
  language: 'fr',
  optedOut: true,
  waiting: [
    { key: 'twilio/SM1', since: at, askedAt: at, corrected: true },
    { key: 'vonage/2', since: at + 1, askedAt: null, corrected: false },
  ],
  lone: [{ key: 'aws/3', since: at }],
  pieces: [
    {
      key: 'aws/4',
      total: 3,
      since: at,
      lengths: new Map([
        [2, 153],
        [1, 12],
      ]),
    },
  ],
  latest: { key: 'twilio/SM1', since: at },
  replies: { since: at, count: 4 },
  outsideAt: at,
  bodies: [{ hash: 'abcdefghijkl', at }],
};

const pendings: readonly Pending[] = [
  {
    did: 'answered',
    merge: { kind: 'name_sender', of: 'twilio/SM1' },
    reply: { kind: 'receipt', of: 'twilio/SM1', askNext: true },
    silence: null,
    language: 'es',
  },
  {
    did: 'joined',
    merge: { kind: 'add_piece', of: 'aws/4', at: 13, before: 166 },
    reply: null,
    silence: 'nothing_to_say',
    language: null,
  },
  {
    did: 'deleted',
    merge: { kind: 'withdraw', of: 'aws/4' },
    reply: { kind: 'deleted', of: 'aws/4' },
    silence: null,
    language: null,
  },
];

test('whatever a step may say of itself is read again: a message that could not be would never be finished', () => {
  const [pending] = pendings;
  const replies = (['question', 'sender_noted', 'deleted'] as const).map((kind) => ({ kind, of: 'aws/4' }));
  for (const change of [
    ...deeds.map((did) => ({ did })),
    ...silences.map((silence) => ({ silence })),
    ...replies.map((reply) => ({ reply })),
  ]) {
    const told = { ...pending, ...change };
    expect(pendingFromItem(told)).toEqual(told);
  }
});

function step(over: Partial<KeptStep> = {}): KeptStep {
  return {
    reporter: 'a'.repeat(32),
    version: 0,
    conversation: newConversation,
    conversationExpiresAt: later,
    message: 'twilio/SM1',
    pending: null,
    messageExpiresAt: later,
    ...over,
  };
}

// The same expectations over both, so that the fake cannot lie.
describe.each([
  ['the fake', async (clock: Clock): Promise<ConversationStore> => fakeConversations(clock)],
  [
    'DynamoDB',
    async (clock: Clock): Promise<ConversationStore> => {
      const client = engineClient();
      const { Conversations } = await createTables(client, 'Conversations');
      return createConversationStore(documentClient(client), Conversations, clock);
    },
  ],
])('conversations in %s', (_name, open) => {
  test('nothing is there at first', async () => {
    const store = await open(() => start);
    expect(await store.read('a'.repeat(32), 'twilio/SM1')).toEqual({ conversation: null, version: 0, message: null });
  });

  test.each([
    ['new', newConversation],
    ['full', full],
  ])('a %s conversation comes back as it was', async (_, kept) => {
    const store = await open(() => start);
    expect(await store.keep(step({ conversation: kept }))).toBe('kept');
    expect(await store.read('a'.repeat(32), 'twilio/SM1')).toEqual({
      conversation: kept,
      version: 1,
      message: { pending: null, replaced: false },
    });
  });

  test.each(pendings.map((each) => [each.merge.kind, each] as const))(
    'a message that %s is still to be done for is finished once',
    async (_, pending) => {
      const store = await open(() => start);
      await store.keep(step({ pending }));
      expect((await store.read('a'.repeat(32), 'twilio/SM1')).message).toEqual({ pending, replaced: false });
      const finished = await Promise.all(
        Array.from({ length: 10 }, () => store.finish('twilio/SM1', { replaced: true })),
      );
      expect(finished.filter(Boolean)).toHaveLength(1);
      expect((await store.read('a'.repeat(32), 'twilio/SM1')).message).toEqual({ pending: null, replaced: true });
      expect(await store.finish('twilio/SM1', { replaced: false })).toBe(false);
      expect((await store.read('a'.repeat(32), 'twilio/SM1')).message).toMatchObject({ replaced: true });
    },
  );

  test('nothing is to be finished for a message that is done, or was never taken', async () => {
    const store = await open(() => start);
    await store.keep(step());
    expect(await store.finish('twilio/SM1', { replaced: true })).toBe(false);
    expect(await store.finish('twilio/SM2', { replaced: true })).toBe(false);
  });

  test('a message is kept once, in whatever conversation and version', async () => {
    const store = await open(() => start);
    await store.keep(step());
    expect(await store.keep(step({ version: 1, conversation: full }))).toBe('conflict');
    expect(await store.keep(step({ reporter: 'b'.repeat(32), conversation: full }))).toBe('conflict');
    expect(await store.read('b'.repeat(32), 'twilio/SM2')).toMatchObject({ conversation: null, message: null });
    expect(await store.read('a'.repeat(32), 'twilio/SM1')).toMatchObject({ conversation: newConversation, version: 1 });
  });

  test('a step is kept only on the version it was made from', async () => {
    const store = await open(() => start);
    await store.keep(step());
    expect(await store.keep(step({ message: 'twilio/SM2', conversation: full }))).toBe('conflict');
    expect(await store.keep(step({ message: 'twilio/SM2', version: 2, conversation: full }))).toBe('conflict');
    expect((await store.read('a'.repeat(32), 'twilio/SM2')).message).toBeNull();
    expect(await store.keep(step({ message: 'twilio/SM2', version: 1, conversation: full }))).toBe('kept');
  });

  test('of many different messages at once, on one version, one is kept', async () => {
    const store = await open(() => start);
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) => store.keep(step({ message: `twilio/SM${index}` }))),
    );
    expect(outcomes.filter((outcome) => outcome === 'kept')).toHaveLength(1);
  });

  test('what expired counts as absent; a conversation without an expiry stays', async () => {
    let now = start;
    const store = await open(() => now);
    await store.keep(step());
    await store.keep(step({ reporter: 'b'.repeat(32), message: 'twilio/SM2', conversationExpiresAt: null }));
    now = new Date(later.getTime() + 2000);
    expect(await store.read('a'.repeat(32), 'twilio/SM1')).toEqual({ conversation: null, version: 0, message: null });
    expect(await store.read('b'.repeat(32), 'twilio/SM2')).toMatchObject({ version: 1, message: null });
    const muchLater = new Date(now.getTime() + 3600_000);
    const again = { conversationExpiresAt: muchLater, messageExpiresAt: muchLater };
    expect(await store.keep(step(again))).toBe('kept');
  });
});

describe.each([
  ['the fake', async (perDay: number): Promise<ReplyBudget> => fakeBudget(perDay)],
  [
    'DynamoDB',
    async (perDay: number): Promise<ReplyBudget> => {
      const client = engineClient();
      const { Conversations } = await createTables(client, 'Conversations');
      return createReplyBudget(documentClient(client), Conversations, { perDay, choose: () => 0 });
    },
  ],
])('the budget of replies in %s', (_name, open) => {
  test('gives out what a day has, and no more', async () => {
    const budget = await open(7);
    const given = await Promise.all(Array.from({ length: 40 }, () => budget.spend(start)));
    expect(given.filter(Boolean)).toHaveLength(7);
    expect(await budget.spend(start)).toBe(false);
  });

  test('has a new one every day (UTC)', async () => {
    const budget = await open(1);
    const [evening, midnight] = [new Date('2026-11-21T23:59:59.999Z'), new Date('2026-11-22T00:00:00Z')];
    expect([await budget.spend(evening), await budget.spend(evening), await budget.spend(midnight)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('of nothing gives out nothing', async () => {
    const budget = await open(0);
    expect(await budget.spend(start)).toBe(false);
  });
});
