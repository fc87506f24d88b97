import { staleFrom } from '#shared/registry/list-age.ts';
import type { ListAnswer } from '#shared/registry/registry-facts.ts';
import { type Answer, no, type Said, unknown, yes } from '../answer.ts';
import { dayNumber } from '../calendar.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { TestNamed } from '../condition.ts';
import type { RegistrySource } from '../messages/messages.ts';
import { contactDays } from './contact-days.ts';
import { firstDays, protectedFrom, protectedSentence, type Source } from './protection.ts';
import { notTakenOver, type Stated, stated, type Told, told } from './registry-evidence.ts';

/**
 * Looks at the lists held and at `registeredSince`: whether the line's registration protected it on the day of the
 * contact. A list decides over the statement, and a disagreement is said. A list that can prove nothing about that day is
 * silent: it leaves it to the next source and in the end to the statement, which must agree with it.
 */
export function registered(test: TestNamed<'registered'>, facts: CaseFacts): Answer {
  const statement = stated(test.sources, facts);
  const silent: Told[] = [];
  for (const one of told(test.sources, facts)) {
    const answer = one.list.registered ? carries(one, silent, statement, facts) : lacks(one, silent, statement, facts);
    if (answer !== null) {
      return withAge(answer, one.list, facts);
    }
    silent.push(one);
  }
  return statement === undefined ? asked(test.sources, silent, facts) : fromStatement(statement, silent, facts);
}

/**
 * A list without the line proves only that it was not registered on the list's day. Null where a later registration could
 * have protected it in time, and where a later one is stated. Where the list of another source carries the line, both are said:
 * since when is open, and no statement, which is of the registry without the line, could decide it.
 */
function lacks(
  { source, list }: Told,
  silent: readonly Told[],
  statement: Stated | undefined,
  facts: CaseFacts,
): Answer | null {
  const { registry } = source;
  const asOf = dayNumber(list.asOf);
  const sinceThen = statement?.source === source && dayNumber(statement.since) > asOf;
  if (sinceThen || Math.max(...contactDays(facts)) >= firstDays(source, asOf + 1).earliest) {
    return null;
  }
  const disagrees = statement !== undefined && notTakenOver(statement.source, statement.since, { source, list });
  const carrying = silent.filter((one) => one.list.registered).map((one) => registeredWhenUnknown(one.list));
  return no(...carrying, notOnList(list), ...(disagrees ? [listDisagrees(registry, statement.since)] : []));
}

/** Null where an undated list first carried the line too shortly before the contact, or after it. */
function carries(
  { source, list }: Told,
  silent: readonly Told[],
  statement: Stated | undefined,
  facts: CaseFacts,
): Answer | null {
  const { registry } = source;
  const start = list.since ?? latestStart(list);
  const lacking = silent.find((one) => !one.list.registered && notTakenOver(source, start, one));
  if (lacking !== undefined) {
    const decides = lacking.source.registry;
    return no(notOnList(lacking.list), (m) => m.otherListDisagrees({ registry, since: start, decides }));
  }
  const disagreement = disagrees({ source, list }, statement) ? [listDisagrees(registry, statement.since)] : [];
  if (list.since !== null) {
    const answer = protectedFrom(source, list.since, toldBy(list), facts);
    // Where the list's date leaves it open, no statement of the reporter could decide it: nothing is shown.
    return answer.is === 'unknown' && answer.asks.every(({ pointer }) => pointer === '/registeredSince')
      ? no(...answer.because, ...disagreement)
      : { ...answer, because: [...answer.because, ...disagreement] };
  }
  const [earliestDay] = contactDays(facts);
  return earliestDay !== undefined && earliestDay >= firstDays(source, dayNumber(start)).latest
    ? yes(protectedSentence(source, start, toldBy(list), earliestDay, true), ...disagreement)
    : null;
}

/** The statement decides where no silent list contradicts it. */
function fromStatement({ source, since }: Stated, silent: readonly Told[], facts: CaseFacts): Answer {
  const { registry } = source;
  const lacking = silent.find((one) => !one.list.registered && notTakenOver(source, since, one));
  if (lacking !== undefined) {
    return no(notOnList(lacking.list), listDisagrees(lacking.source.registry, since));
  }
  const carrying = silent.find(({ list }) => list.registered && since > latestStart(list));
  if (carrying !== undefined) {
    // Registered earlier than stated, and nobody can tell how much: only another statement could decide.
    const answer = unknown(registeredWhenUnknown(carrying.list), {
      pointer: '/registeredSince',
      text: (m) => m.askIfRegisteredOn({ registry, since }),
    });
    return { ...answer, because: [...answer.because, listDisagrees(carrying.source.registry, since)] };
  }
  return protectedFrom(source, since, 'statement', facts);
}

function asked(sources: readonly Source[], silent: readonly Told[], facts: CaseFacts): Answer {
  // The registry the reporter can speak for stands last.
  const registry = sources.at(-1)?.registry ?? '';
  const answer = unknown((m) => m.registrationUnknown({ registry }), {
    pointer: '/registeredSince',
    text: (m) => m.askRegisteredSince({ registry }),
  });
  const [day] = contactDays(facts);
  const because = silent.map(({ list }): Said => {
    const days = (day ?? 0) - dayNumber(list.asOf);
    return list.registered
      ? registeredWhenUnknown(list)
      : (m) => m.listTooOld({ registry: list.registry, asOf: list.asOf, days, source: toldBy(list) });
  });
  return because.length === 0 ? answer : { ...answer, because };
}

/** Says of a list that was older than the law allows, on the day of the contact, that it was. */
function withAge(answer: Answer, { registry, asOf }: ListAnswer, facts: CaseFacts): Answer {
  const day = Math.max(...contactDays(facts));
  const stale = staleFrom(registry, asOf);
  if (stale === null || day < dayNumber(stale)) {
    return answer;
  }
  const said: Said = (m) => m.listStale({ registry, asOf, days: day - dayNumber(asOf) });
  return { ...answer, because: [...answer.because, said] };
}

const notOnList =
  (list: ListAnswer): Said =>
  (m) =>
    m.notOnList({ registry: list.registry, asOf: list.asOf, source: toldBy(list) });

const toldBy = ({ source }: ListAnswer): RegistrySource => source ?? 'list';

const listDisagrees =
  (registry: string, since: string): Said =>
  (m) =>
    m.listDisagrees({ registry, stated: since });

const registeredWhenUnknown =
  (list: ListAnswer): Said =>
  (m) =>
    m.registeredWhenUnknown({ registry: list.registry, noLaterThan: latestStart(list), source: toldBy(list) });

/** The latest day on which the registration of an undated list can have begun. */
function latestStart(list: ListAnswer): string {
  return list.noLaterThan ?? list.asOf;
}

/** Whether a list that carries the line contradicts the statement: of another registry only where that is later. */
function disagrees({ source, list }: Told, statement: Stated | undefined): statement is Stated {
  if (statement === undefined) {
    return false;
  }
  return list.since !== null && statement.source === source
    ? statement.since !== list.since
    : statement.since > (list.since ?? latestStart(list));
}
