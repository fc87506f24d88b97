import { dateOfDay, dayNumber } from '#shared/law/calendar.ts';
import type { CaseFacts } from '#shared/law/case-facts.ts';
import { evaluate } from '#shared/law/evaluate.ts';
import type { Finding } from '#shared/law/finding.ts';

/** A sales call at noon to a Massachusetts line registered for years, from a stranger: breaks the registry rules only. */
export function aCase(overrides: Partial<CaseFacts> = {}): CaseFacts {
  return {
    kind: 'call',
    sender: { type: 'phone', value: '+12025550123', validity: 'valid', country: 'US' },
    callerIdShown: true,
    line: '+16175550142',
    lineType: 'residential',
    place: { country: 'US', region: 'MA' },
    occurred: { at: '2026-11-20T17:00:00Z', timeKnown: true },
    zones: ['America/New_York'],
    registry: registeredSince('2019-03-01'),
    recorded: false,
    optOutOffered: undefined,
    relationship: 'none',
    lastDealtOn: undefined,
    purpose: 'sale',
    surveyAlsoSells: undefined,
    askedToStopOn: undefined,
    callerName: undefined,
    sellerName: undefined,
    priorContacts: [],
    ...overrides,
  };
}

export function registeredSince(since: string): CaseFacts['registry'] {
  return { lists: [], statement: { registry: 'us-national', since } };
}

export function at(instant: string): Pick<CaseFacts, 'occurred'> {
  return { occurred: { at: instant, timeKnown: true } };
}

/** At noon in New York on a day. */
export function onDay(date: string): Pick<CaseFacts, 'occurred'> {
  return at(`${date}T17:00:00Z`);
}

export function daysAfter(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days);
}

export function finding(rule: string, facts: CaseFacts): Finding {
  const found = evaluate(facts).find((candidate) => candidate.rule === rule);
  if (found === undefined) {
    throw new Error(`No rulebook for ${JSON.stringify(facts.place)} has the rule ${rule}`);
  }
  return found;
}

/** The verdict; for an open one, with the field it asks for: `undetermined /purpose`. */
export function verdict(rule: string, facts: CaseFacts): string {
  const found = finding(rule, facts);
  return found.question === null ? found.verdict : `${found.verdict} ${found.question.pointer}`;
}
