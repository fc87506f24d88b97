import { type Answer, type Ask, askable, every, type Said } from './answer.ts';
import { dayNumber } from './calendar.ts';
import type { CaseFacts } from './case-facts.ts';
import type { Citation } from './condition.ts';
import type { Finding, Verdict } from './finding.ts';
import { type Judged, judgeAll } from './judge.ts';
import { en } from './messages/en.ts';
import type { Messages } from './messages/messages.ts';
import { contactDays } from './predicates/contact-days.ts';
import type { Rule, Rulebook } from './rulebook.ts';
import { rulebooksFor } from './rulebooks.ts';

/**
 * What every rule of the rulebooks that cover the called person's place says about one report, in rulebook order. Pure.
 * Each rule gives exactly one finding; without a rulebook for the place there are none.
 */
export function evaluate(facts: CaseFacts, messages: Messages = en): Finding[] {
  return rulebooksFor(facts.place).flatMap((book) => evaluateRulebook(book, facts, messages));
}

export function evaluateRulebook(book: Rulebook, facts: CaseFacts, messages: Messages): Finding[] {
  const judged = new Map<string, Answer>();
  return book.rules.map((rule) => {
    const opinion = apply(rule, book, facts, judged);
    judged.set(rule.id, opinion.answer);
    return {
      rule: rule.id,
      verdict: opinion.verdict,
      reason: spoken(opinion.answer.because, messages),
      citation: cite([...rule.citation, ...opinion.alsoCited]),
      question:
        opinion.question === null ? null : { pointer: opinion.question.pointer, text: opinion.question.text(messages) },
    };
  });
}

interface Opinion {
  readonly verdict: Verdict;
  readonly answer: Answer;
  readonly alsoCited: readonly Citation[];
  readonly question: Ask | null;
}

/** The order matters: a sure no first, then what allowed the contact, then what is not known, and only then a violation. */
function apply(rule: Rule, book: Rulebook, facts: CaseFacts, judged: Judged): Opinion {
  const outOfScope = scope(rule, facts);
  if (outOfScope !== null) {
    return notShown([outOfScope]);
  }
  const happened = judgeAll(rule.when, facts, judged);
  if (happened.is === 'no') {
    return notShown(happened.because);
  }
  const exemptions = book.exemptions
    .filter((exemption) => rule.exemptions.includes(exemption.id))
    .map((exemption) => ({ exemption, answer: judgeAll(exemption.when, facts, judged) }));
  const allowed = exemptions.find(({ answer }) => answer.is === 'yes');
  if (allowed !== undefined) {
    const { exemption, answer } = allowed;
    const { note } = exemption;
    const because: Said[] = [...answer.because, (m) => m.exempt({ exemption: exemption.id })];
    if (note !== undefined) {
      because.push((m) => m[note]());
    }
    return { verdict: 'exempt', answer: { is: 'no', because }, alsoCited: exemption.citation, question: null };
  }
  const about = judgeAll(rule.about, facts, judged);
  if (about.is === 'no') {
    return notShown(about.because);
  }
  const notExempt = exemptions.map(({ answer }) => without(answer));
  const answer = every([happened, about, ...notExempt]);
  if (answer.is === 'unknown') {
    // Exemptions that are out already would only clutter the question.
    const open = exemptions.flatMap((one) => (one.answer.is === 'unknown' ? one.answer.because : []));
    const because = [...happened.because, ...about.because, ...open];
    return {
      verdict: 'undetermined',
      answer: { ...answer, because },
      alsoCited: [],
      question: mostDeciding(answer.asks),
    };
  }
  const { note } = rule;
  const because = note === undefined ? answer.because : [...answer.because, (m: Messages) => m[note]()];
  return { verdict: 'violation', answer: { is: 'yes', because }, alsoCited: [], question: null };
}

/** That an exemption does not apply is one of the conditions of a violation. */
function without(answer: Answer): Answer {
  return answer.is === 'no' ? { is: 'yes', because: answer.because } : answer;
}

function notShown(because: readonly Said[]): Opinion {
  return { verdict: 'not_shown', answer: { is: 'no', because }, alsoCited: [], question: null };
}

function scope(rule: Rule, facts: CaseFacts): Said | null {
  const [about] = rule.kinds;
  if (about !== undefined && !rule.kinds.includes(facts.kind)) {
    return (m) => m.otherKind({ about });
  }
  const { from, until } = rule.inForce ?? { from: null, until: null };
  const covered = contactDays(facts).every(
    (day) => (from === null || day >= dayNumber(from)) && (until === null || day <= dayNumber(until)),
  );
  return covered ? null : (m) => m.outOfForce({ from, until });
}

function mostDeciding(asks: readonly Ask[]): Ask | null {
  return asks.reduce<Ask | null>(
    (best, ask) => (best === null || askable.indexOf(ask.pointer) < askable.indexOf(best.pointer) ? ask : best),
    null,
  );
}

function spoken(because: readonly Said[], messages: Messages): string {
  return [...new Set(because.map((said) => said(messages)))].join(' ');
}

/** Sections whose source is known, with the paragraph only where it was verified. */
function cite(citations: readonly Citation[]): string {
  const texts = citations
    .filter((citation) => citation.mark !== 'unverified')
    .map(({ section, paragraph }) => (paragraph?.mark === 'verified' ? `${section}${paragraph.text}` : section));
  return [...new Set(texts)].join('; ');
}
