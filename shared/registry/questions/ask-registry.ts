import type { Clock } from '#shared/runtime/clock.ts';
import { dayMilliseconds } from '#shared/runtime/day.ts';
import { countsUntil, isValid } from './answered-look-up.ts';
import type { QuestionForm } from './forms.ts';
import {
  type AnswerStore,
  type KeptAnswer,
  type QuestionQuota,
  type RegistryAnswer,
  RegistryFault,
  type RegistryQuestions,
} from './ports.ts';

/** Whoever has not fetched a result by then submits the numbers again: no answer counts that long. */
const batchDays = 60;
const longestJob = 200;

export interface AskDependencies {
  readonly form: QuestionForm;
  readonly questions: RegistryQuestions;
  readonly store: AnswerStore;
  readonly quota: QuestionQuota;
  readonly clock: Clock;
  /** The operator's account reference, kept with each answer. */
  readonly account: string;
  /** Of numbers a year; what is free, unless the operator pays for more. */
  readonly mostAYear: number;
  /** Of numbers a day (UTC), where the account's terms or the operator say so. */
  readonly mostADay?: number | undefined;
}

export type Asked =
  | { readonly kind: 'answered'; readonly answers: readonly KeptAnswer[]; readonly fromCache: number }
  /** A batch that the registry answers later: ask for the result of the job with the same numbers. */
  | { readonly kind: 'submitted'; readonly job: string; readonly submitted: number; readonly fromCache: number }
  | { readonly kind: 'quota_spent'; readonly needed: number; readonly most: number; readonly period: 'day' | 'year' }
  | { readonly kind: 'refused'; readonly message: string };

/**
 * Asks about numbers, each once, and only about those of which no answer is kept that still counts. Few are answered at once,
 * many are submitted. Counted against the day's and the year's quota before they are sent: where it is not known whether
 * the registry counted a question, it did. Throws RegistryFault; nothing is kept then.
 */
export async function askRegistry(e164s: readonly string[], dependencies: AskDependencies): Promise<Asked> {
  const { form, questions } = dependencies;
  const { kept, missing } = await splitByCache(e164s, dependencies);
  if (missing.length === 0) {
    return { kind: 'answered', answers: kept, fromCache: kept.length };
  }
  const spent = await takeQuota(missing.length, dependencies);
  if (spent !== null) {
    return spent;
  }
  if (missing.length > form.mostAtOnce) {
    return submit(missing, kept.length, dependencies);
  }
  const outcome = await questions.ask(missing);
  if (outcome.kind === 'refused') {
    return outcome;
  }
  const now = dependencies.clock().toISOString();
  const fresh = await keep(outcome.answers, { reference: outcome.reference, askedAt: now, readAt: now }, dependencies);
  return { kind: 'answered', answers: [...kept, ...fresh], fromCache: kept.length };
}

async function submit(
  missing: readonly string[],
  fromCache: number,
  { form, questions, store, clock }: AskDependencies,
): Promise<Asked> {
  const submittedAt = clock();
  const outcome = await questions.submit(missing);
  if (outcome.kind === 'refused') {
    return outcome;
  }
  const { job } = outcome;
  const batch = { registry: form.registry, job, submittedAt: submittedAt.toISOString(), count: missing.length };
  const until = new Date(submittedAt.getTime() + batchDays * dayMilliseconds);
  try {
    await store.keepBatch(batch, until);
  } catch (cause) {
    // It may have been paid for: its name must not be lost.
    throw new Error(`batch ${job} was submitted to ${form.registry}, but could not be noted`, { cause });
  }
  return { kind: 'submitted', job, submitted: missing.length, fromCache };
}

/** Each day is counted, also where nobody limits it yet; first, as what is counted in vain then is forgotten tomorrow. */
async function takeQuota(needed: number, dependencies: AskDependencies): Promise<Asked | null> {
  const { form, quota, account, clock, mostADay = Number.MAX_SAFE_INTEGER, mostAYear } = dependencies;
  const today = clock().toISOString().slice(0, 10);
  const limits = [
    { period: 'day', name: today, most: mostADay } as const,
    { period: 'year', name: today.slice(0, 4), most: mostAYear } as const,
  ];
  for (const { period, name, most } of limits) {
    if (!(await quota.take({ registry: form.registry, account, name }, needed, most))) {
      return { kind: 'quota_spent', needed, most, period };
    }
  }
  return null;
}

export type JobResult =
  | { readonly kind: 'answered'; readonly answers: readonly KeptAnswer[] }
  | { readonly kind: 'pending' }
  | { readonly kind: 'refused'; readonly message: string };

/**
 * The answers to a batch. `e164s` are the numbers that were submitted, or more; those that were not are answered by what is
 * kept about them, if it counts. Throws RegistryFault, also where the batch was not submitted from here; nothing is kept then.
 */
export async function fetchResult(
  job: string,
  e164s: readonly string[],
  dependencies: Omit<AskDependencies, 'quota' | 'mostAYear'>,
): Promise<JobResult> {
  const { form, questions, store, clock } = dependencies;
  const batch = job.length > longestJob ? null : await store.batch(form.registry, job);
  if (batch === null) {
    throw new RegistryFault(
      `No batch ${job} was submitted to ${form.registry} from here in the last ${batchDays} days.`,
    );
  }
  const outcome = await questions.result(job, batch.count, [...new Set(e164s)]);
  if (outcome.kind !== 'answered') {
    return outcome;
  }
  const { kept } = await splitByCache(e164s, dependencies);
  const later = kept.filter(({ askedAt }) => askedAt > batch.submittedAt);
  const asked = new Set(later.map(({ e164 }) => e164));
  const fresh = await keep(
    outcome.answers.filter(({ e164 }) => !asked.has(e164)),
    { reference: job, askedAt: batch.submittedAt, readAt: clock().toISOString() },
    dependencies,
  );
  const renewed = new Set(fresh.map(({ e164 }) => e164));
  return { kind: 'answered', answers: [...kept.filter(({ e164 }) => !renewed.has(e164)), ...fresh] };
}

type CacheDependencies = Pick<AskDependencies, 'form' | 'store' | 'clock' | 'account'>;

async function splitByCache(e164s: readonly string[], { form, store, clock }: CacheDependencies) {
  const each = [...new Set(e164s)];
  const found = await store.answers(form.registry, each);
  const kept = found.filter((answer) => answer !== null).filter((answer) => isValid(answer, form, clock()));
  const answered = new Set(kept.map(({ e164 }) => e164));
  return { kept, missing: each.filter((e164) => !answered.has(e164)) };
}

async function keep(
  answers: readonly RegistryAnswer[],
  question: Pick<KeptAnswer, 'reference' | 'askedAt' | 'readAt'>,
  { form, store, account }: CacheDependencies,
): Promise<readonly KeptAnswer[]> {
  const kept = answers.map((answer) => ({ ...answer, ...question, registry: form.registry, account }));
  await store.keep(kept, countsUntil(new Date(question.askedAt), form));
  return kept;
}
