import { type Answer, either, every } from './answer.ts';
import type { CaseFacts } from './case-facts.ts';
import type { Clause, Test } from './condition.ts';
import {
  callerIdHidden,
  live,
  optOutMissing,
  personalLine,
  recorded,
  wirelessLine,
} from './predicates/circumstances.ts';
import { contactedBefore, dealtWithin, noStopRequest, relationship, stopRequested } from './predicates/dealings.ts';
import { outsideHours } from './predicates/hours.ts';
import { purpose } from './predicates/purpose.ts';
import { registered } from './predicates/registration.ts';

/** Answers of the rules that stand earlier in the same rulebook, by rule id: yes is a violation. */
export type Judged = ReadonlyMap<string, Answer>;

export function judgeAll(clauses: readonly Clause[], facts: CaseFacts, judged: Judged): Answer {
  return every(clauses.map((clause) => judge(clause, facts, judged)));
}

function judge(clause: Clause, facts: CaseFacts, judged: Judged): Answer {
  return clause.test === 'either'
    ? either(clause.of.map((tests) => every(tests.map((test) => answer(test, facts, judged)))))
    : answer(clause, facts, judged);
}

function answer(test: Test, facts: CaseFacts, judged: Judged): Answer {
  switch (test.test) {
    case 'purpose':
      return purpose(test, facts);
    case 'relationship':
      return relationship(test, facts);
    case 'dealtWithin':
      return dealtWithin(test, facts);
    case 'stopRequested':
      return stopRequested(test, facts);
    case 'noStopRequest':
      return noStopRequest(test, facts);
    case 'personalLine':
      return personalLine(facts);
    case 'wirelessLine':
      return wirelessLine(facts);
    case 'recorded':
      return recorded(facts);
    case 'live':
      return live(facts);
    case 'optOutMissing':
      return optOutMissing(facts);
    case 'callerIdHidden':
      return callerIdHidden(facts);
    case 'outsideHours':
      return outsideHours(test, facts);
    case 'registered':
      return registered(test, facts);
    case 'contactedBefore':
      return contactedBefore(test, facts);
    case 'violates':
      return violates(test.rules, judged);
  }
}

function violates(rules: readonly string[], judged: Judged): Answer {
  const answers = rules.flatMap((rule) => judged.get(rule) ?? []);
  const broken = rules.filter((rule) => judged.get(rule)?.is === 'yes');
  if (broken.length > 0) {
    return { is: 'yes', because: [(m) => m.restsOn({ rules: broken })] };
  }
  const open = either(answers);
  return open.is === 'unknown'
    ? { ...open, because: [(m) => m.restsOnOpen()] }
    : { is: 'no', because: [(m) => m.restsOnNothing()] };
}
