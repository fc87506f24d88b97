import type { CaseFacts } from './case-facts.ts';
import type { Finding } from './finding.ts';
import type { Regulator, Rulebook } from './rulebook.ts';
import { australia } from './rulebooks/au.ts';
import { canada } from './rulebooks/ca.ts';
import { unitedKingdom } from './rulebooks/gb.ts';
import { usFederal } from './rulebooks/us-federal.ts';
import { usMassachusetts } from './rulebooks/us-ma.ts';

/** Every jurisdiction we know. Their order is the order of findings. */
export const rulebooks: readonly Rulebook[] = [usFederal, usMassachusetts, canada, unitedKingdom, australia];

/** The rulebooks that cover the called person's place; none where the country is unknown. */
export function rulebooksFor(place: CaseFacts['place']): readonly Rulebook[] {
  return rulebooks.filter(
    ({ covers }) => covers.country === place.country && (covers.region === null || covers.region === place.region),
  );
}

const byId = new Map(rulebooks.flatMap((book) => book.regulators).map((regulator) => [regulator.id, regulator]));

export function regulators(): readonly Regulator[] {
  return [...byId.values()];
}

/** The regulators to complain to: each that takes at least one rule found violated. Informational rules are taken by none. */
export function complaintRegulators(findings: readonly Finding[]): readonly Regulator[] {
  const violated = new Set(
    findings.filter((finding) => finding.verdict === 'violation').map((finding) => finding.rule),
  );
  return regulators().filter((regulator) => regulator.takes.some((rule) => violated.has(rule)));
}
