import type { Clock } from '#shared/runtime/clock.ts';
import { dayMilliseconds } from '#shared/runtime/day.ts';
import { dayOf, formatListDay } from '../list-day.ts';
import { textMessages, voiceCalls } from '../page-kinds.ts';
import type { ListAnswer, RegistryLookup } from '../registry-facts.ts';
import { formOfLine, type QuestionForm } from './forms.ts';
import type { AnswerStore, KeptAnswer } from './ports.ts';

/** The first moment at which the answer to a question of now no longer counts: the midnight (UTC) after its last day. */
export function countsUntil(now: Date, { validDays }: QuestionForm): Date {
  return new Date((dayOf(now) + validDays + 1) * dayMilliseconds);
}

/** Whether an answer still counts: on the day it was asked for and `validDays` after it, in UTC. */
export function isValid({ askedAt }: KeptAnswer, { validDays }: QuestionForm, now: Date): boolean {
  return dayOf(now) - dayOf(new Date(askedAt)) <= validDays;
}

/**
 * The look-up of a report, with the answers of registries that are asked. Asks nobody: it reads what was answered before, one
 * read more for a line that such a registry covers and none for others. Where a list answers for the registry, it decides.
 */
export function withKeptAnswers(
  lookup: RegistryLookup,
  { store, clock }: { readonly store: Pick<AnswerStore, 'answers'>; readonly clock: Clock },
): RegistryLookup {
  return {
    async lookUp(line) {
      const form = formOfLine(line.e164);
      if (form === null) {
        return lookup.lookUp(line);
      }
      const [lists, [kept = null]] = await Promise.all([
        lookup.lookUp(line),
        store.answers(form.registry, [line.e164]),
      ]);
      if (kept === null || !isValid(kept, form, clock()) || lists.some(({ registry }) => registry === form.registry)) {
        return lists;
      }
      const answer = answerOf(kept, line.contact ?? 'call');
      return answer === null ? lists : [...lists, answer];
    },
  };
}

/**
 * Null if the question was not about this kind of contact. What is registered was so by the day on which the answer was read;
 * what is not, is known not to have been on the day of the question.
 */
function answerOf(kept: KeptAnswer, contact: 'call' | 'text'): ListAnswer | null {
  const kind = contact === 'call' ? voiceCalls : textMessages;
  if (!kept.asked.includes(kind)) {
    return null;
  }
  const registered = kept.registered.includes(kind);
  const read = formatListDay(dayOf(new Date(kept.readAt)));
  const asOf = registered ? read : formatListDay(dayOf(new Date(kept.askedAt)));
  return {
    registry: kept.registry,
    registered,
    since: null,
    noLaterThan: registered ? read : null,
    asOf,
    staleFrom: null,
    source: 'query',
    ...(kept.registered.length === 0
      ? {}
      : { kinds: kept.registered.map((each) => ({ kind: each, noLaterThan: read })) }),
  };
}
