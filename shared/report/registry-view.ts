import type * as z from 'zod';
import type { RegistryFacts } from '#shared/registry/registry-facts.ts';
import type { registryViewSchema } from './report-view-schema.ts';

type RegistryView = z.infer<typeof registryViewSchema>;

/** The one-line answer of CONTRACT section 4. A list decides over the reporter's statement; an undated entry has no `since`. */
export function registryView({ lists, statement }: RegistryFacts): RegistryView {
  const list = lists.find(({ registered }) => registered) ?? lists[0];
  if (list !== undefined) {
    return {
      status: list.registered ? 'registered' : 'not_registered',
      registry: list.registry,
      since: list.registered ? list.since : null,
      source: list.source ?? 'list',
      asOf: list.asOf,
    };
  }
  return statement === null
    ? { status: 'unknown', registry: null, since: null, source: 'none', asOf: null }
    : { status: 'registered', registry: statement.registry, since: statement.since, source: 'statement', asOf: null };
}
