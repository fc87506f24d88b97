import { describe, expect, it } from 'vitest';
import type { CaseFacts } from '#shared/law/case-facts.ts';
import { evaluate } from '#shared/law/evaluate.ts';
import { complaintRegulators } from '#shared/law/rulebooks.ts';
import { aCase, at, daysAfter, finding, onDay, registeredSince, verdict } from './a-case.ts';

const stateList = (answer: Partial<CaseFacts['registry']['lists'][number]>): Pick<CaseFacts, 'registry'> => ({
  registry: {
    lists: [{ registry: 'us-ma', registered: true, since: null, noLaterThan: null, asOf: '2026-10-01', ...answer }],
    statement: { registry: 'us-national', since: '2019-03-01' },
  },
});

describe('MA-DNC', () => {
  const joined = '2026-01-10';

  describe('a national registration is carried over on the next quarterly list, whose date nobody tells us', () => {
    it.each([
      [60, 'not_shown'],
      [61, 'undetermined /registeredSince'],
      [151, 'undetermined /registeredSince'],
      [152, 'undetermined /registeredSince'],
      [153, 'violation'],
    ])('%i days after it: %s', (days, expected) => {
      const facts = { registry: registeredSince(joined), ...onDay(daysAfter(joined, days)) };
      expect(verdict('MA-DNC', aCase(facts))).toBe(expected);
    });

    it('asks nothing where a list has told the day: no answer could decide', () => {
      const registry = {
        lists: [
          { registry: 'us-national', registered: true, since: joined, noLaterThan: null, asOf: '2026-11-01' } as const,
        ],
        statement: null,
      };
      expect(verdict('MA-DNC', aCase({ registry, ...onDay(daysAfter(joined, 100)) }))).toBe('not_shown');
      expect(verdict('MA-DNC', aCase({ registry, ...onDay(daysAfter(joined, 153)) }))).toBe('violation');
    });
  });

  describe('the state list decides where it is held, with its own date', () => {
    it.each([
      [60, 'not_shown'],
      [61, 'violation'],
    ])('%i days after the first list that carried the line: %s', (days, expected) => {
      const first = '2026-07-01';
      expect(verdict('MA-DNC', aCase({ ...stateList({ since: first }), ...onDay(daysAfter(first, days)) }))).toBe(
        expected,
      );
      const undated = { ...stateList({ noLaterThan: first }), ...onDay(daysAfter(first, 61)) };
      expect(verdict('MA-DNC', aCase(undated))).toBe('violation');
    });

    it('also when it lacks the line', () => {
      expect(verdict('MA-DNC', aCase(stateList({ registered: false })))).toBe('not_shown');
    });
  });

  describe('a list without the line is silent about a contact more than 60 days after it', () => {
    const lacking = (registry: string, asOf: string) =>
      ({ registry, registered: false, since: null, noLaterThan: null, asOf }) as const;
    const national = (since: string | null, noLaterThan: string | null) =>
      ({ registry: 'us-national', registered: true, since, noLaterThan, asOf: '2026-11-01' }) as const;
    const outcome = (lists: CaseFacts['registry']['lists'], since?: string) =>
      verdict(
        'MA-DNC',
        aCase({
          registry: { lists, statement: since === undefined ? null : { registry: 'us-national', since } },
        }),
      );

    it.each(['us-ma', 'us-national'])('%s', (registry) => {
      expect(outcome([lacking(registry, '2026-09-20')])).toBe('not_shown');
      expect(outcome([lacking(registry, '2026-09-19')])).toBe('undetermined /registeredSince');
    });

    it('the national one leaves it to a later statement, with its own waiting, and decides against an earlier one', () => {
      const old = lacking('us-national', '2026-02-01');
      expect(outcome([old], '2026-02-02')).toBe('violation');
      expect(outcome([old], '2026-06-30')).toBe('undetermined /registeredSince'); // may not have been taken over yet
      expect(outcome([old], '2026-10-01')).toBe('not_shown');
      expect(outcome([old], '2026-02-01')).toBe('not_shown');
    });

    it('the one of the state decides against a national registration it had the time to take over: 92 days', () => {
      const old = lacking('us-ma', '2026-06-01');
      expect(outcome([old], '2026-03-01')).toBe('not_shown');
      expect(outcome([old], '2026-03-02')).toBe('violation');
      expect(outcome([old, national('2026-03-01', null)])).toBe('not_shown');
      expect(outcome([old, national('2026-03-02', null)])).toBe('violation');
      expect(outcome([old, national(null, '2026-03-01')])).toBe('not_shown');
      expect(outcome([old, national(null, '2026-03-02')])).toBe('violation');
    });

    it('says both', () => {
      const registry = { lists: [lacking('us-ma', '2026-06-01'), national('2019-03-01', null)], statement: null };
      const { reason } = finding('MA-DNC', aCase({ registry }));
      expect(reason).toContain('June 1, 2026');
      expect(reason).toContain('March 1, 2019');
    });
  });

  it('a national list without the line does not hide that the one of the state carries it', () => {
    const national = { registry: 'us-national', registered: false, since: null, noLaterThan: null, asOf: '2026-11-20' };
    const carrying = { registry: 'us-ma', registered: true, since: null, noLaterThan: joined, asOf: '2026-11-01' };
    const found = (days: number) =>
      finding(
        'MA-DNC',
        aCase({ registry: { lists: [carrying, national], statement: null }, ...onDay(daysAfter(joined, days)) }),
      );
    expect(found(60)).toMatchObject({
      verdict: 'not_shown',
      reason: expect.stringMatching(/Massachusetts.* January 10, 2026 at the latest.* not on the national/),
    });
    expect(found(61).verdict).toBe('violation');
  });

  describe('an undated list and a later statement contradict each other', () => {
    it.each([
      ['us-ma', 61, 'violation'],
      ['us-ma', 60, 'undetermined /registeredSince'],
      ['us-national', 153, 'violation'],
      ['us-national', 152, 'undetermined /registeredSince'],
      ['us-national', 10, 'undetermined /registeredSince'],
    ])('%s, %i days after it: %s, and both are said', (registry, days, expected) => {
      const facts = aCase({
        registry: {
          lists: [{ registry, registered: true, since: null, noLaterThan: joined, asOf: '2026-11-01' }],
          statement: { registry: 'us-national', since: '2026-01-11' },
        },
        ...onDay(daysAfter(joined, days)),
      });
      expect(verdict('MA-DNC', facts)).toBe(expected);
      expect(finding('MA-DNC', facts).reason).toContain('January 10, 2026 at the latest');
      expect(finding('MA-DNC', facts).reason).toContain('You told us January 11, 2026');
    });
  });

  it('covers no text', () => {
    expect(verdict('MA-DNC', aCase({ kind: 'text' }))).toBe('not_shown');
  });
});

describe('MA-RECORDED', () => {
  it('is violated by a recorded sales call, and is asked about where that is unknown', () => {
    expect(verdict('MA-RECORDED', aCase({ recorded: true }))).toBe('violation');
    expect(verdict('MA-RECORDED', aCase({ recorded: false }))).toBe('not_shown');
    expect(verdict('MA-RECORDED', aCase({ recorded: undefined }))).toBe('undetermined /recorded');
  });
});

describe('MA-CIDBLOCK', () => {
  it('is violated by a sales call without a number', () => {
    expect(verdict('MA-CIDBLOCK', aCase({ callerIdShown: false }))).toBe('violation');
    expect(verdict('MA-CIDBLOCK', aCase({ callerIdShown: true }))).toBe('not_shown');
  });
});

describe('MA-PRA', () => {
  it('builds on any rule of the state, and informs only', () => {
    const again = { priorContacts: ['2026-05-05'], recorded: true, registry: { lists: [], statement: null } };
    const found = finding('MA-PRA', aCase(again));
    expect(found.verdict).toBe('violation');
    expect(found.reason).toContain('MA-RECORDED');
    expect(found.reason).toContain('For your information');
    expect(complaintRegulators([found])).toEqual([]);
    expect(verdict('MA-PRA', aCase({ ...again, priorContacts: [] }))).toBe('not_shown');
    expect(verdict('MA-PRA', aCase({ ...again, relationship: 'customer' }))).toBe('not_shown');
  });
});

describe('the exemptions of Massachusetts defeat every one of its rules', () => {
  const everything = { recorded: true, callerIdShown: false, ...at('2026-11-21T03:00:00Z') };

  it.each([
    [{ purpose: 'survey', surveyAlsoSells: false }, 'MA-EX-POLL'],
    [{ purpose: 'charity' }, 'MA-EX-NONPROFIT'],
    [{ relationship: 'permission' }, 'MA-EX-PERMISSION'],
    [{ purpose: 'debt' }, 'MA-EX-CONTRACT'],
    [{ purpose: 'debt', relationship: 'debt' }, 'MA-EX-CONTRACT'],
    [{ relationship: 'customer' }, 'MA-EX-CUSTOMER'],
  ] as const)('%j: %s', (exempt, exemption) => {
    for (const rule of ['MA-DNC', 'MA-HOURS', 'MA-RECORDED', 'MA-CIDBLOCK']) {
      expect(verdict(rule, aCase(everything))).toBe('violation');
      const found = finding(rule, aCase({ ...everything, ...exempt }));
      expect(found.verdict).toBe('exempt');
      expect(found.reason).toContain(exemption);
      expect(found.citation).toContain('mass.gov');
    }
  });

  it.each(['political', 'information'] as const)('a %s call is no sales call', (purpose) => {
    expect(verdict('MA-RECORDED', aCase({ ...everything, purpose }))).toBe('not_shown');
  });

  it('an inquiry is no exemption, nor is a debt where the call was about something else', () => {
    expect(verdict('MA-RECORDED', aCase({ ...everything, relationship: 'inquiry' }))).toBe('violation');
    expect(verdict('MA-RECORDED', aCase({ ...everything, relationship: 'debt' }))).toBe('violation');
    expect(verdict('MA-RECORDED', aCase({ ...everything, relationship: 'debt', purpose: undefined }))).toBe(
      'undetermined /purpose',
    );
  });

  it.each([
    { purpose: 'sale' },
    { purpose: 'charity' },
    { purpose: undefined, relationship: undefined, recorded: undefined },
  ] as const)('none is needed on a business line, which no rule of the state covers: %j', (more) => {
    const facts = aCase({ ...everything, priorContacts: ['2026-05-05'], lineType: 'business', ...more });
    const state = evaluate(facts).filter(({ rule }) => rule.startsWith('MA-'));
    expect(state.map(({ rule }) => rule)).toEqual(['MA-DNC', 'MA-HOURS', 'MA-RECORDED', 'MA-CIDBLOCK', 'MA-PRA']);
    for (const { verdict: found, reason } of state) {
      expect(found).toBe('not_shown');
      expect(reason).toContain('business line');
    }
  });
});

describe('which rulebooks apply', () => {
  it.each([
    [{ country: 'US', region: 'MA' }, ['US', 'MA']],
    [{ country: 'US', region: 'NH' }, ['US']],
    [{ country: 'US', region: null }, ['US']],
    [{ country: 'MX', region: 'MA' }, []],
    [{ country: 'CA', region: 'MA' }, ['CA']],
    [{ country: null, region: 'MA' }, []],
  ])('at %j: %j', (place, expected) => {
    const families = evaluate(aCase({ place })).map((found) => found.rule.slice(0, 2));
    expect([...new Set(families)]).toEqual(expected);
  });

  it('a call at 20:30 in Boston is a question of Massachusetts only', () => {
    const facts = aCase({ registry: { lists: [], statement: null }, ...at('2026-11-21T01:30:00Z') });
    const violations = evaluate(facts).filter(({ verdict }) => verdict === 'violation');
    expect(violations.map(({ rule }) => rule)).toEqual(['MA-HOURS']);
    expect(complaintRegulators(violations).map(({ id }) => id)).toEqual(['us-ma-ag']);
  });

  it('a registered line in Massachusetts gives both regulators something to take', () => {
    expect(complaintRegulators(evaluate(aCase())).map(({ id }) => id)).toEqual(['us-ftc', 'us-ma-ag']);
    expect(complaintRegulators(evaluate(aCase({ purpose: 'charity' })))).toEqual([]);
  });
});
