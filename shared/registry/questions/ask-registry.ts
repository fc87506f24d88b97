import type { Clock } from '#shared/runtime/clock.ts';
import { countsUntil, isValid } from './answered-look-up.ts';
import type { QuestionForm } from './forms.ts';
import type { AnswerStore, KeptAnswer, QuestionQuota, RegistryAnswer, RegistryQuestions } from './ports.ts';

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
    const outcome = await questions.submit(missing);
    return outcome.kind === 'refused'
      ? outcome
      : { kind: 'submitted', job: outcome.job, submitted: missing.length, fromCache: kept.length };
  }
  const outcome = await questions.ask(missing);
  if (outcome.kind === 'refused') {
    return outcome;
  }
  const fresh = await keep(outcome.answers, outcome.reference, dependencies);
  return { kind: 'answered', answers: [...kept, ...fresh], fromCache: kept.length };
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
 * The answers to a batch. `e164s` are the numbers that were submitted, or more: those with an answer that counts are
 * taken for such as were not sent. Throws RegistryFault.
 */
export async function fetchResult(
  job: string,
  e164s: readonly string[],
  dependencies: Omit<AskDependencies, 'quota' | 'mostAYear'>,
): Promise<JobResult> {
  const { kept, missing } = await splitByCache(e164s, dependencies);
  if (missing.length === 0) {
    return { kind: 'answered', answers: kept };
  }
  const perhaps = kept.map(({ e164 }) => e164);
  const outcome = await dependencies.questions.result(job, missing, perhaps);
  if (outcome.kind !== 'answered') {
    return outcome;
  }
  const fresh = await keep(outcome.answers, job, dependencies);
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
  reference: string | null,
  { form, store, clock, account }: CacheDependencies,
): Promise<readonly KeptAnswer[]> {
  const now = clock();
  const askedAt = now.toISOString();
  const kept = answers.map((answer) => ({ ...answer, registry: form.registry, askedAt, reference, account }));
  await store.keep(kept, countsUntil(now, form));
  return kept;
}
