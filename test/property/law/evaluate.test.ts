import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseFacts } from '#shared/law/case-facts.ts';
import { evaluate } from '#shared/law/evaluate.ts';
import type { Finding } from '#shared/law/finding.ts';
import { complaintRegulators, rulebooksFor } from '#shared/law/rulebooks.ts';
import { nationalRegistry } from '#shared/registry/registries.ts';
import { anyCase, anyDate } from './any-case.ts';

const runs = { numRuns: 500 };
const hours = ['US-HOURS', 'MA-HOURS'];
const outcome = ({ verdict, question }: Finding) => `${verdict} ${question?.pointer ?? ''}`;

/** Each field a question can be about: how to make it unknown, and the answers a reporter can give. */
const fields: Readonly<
  Record<string, { unknown: (facts: CaseFacts) => CaseFacts; answers: readonly Partial<CaseFacts>[] }>
> = {
  '/purpose': {
    unknown: (facts) => ({ ...facts, purpose: undefined }),
    answers: (['sale', 'charity', 'political', 'survey', 'debt', 'information'] as const).map((purpose) => ({
      purpose,
    })),
  },
  '/surveyAlsoSells': {
    unknown: (facts) => ({ ...facts, surveyAlsoSells: undefined }),
    answers: [true, false].map((surveyAlsoSells) => ({ surveyAlsoSells })),
  },
  '/relationship': {
    unknown: (facts) => ({ ...facts, relationship: undefined }),
    answers: (['none', 'customer', 'inquiry', 'permission', 'debt'] as const).map((relationship) => ({ relationship })),
  },
  '/lastDealtOn': {
    unknown: (facts) => ({ ...facts, lastDealtOn: undefined }),
    answers: ['2010-01-01', '2023-01-01', '2024-01-01', '2025-01-01', '2026-01-01', '2027-01-01'].map(
      (lastDealtOn) => ({
        lastDealtOn,
      }),
    ),
  },
  '/recorded': {
    unknown: (facts) => ({ ...facts, recorded: undefined }),
    answers: [true, false].map((recorded) => ({ recorded })),
  },
  '/optOutOffered': {
    unknown: (facts) => ({ ...facts, optOutOffered: undefined }),
    answers: [true, false].map((optOutOffered) => ({ optOutOffered })),
  },
  '/callerIdShown': {
    unknown: (facts) => ({
      ...facts,
      callerIdShown: undefined,
      sender: { type: 'unknown', value: null, validity: 'not_applicable', country: null },
    }),
    answers: [true, false].map((callerIdShown) => ({ callerIdShown })),
  },
  '/lineType': {
    unknown: (facts) => ({ ...facts, lineType: undefined }),
    answers: (['residential', 'wireless', 'business'] as const).map((lineType) => ({ lineType })),
  },
  '/registeredSince': {
    unknown: (facts) => ({ ...facts, registry: { ...facts.registry, statement: null } }),
    answers: [],
  },
  '/timeZone': {
    unknown: (facts) => ({ ...facts, zones: [] }),
    answers: ['America/New_York', 'America/Los_Angeles', 'Europe/London', 'Asia/Tokyo', 'Pacific/Auckland'].map(
      (zone) => ({
        zones: [zone],
      }),
    ),
  },
  '/occurredAt': {
    unknown: (facts) => ({
      ...facts,
      occurred: { at: `${facts.occurred.at.slice(0, 10)}T00:00:00Z`, timeKnown: false },
    }),
    answers: [],
  },
};

function answersTo(pointer: string, facts: CaseFacts): readonly Partial<CaseFacts>[] {
  switch (pointer) {
    case '/registeredSince':
      return ['2003-01-01', '2023-06-01', '2025-06-01', '2028-06-01'].map((since) => ({
        registry: { ...facts.registry, statement: { registry: nationalRegistry(facts.place.country ?? 'US'), since } },
      }));
    case '/occurredAt':
      return ['T03:00:00Z', 'T12:00:00Z', 'T17:00:00Z', 'T23:59:00Z'].map((time) => ({
        occurred: { at: `${facts.occurred.at.slice(0, 10)}${time}`, timeKnown: true },
      }));
    default:
      return fields[pointer]?.answers ?? [];
  }
}

describe('evaluating', () => {
  it('is total and deterministic: every rule of every covering rulebook once, always explained', () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        const findings = evaluate(facts);
        expect(findings.map(({ rule }) => rule)).toEqual(
          rulebooksFor(facts.place).flatMap((book) => book.rules.map(({ id }) => id)),
        );
        expect(evaluate(structuredClone(facts))).toEqual(findings);
        for (const { verdict, reason, citation, question } of findings) {
          expect(reason).toMatch(/[.]$/);
          expect(citation).not.toBe('');
          expect(question !== null).toBe(verdict === 'undetermined');
        }
      }),
      runs,
    );
  });

  it('never rests a violation or an exemption on what is unknown: every answer to it would give the same', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom(...Object.keys(fields)), (facts, pointer) => {
        const open = fields[pointer]?.unknown(facts) ?? facts;
        const decided = evaluate(open).filter(({ verdict }) => verdict === 'violation' || verdict === 'exempt');
        for (const answer of answersTo(pointer, open)) {
          // An unsaid type of line counts as not business, by contract; every other unknown stays one.
          if (answer.lineType === 'business') {
            continue;
          }
          const answered = new Map(evaluate({ ...open, ...answer }).map((found) => [found.rule, found]));
          for (const { rule, verdict } of decided) {
            // An answer may add an exemption to what was exempt or none; it never takes a decision back into doubt ...
            const now = answered.get(rule)?.verdict;
            expect([rule, pointer, answer, now]).not.toEqual([rule, pointer, answer, 'undetermined']);
            // ... and what was a violation without it stays one.
            if (verdict === 'violation') {
              expect([rule, pointer, answer, now]).toEqual([rule, pointer, answer, 'violation']);
            }
          }
        }
      }),
      runs,
    );
  });

  it('asks only questions that get somewhere: at least one answer changes the verdict or the question', () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        for (const found of evaluate(facts)) {
          if (found.question === null) {
            continue;
          }
          const answers = answersTo(found.question.pointer, facts);
          expect(answers, found.question.pointer).not.toEqual([]);
          const outcomes = answers.map((answer) =>
            evaluate({ ...facts, ...answer }).flatMap((now) => (now.rule === found.rule ? [outcome(now)] : [])),
          );
          expect(
            outcomes.flat().some((now) => now !== outcome(found)),
            `${found.rule} ${outcome(found)}`,
          ).toBe(true);
        }
      }),
      runs,
    );
  });

  it('is decided after a few answers, whatever they are', () => {
    fc.assert(
      fc.property(anyCase, fc.infiniteStream(fc.nat()), (start, choices) => {
        let facts = start;
        for (let asked = 0; asked < 12; asked += 1) {
          const open = evaluate(facts).find(
            (found) => found.question !== null && found.rule !== 'MA-DNC' && !isStubborn(found, facts),
          );
          if (open?.question == null) {
            return;
          }
          const answers = answersTo(open.question.pointer, facts);
          const choice = choices.next().value ?? 0;
          facts = { ...facts, ...answers[choice % answers.length] };
        }
        expect(
          evaluate(facts)
            .filter(({ rule }) => rule !== 'MA-DNC')
            .filter((found) => !isStubborn(found, facts)),
        ).toEqual([]);
      }),
      runs,
    );
  });
});

/**
 * Two answers leave their question standing: a last dealing after the contact says nothing about the time before, and a
 * day of registration that a list contradicts decides nothing.
 */
function isStubborn({ question }: Finding, facts: CaseFacts): boolean {
  return (
    (question?.pointer === '/lastDealtOn' && facts.lastDealtOn !== undefined) ||
    (question?.pointer === '/registeredSince' && facts.registry.statement !== null)
  );
}

describe('a list without the line', () => {
  const registryRules = ['US-DNC-REG', 'US-TEXT-DNC'];
  const about = (facts: CaseFacts, asOf: string, since: string, heard: boolean) =>
    evaluate({
      ...facts,
      registry: {
        lists: heard ? [{ registry: 'us-national', registered: false, since: null, noLaterThan: null, asOf }] : [],
        statement: { registry: 'us-national', since },
      },
    })
      .filter(({ rule }) => registryRules.includes(rule))
      .map(outcome);

  it('says nothing of what came after it, and never lets an earlier registration count', () => {
    fc.assert(
      fc.property(anyCase, anyDate, anyDate, (facts, asOf, since) => {
        const found = about(facts, asOf, since, true);
        if (since > asOf) {
          expect(found).toEqual(about(facts, asOf, since, false));
        } else {
          expect(found.filter((one) => one.startsWith('violation'))).toEqual([]);
        }
      }),
      runs,
    );
  });
});

describe('hours rules', () => {
  it('are never violated or exempt by federal law when the time of day is unknown', () => {
    fc.assert(
      fc.property(anyCase, anyDate, (facts, date) => {
        const dateAlone = { ...facts, occurred: { at: `${date}T00:00:00Z`, timeKnown: false } };
        const found = evaluate(dateAlone).filter(({ rule }) => hours.includes(rule));
        expect(found.filter(({ verdict }) => verdict === 'violation')).toEqual([]);
      }),
      runs,
    );
  });

  it('with several candidate zones are violated only if they are in each', () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        fc.pre(facts.zones.length > 0);
        const together = evaluate(facts).filter(({ rule }) => hours.includes(rule));
        const apart = facts.zones.map((zone) => new Map(evaluate({ ...facts, zones: [zone] }).map((f) => [f.rule, f])));
        for (const { rule, verdict } of together) {
          const each = apart.map((findings) => findings.get(rule)?.verdict);
          if (verdict === 'violation' || verdict === 'not_shown') {
            expect(each).toEqual(each.map(() => verdict));
          }
        }
      }),
      runs,
    );
  });
});

describe('complaints', () => {
  it('go to a regulator exactly when a rule of its book that can be complained about is violated', () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        const findings = evaluate(facts);
        const violated = findings.filter(({ verdict }) => verdict === 'violation').map(({ rule }) => rule);
        const expected = rulebooksFor(facts.place).flatMap((book) =>
          book.rules.some(({ id, informational }) => !informational && violated.includes(id)) ? book.regulators : [],
        );
        expect(complaintRegulators(findings)).toEqual(expected);
      }),
      runs,
    );
  });
});
