import { describe, expect, it } from 'vitest';
import type { CaseFacts } from '#shared/law/case-facts.ts';
import type { Citation, WholeNumber } from '#shared/law/condition.ts';
import { evaluateRulebook } from '#shared/law/evaluate.ts';
import { en } from '#shared/law/messages/en.ts';
import { type Rulebook, rulebookSchema } from '#shared/law/rulebook.ts';
import { aCase, onDay } from './a-case.ts';

// The engine knows nothing about any country: here is the law of one that does not exist.
const law: Citation = { section: 'Act 7', paragraph: { text: '(3)', mark: 'verified' }, mark: 'verified' };
const hearsay: Citation = { section: 'Rumour 1', mark: 'unverified' };
const weeks = (value: number): WholeNumber => ({ value, citation: [law], mark: 'verified' });

const rulebook: Rulebook = {
  id: 'xx',
  name: 'Nowhere',
  covers: { country: 'XX', region: null },
  rules: [
    {
      id: 'XX-LIST',
      kinds: ['call', 'text'],
      when: [
        {
          test: 'registered',
          sources: [{ registry: 'xx-national', counts: 'from', atLeast: weeks(14), atMost: weeks(28) }],
        },
      ],
      about: [{ test: 'purpose', is: ['sale', 'charity'] }],
      exemptions: ['XX-EX-KNOWN'],
      informational: false,
      citation: [law, hearsay],
      mark: 'verified',
      inForce: { from: '2026-01-01', until: '2026-12-31', mark: 'verified' },
    },
    {
      id: 'XX-AGAIN',
      kinds: ['call'],
      when: [{ test: 'violates', rules: ['XX-LIST'] }],
      about: [],
      exemptions: [],
      informational: false,
      citation: [law],
      mark: 'verified',
    },
  ],
  exemptions: [
    {
      id: 'XX-EX-KNOWN',
      when: [{ test: 'relationship', is: ['customer', 'permission'] }],
      citation: [{ section: 'Act 9', mark: 'secondary' }],
      mark: 'secondary',
    },
  ],
  regulators: [],
};

const listed = (since: string): CaseFacts['registry'] => ({ lists: [], statement: { registry: 'xx-national', since } });
const judge = (overrides: Partial<CaseFacts>) =>
  evaluateRulebook(
    rulebook,
    aCase({ place: { country: 'XX', region: null }, registry: listed('2020-01-01'), ...overrides }),
    en,
  );
const outcome = (overrides: Partial<CaseFacts>) => {
  const [first] = judge(overrides);
  return first?.question === null ? first.verdict : `${first?.verdict} ${first?.question?.pointer}`;
};

describe('any rulebook', () => {
  it('is data of one shape', () => {
    expect(rulebookSchema.safeParse(rulebook)).toMatchObject({ success: true });
  });

  it('is judged in one order: a sure no, an exemption, another purpose, the unknown, a violation', () => {
    const allUnknown = { purpose: undefined, relationship: undefined };
    expect(outcome({ ...allUnknown, registry: listed('2027-01-01') })).toBe('not_shown');
    expect(outcome({ ...allUnknown, relationship: 'customer' })).toBe('exempt');
    expect(outcome({ purpose: 'political', relationship: 'customer' })).toBe('exempt');
    expect(outcome({ purpose: 'political', relationship: undefined })).toBe('not_shown');
    expect(outcome(allUnknown)).toBe('undetermined /purpose');
    expect(outcome({ relationship: undefined })).toBe('undetermined /relationship');
    expect(outcome({})).toBe('violation');
  });

  it('has its own dates, days and purposes', () => {
    expect(outcome(onDay('2025-12-31'))).toBe('not_shown');
    expect(outcome(onDay('2026-12-31'))).toBe('violation');
    expect(outcome(onDay('2027-01-01'))).toBe('not_shown');
    expect(outcome({ purpose: 'charity' })).toBe('violation');
    // A survey could be either; only one that sells counts here.
    expect(outcome({ purpose: 'survey' })).toBe('undetermined /surveyAlsoSells');
    expect(outcome({ registry: listed('2026-11-01') })).toBe('undetermined /registeredSince');
  });

  it('cites its verified sources, an exemption adding its own', () => {
    expect(judge({})[0]?.citation).toBe('Act 7(3)');
    expect(judge({ relationship: 'customer' })[0]?.citation).toBe('Act 7(3); Act 9');
  });

  it('lets a rule rest on an earlier one, with its verdict and its question', () => {
    expect(judge({})[1]).toMatchObject({ verdict: 'violation', reason: expect.stringContaining('XX-LIST') });
    expect(judge({ purpose: undefined })[1]).toMatchObject({
      verdict: 'undetermined',
      question: { pointer: '/purpose' },
    });
    expect(judge({ relationship: 'customer' })[1]).toMatchObject({ verdict: 'not_shown' });
  });

  it('speaks the language it is given', () => {
    const shouting = { ...en, purposeIs: () => 'SALE!' };
    const [found] = evaluateRulebook(rulebook, aCase({ registry: listed('2020-01-01') }), shouting);
    expect(found?.reason).toContain('SALE!');
  });
});
