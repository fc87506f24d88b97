import type { Language } from '#shared/intake/language.ts';
import type { Group, GroupName, Words } from './messages.ts';

type Groups<G extends GroupName> = { readonly [Name in G]: Group<Name> };

/** Puts together what a function says in each language. */
export function wordsIn<G extends GroupName>(groups: Groups<G>): (language: Language) => Words<G> {
  return (language) => pick(groups, language);
}

function pick<G extends GroupName>(groups: Groups<G>, language: Language): Words<G> {
  const names = Object.keys(groups) as G[];
  return Object.fromEntries(names.map((name) => [name, groups[name][language]])) as Words<G>;
}
