import type { AnswerStore, KeptAnswer, QuestionQuota, SubmittedBatch } from '#shared/registry/questions/ports.ts';

/** Kept answers and counted questions in memory; the contract test runs over this and the store. */
export function createMemoryAnswers(): AnswerStore & QuestionQuota {
  const kept = new Map<string, KeptAnswer>();
  const counted = new Map<string, number>();
  const batches = new Map<string, SubmittedBatch>();
  const keyOf = (registry: string, e164: string) => `${registry}/${e164}`;
  return {
    answers: async (registry, e164s) => e164s.map((e164) => kept.get(keyOf(registry, e164)) ?? null),
    async keep(answers) {
      for (const answer of answers) {
        kept.set(keyOf(answer.registry, answer.e164), answer);
      }
    },
    async keepBatch(batch) {
      batches.set(keyOf(batch.registry, batch.job), batch);
    },
    batch: async (registry, job) => batches.get(keyOf(registry, job)) ?? null,
    async take({ registry, account, name }, count, most) {
      const period = `${registry}/${account}/${name}`;
      const now = (counted.get(period) ?? 0) + count;
      if (now > most) {
        return false;
      }
      counted.set(period, now);
      return true;
    },
  };
}
