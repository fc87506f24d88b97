import type { Conversation } from '#shared/intake/dialogue/conversation.ts';
import type { ConversationStore, ReplyBudget, TakenMessage } from '#shared/intake/dialogue/ports.ts';
import type { Clock } from '#shared/runtime/clock.ts';

interface Kept<T> {
  readonly value: T;
  readonly expiresAt: Date | null;
}

/** Conversations in memory; the contract test holds it to what the DynamoDB adapter does. */
export function fakeConversations(clock: Clock): ConversationStore & { readonly all: () => readonly Conversation[] } {
  const conversations = new Map<string, Kept<{ conversation: Conversation; version: number }>>();
  const messages = new Map<string, Kept<TakenMessage>>();
  const live = <T>(map: Map<string, Kept<T>>, key: string): T | null => {
    const kept = map.get(key);
    return kept === undefined || (kept.expiresAt !== null && kept.expiresAt.getTime() < clock().getTime())
      ? null
      : kept.value;
  };
  return {
    all: () => [...conversations.values()].map(({ value }) => value.conversation),
    async read(reporter, message) {
      return {
        ...(live(conversations, reporter) ?? { conversation: null, version: 0 }),
        message: live(messages, message),
      };
    },
    async keep(step) {
      const version = live(conversations, step.reporter)?.version ?? 0;
      if (live(messages, step.message) !== null || version !== step.version) {
        return 'conflict';
      }
      messages.set(step.message, {
        value: { pending: step.pending, replaced: false },
        expiresAt: step.messageExpiresAt,
      });
      conversations.set(step.reporter, {
        value: { conversation: step.conversation, version: version + 1 },
        expiresAt: step.conversationExpiresAt,
      });
      return 'kept';
    },
    async finish(message, { replaced }) {
      const kept = messages.get(message);
      if (kept === undefined || kept.value.pending === null) {
        return false;
      }
      messages.set(message, { ...kept, value: { pending: null, replaced } });
      return true;
    },
  };
}

/** So many replies a day (UTC). */
export function fakeBudget(perDay: number): ReplyBudget {
  const given = new Map<string, number>();
  return {
    async spend(at) {
      const day = at.toISOString().slice(0, 10);
      const before = given.get(day) ?? 0;
      given.set(day, Math.min(perDay, before + 1));
      return before < perDay;
    },
  };
}
