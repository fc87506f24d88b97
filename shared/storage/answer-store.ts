import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { AnswerStore, KeptAnswer, QuestionQuota } from '#shared/registry/questions/ports.ts';
import { dayMilliseconds } from '#shared/runtime/day.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import { raiseBelow } from './counter.ts';
import { registrationAnswerKey, registrationBatchKey, registrationQuestionsKey } from './keys.ts';
import { batchGet, batchWrite, type Item } from './registration-batch.ts';

const itemSchema = onFirstUse(() =>
  z.object({
    v: z.literal(1),
    registry: z.string(),
    asked: z.array(z.int()),
    registered: z.array(z.int()),
    at: z.string(),
    read: z.optional(z.string()),
    reference: z.nullish(z.string()),
    account: z.string(),
  }),
);

const batchSchema = onFirstUse(() => z.object({ v: z.literal(1), at: z.string(), count: z.int() }));

/**
 * Answers in the Registrations table, each an item under the keyed hash of its number: the number itself is not kept.
 * Half a read unit each; reads may be a second old. The table forgets an answer once it no longer counts.
 */
export function createAnswerStore(client: DynamoDBDocumentClient, table: string, hash: KeyedHash): AnswerStore {
  const registrations = { client, table, onUnits: () => {} };
  const keyOf = (registry: string, e164: string) => registrationAnswerKey(registry, hash(e164).toString('hex'));
  return {
    async answers(registry, e164s) {
      const items = await batchGet(
        registrations,
        e164s.map((e164) => keyOf(registry, e164)),
        false,
      );
      return e164s.map((e164) => answerFromItem(e164, items.get(keyOf(registry, e164))));
    },
    keep: (answers, until) =>
      batchWrite(
        registrations,
        answers.map(({ e164, askedAt, readAt, ...answer }) => ({
          pk: keyOf(answer.registry, e164),
          v: 1,
          ...answer,
          at: askedAt,
          read: readAt,
          expiresAt: inSeconds(until),
        })),
      ),
    async keepBatch({ registry, job, submittedAt, count }, until) {
      const pk = registrationBatchKey(registry, job);
      await batchWrite(registrations, [{ pk, v: 1, at: submittedAt, count, expiresAt: inSeconds(until) }]);
    },
    async batch(registry, job) {
      const pk = registrationBatchKey(registry, job);
      const item = (await batchGet(registrations, [pk], false)).get(pk);
      if (item === undefined) {
        return null;
      }
      const { at, count } = batchSchema().parse(item);
      return { registry, job, submittedAt: at, count };
    },
  };
}

function answerFromItem(e164: string, item: Item | undefined): KeptAnswer | null {
  if (item === undefined) {
    return null;
  }
  const { registry, asked, registered, at, read = at, reference = null, account } = itemSchema().parse(item);
  return { e164, registry, asked, registered, askedAt: at, readAt: read, reference, account };
}

const inSeconds = (time: Date) => Math.floor(time.getTime() / 1000);

export function createQuestionQuota(client: DynamoDBDocumentClient, table: string): QuestionQuota {
  return {
    async take({ registry, account, name }, count, most) {
      const pk = registrationQuestionsKey(registry, account, name);
      return count <= most && (await raiseBelow({ client, table, pk }, most, wellAfter(name), count));
    },
  };
}

/** `2026` or `2026-11-22`: a month after a year, two days after a day. */
function wellAfter(period: string): Date {
  return period.length === 4
    ? new Date(Date.UTC(Number(period) + 1, 1))
    : new Date(Date.parse(`${period}T00:00:00Z`) + 3 * dayMilliseconds);
}
