import { describe, expect, it } from 'vitest';
import type { Citation } from '#shared/law/condition.ts';
import { evaluate } from '#shared/law/evaluate.ts';
import { rulebookSchema } from '#shared/law/rulebook.ts';
import { regulators, rulebooks } from '#shared/law/rulebooks.ts';
import { aCase } from './a-case.ts';

const variants = [
  aCase(),
  aCase({ purpose: undefined, relationship: undefined, recorded: undefined, zones: [] }),
  aCase({ relationship: 'customer', lastDealtOn: '2026-06-01', priorContacts: ['2026-06-02'] }),
  aCase({ kind: 'text', askedToStopOn: '2026-01-01', priorContacts: ['2026-06-02'] }),
  aCase({
    purpose: 'charity',
    recorded: true,
    callerIdShown: false,
    occurred: { at: '2026-11-21T03:00:00Z', timeKnown: true },
  }),
  aCase({ relationship: 'permission', registry: { lists: [], statement: null } }),
];

describe.each(rulebooks.map((book) => [book.id, book] as const))('rulebook %s', (_id, book) => {
  it('is well formed', () => {
    expect(rulebookSchema.safeParse(book)).toMatchObject({ success: true });
  });

  it('gives one finding a rule, in its order', () => {
    for (const facts of variants.map((each) => ({ ...each, place: book.covers }))) {
      const ids = evaluate(facts).map(({ rule }) => rule);
      const own = book.rules.map(({ id }) => id);
      expect(ids.filter((id) => own.includes(id))).toEqual(own);
    }
  });

  it('never prints a paragraph or a source that was not verified', () => {
    const cited = citations(book).flatMap(({ section, paragraph, mark }) => [
      ...(mark === 'unverified' ? [section] : []),
      ...(paragraph !== undefined && paragraph.mark !== 'verified' ? [`${section}${paragraph.text}`] : []),
    ]);
    const here = variants.map((facts) => ({ ...facts, place: book.covers }));
    for (const printed of here.flatMap((facts) => evaluate(facts)).map((found) => JSON.stringify(found))) {
      expect(cited.filter((text) => printed.includes(text))).toEqual([]);
    }
  });

  it('binds no regulator to a date: none is known', () => {
    expect(book.regulators.map(({ deadlines }) => deadlines)).toEqual(book.regulators.map(() => null));
  });
});

describe('findings', () => {
  it('cite what was verified in full, and only the section of the rest', () => {
    const citations = new Map(evaluate(aCase()).map(({ rule, citation }) => [rule, citation]));
    expect(Object.fromEntries(citations)).toMatchObject({
      'US-DNC-REG': '16 CFR 310.4; 47 CFR 64.1200; complaints.donotcall.gov',
      'US-TEXT-DNC': 'FCC 23-107; 89 FR 5098',
      'US-HOURS': '16 CFR 310.4; 47 CFR 64.1200',
      'US-REVOKE': 'FCC 24-24; 89 FR 15756; 47 CFR 64.1200(a)(10), (12)',
      'US-AUTODIAL': '47 USC 227; 47 CFR 64.1200',
      'US-PRA-DNC': '47 USC 227(c)(5)',
      'MA-DNC': '201 CMR 12.02(1); 201 CMR 12.05(2)',
      'MA-HOURS': '201 CMR 12.02(2)',
      'MA-RECORDED': '201 CMR 12.02(4)',
      'MA-CIDBLOCK': '201 CMR 12.02(5)',
      'MA-PRA': 'M.G.L. c.159C s.8(a)-(c)',
    });
  });

  it('always explain themselves, in words that judge nobody', () => {
    for (const { reason, question } of variants.flatMap((facts) => evaluate(facts))) {
      expect(reason).toMatch(/^[A-Z].*[.]$/);
      expect(`${reason} ${question?.text ?? ''}`).not.toMatch(
        /illegal|unlawful|criminal|guilty|undefined|null|NaN|\[object/i,
      );
    }
  });

  it('ask a question exactly when they are open', () => {
    for (const { verdict, question } of variants.flatMap((facts) => evaluate(facts))) {
      expect(question !== null).toBe(verdict === 'undetermined');
    }
  });
});

describe('a rulebook that does not hold together is refused', () => {
  const [book] = rulebooks;
  const broken = (change: object) => rulebookSchema.safeParse({ ...book, ...change }).success;

  it.each([
    ['an unknown exemption', { rules: book?.rules.map((rule) => ({ ...rule, exemptions: ['US-EX-NONE'] })) }],
    ['an id twice', { rules: [...(book?.rules ?? []), ...(book?.rules ?? [])] }],
    ['a rule that rests on a later one', { rules: book?.rules.toReversed() }],
    [
      'a regulator that takes an unknown rule',
      { regulators: book?.regulators.map((one) => ({ ...one, takes: ['X'] })) },
    ],
    ['an informational rule that is taken', { rules: book?.rules.map((rule) => ({ ...rule, informational: true })) }],
  ])('%s', (_what, change) => {
    expect(broken({})).toBe(true);
    expect(broken(change)).toBe(false);
  });
});

describe('regulators', () => {
  it('are two, and neither promises an answer', () => {
    expect(regulators().map(({ id, nextStep }) => [id, nextStep])).toEqual([
      ['us-ftc', 'no_individual_answer'],
      ['us-ma-ag', 'not_known'],
    ]);
  });
});

/** Every citation anywhere in the data: whatever has a section and a mark. */
function citations(value: unknown): Citation[] {
  if (Array.isArray(value)) {
    return value.flatMap(citations);
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const inside = Object.values(value).flatMap(citations);
  return isCitation(value) ? [value, ...inside] : inside;
}

function isCitation(value: object): value is Citation {
  return 'section' in value && 'mark' in value;
}
