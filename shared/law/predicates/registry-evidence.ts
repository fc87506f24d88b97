import type { ListAnswer } from '#shared/registry/registry-facts.ts';
import { dayNumber } from '../calendar.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { Source } from './protection.ts';

/** What a list says about the line. */
export interface Told {
  readonly source: Source;
  readonly list: ListAnswer;
}

/** What the reporter says about it. */
export interface Stated {
  readonly source: Source;
  readonly since: string;
}

/** The newest list of each source that holds one of the line, in the order of the sources. */
export function told(sources: readonly Source[], facts: CaseFacts): readonly Told[] {
  return sources.flatMap((source) => {
    const list = newestList(facts, source.registry);
    return list === undefined ? [] : [{ source, list }];
  });
}

export function stated(sources: readonly Source[], facts: CaseFacts): Stated | undefined {
  const { statement } = facts.registry;
  const source = sources.find(({ registry }) => registry === statement?.registry);
  return statement === null || source === undefined ? undefined : { source, since: statement.since };
}

/**
 * Whether a list without the line contradicts a registration of that day: one of its own registry must be on it, one of a
 * registry it takes over must be once the latest date for that has passed.
 */
export function notTakenOver(source: Source, since: string, { source: other, list }: Told): boolean {
  const takeover = source.atMost.value - source.atLeast.value;
  return (
    (source === other || takeover > 0) && dayNumber(since) + (source === other ? 0 : takeover) <= dayNumber(list.asOf)
  );
}

function newestList(facts: CaseFacts, registry: string): ListAnswer | undefined {
  return facts.registry.lists
    .filter((list) => list.registry === registry)
    .reduce<ListAnswer | undefined>(
      (best, list) => (best === undefined || list.asOf > best.asOf ? list : best),
      undefined,
    );
}
