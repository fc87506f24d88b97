import { describe, expect, it } from 'vitest';
import type { CaseFacts } from '#shared/law/case-facts.ts';
import { aCase, at, daysAfter, finding, onDay, registeredSince, verdict } from './a-case.ts';

const list = (
  answer: Partial<CaseFacts['registry']['lists'][number]>,
  stated?: string,
): Pick<CaseFacts, 'registry'> => ({
  registry: {
    lists: [
      { registry: 'us-national', registered: true, since: null, noLaterThan: null, asOf: '2026-11-01', ...answer },
    ],
    statement: stated === undefined ? null : { registry: 'us-national', since: stated },
  },
});

describe.each([
  ['US-DNC-REG', 'call'],
  ['US-TEXT-DNC', 'text'],
] as const)('%s', (rule, kind) => {
  const base = (overrides: Partial<CaseFacts> = {}) => aCase({ kind, ...overrides });

  it('is violated by a sales contact to a line registered for more than 31 days', () => {
    const found = finding(rule, base());
    expect(found.verdict).toBe('violation');
    expect(found.reason).toContain('March 1, 2019');
    expect(found.reason).toContain('more than 31 days before November 20, 2026');
    expect(found.question).toBeNull();
  });

  it('speaks of the other kind of contact only to say so', () => {
    expect(verdict(rule, base({ kind: kind === 'call' ? 'text' : 'call' }))).toBe('not_shown');
  });

  it.each([
    [0, 'not_shown'],
    [30, 'not_shown'],
    [31, 'not_shown'],
    [32, 'violation'],
  ])('on day %i after the registration: %s', (days, expected) => {
    expect(
      verdict(rule, base({ registry: registeredSince('2026-09-01'), ...onDay(daysAfter('2026-09-01', days)) })),
    ).toBe(expected);
  });

  it('counts from registration to the contact, so a contact before the registration is none', () => {
    const found = finding(rule, base({ registry: registeredSince('2026-11-21') }));
    expect(found.verdict).toBe('not_shown');
    expect(found.reason).toContain('after this contact');
  });

  it('asks for the day of registration where nothing is known of it', () => {
    expect(verdict(rule, base({ registry: { lists: [], statement: null } }))).toBe('undetermined /registeredSince');
  });

  it('does not cover a business line, whatever else is unknown', () => {
    expect(verdict(rule, base({ lineType: 'business', purpose: undefined, relationship: undefined }))).toBe(
      'not_shown',
    );
  });

  it('covers wireless lines and lines of unsaid type', () => {
    expect(verdict(rule, base({ lineType: 'wireless' }))).toBe('violation');
    expect(verdict(rule, base({ lineType: undefined }))).toBe('violation');
  });

  it('uses the local date: late evening in Honolulu is still the day before', () => {
    const facts = { registry: registeredSince('2026-09-01'), ...at('2026-10-03T08:00:00Z'), line: '+18085550142' };
    expect(verdict(rule, base({ ...facts, zones: ['America/New_York'] }))).toBe('violation'); // 3 October: day 32
    expect(verdict(rule, base({ ...facts, zones: ['Pacific/Honolulu'] }))).toBe('not_shown'); // 2 October: day 31
    expect(verdict(rule, base({ ...facts, zones: ['America/New_York', 'Pacific/Honolulu'] }))).toBe(
      'undetermined /timeZone',
    );
    expect(verdict(rule, base({ ...facts, zones: [] }))).toBe('undetermined /timeZone');
  });

  it('needs no time of day', () => {
    expect(verdict(rule, base({ occurred: { at: '2026-11-20T00:00:00Z', timeKnown: false } }))).toBe('violation');
  });

  describe('lists', () => {
    it('a dated list decides', () => {
      expect(verdict(rule, base(list({ since: '2020-01-01' })))).toBe('violation');
      expect(verdict(rule, base(list({ since: '2026-11-10' })))).toBe('not_shown');
    });

    it('a list without the line decides against the statement, and both are said', () => {
      const found = finding(rule, base(list({ registered: false }, '2019-03-01')));
      expect(found.verdict).toBe('not_shown');
      expect(found.reason).toContain('November 1, 2026');
      expect(found.reason).toContain('March 1, 2019');
    });

    it('a list without the line from before the stated registration leaves it to the statement', () => {
      const older = (asOf: string, contact: string) => ({
        ...list({ registered: false, asOf }, '2026-03-01'),
        ...onDay(contact),
      });
      const found = finding(rule, base(older('2026-02-28', '2026-11-20')));
      expect(found.verdict).toBe('violation');
      expect(found.reason).not.toContain('February 28, 2026');
      expect(verdict(rule, base(older('2026-02-28', '2026-03-15')))).toBe('not_shown');
      expect(verdict(rule, base(older('2026-03-01', '2026-11-20')))).toBe('not_shown');
    });

    it.each([
      ['2026-10-19', 'not_shown'], // 32 days: what began the day after it has waited 31, which is not enough
      ['2026-10-18', 'undetermined /registeredSince'],
      ['2026-12-01', 'not_shown'],
    ])('a list of %s without the line and no statement: %s', (asOf, expected) => {
      expect(verdict(rule, base(list({ registered: false, asOf })))).toBe(expected);
    });

    it('an old list without the line says how old it is, and is asked about', () => {
      const { reason, question } = finding(rule, base(list({ registered: false, asOf: '2026-10-01' })));
      expect(reason).toContain('October 1, 2026');
      expect(reason).toContain('50 days old');
      expect(question?.text).toContain('Since what date');
    });

    it('an old list without the line decides against an older statement, and both are said', () => {
      const found = finding(rule, base(list({ registered: false, asOf: '2026-01-01' }, '2026-01-01')));
      expect(found.verdict).toBe('not_shown');
      expect(found.reason).toContain('by its list of January 1, 2026');
      expect(found.reason).toContain('You told us January 1, 2026');
    });

    it('a list that gives another day decides, and both are said', () => {
      const found = finding(rule, base(list({ since: '2026-11-10' }, '2019-03-01')));
      expect(found.verdict).toBe('not_shown');
      expect(found.reason).toContain('November 10, 2026');
      expect(found.reason).toContain('March 1, 2019');
    });

    it.each([
      ['2026-10-20', false], // 31 days before the contact
      ['2026-10-19', true],
      ['2026-11-25', false],
    ])('a list of %s that callers may no longer go by on the day of the contact says so: %s', (asOf, stale) => {
      const found = finding(rule, base(list({ noLaterThan: '2019-03-01', asOf })));
      expect(found.verdict).toBe('violation');
      expect(found.reason.includes('older than callers may go by')).toBe(stale);
      expect(found.reason.includes('was 32 days old')).toBe(stale);
    });

    it('an undated list proves registration from its own date on, waiting period included', () => {
      const undated = list({ noLaterThan: '2026-09-01' });
      expect(verdict(rule, base({ ...undated, ...onDay('2026-10-03') }))).toBe('violation');
      expect(verdict(rule, base({ ...undated, ...onDay('2026-10-02') }))).toBe('undetermined /registeredSince');
      expect(verdict(rule, base({ ...undated, ...onDay('2026-08-01') }))).toBe('undetermined /registeredSince');
    });

    it('an undated list and a later statement contradict each other: both are said, and the list decides', () => {
      const stated = (contact: string) => ({ ...list({ noLaterThan: '2026-09-01' }, '2026-09-02'), ...onDay(contact) });
      const found = finding(rule, base(stated('2026-10-03')));
      expect(found.verdict).toBe('violation');
      expect(found.reason).toContain('September 1, 2026 at the latest');
      expect(found.reason).toContain('September 2, 2026');
      const open = finding(rule, base(stated('2026-10-02')));
      expect(open.verdict).toBe('undetermined');
      expect(open.reason).toContain('September 1, 2026 at the latest');
      expect(open.reason).toContain('September 2, 2026');
      expect(open.question).toMatchObject({
        pointer: '/registeredSince',
        text: expect.stringContaining('September 2, 2026'),
      });
      expect(verdict(rule, base(stated('2026-08-01')))).toBe('undetermined /registeredSince');
    });

    it('before that the statement decides', () => {
      const stated = (since: string) => ({ ...list({ noLaterThan: '2026-09-01' }, since), ...onDay('2026-09-20') });
      expect(verdict(rule, base(stated('2019-03-01')))).toBe('violation');
      expect(verdict(rule, base(stated('2026-08-25')))).toBe('not_shown');
    });

    it('lists of other registries say nothing', () => {
      expect(verdict(rule, base(list({ registry: 'ca-national', since: '2019-01-01' })))).toBe(
        'undetermined /registeredSince',
      );
    });
  });

  describe('purpose', () => {
    it.each([
      ['political', 'US-EX-POL'],
      ['charity', 'US-EX-CHAR'],
      ['debt', 'US-EX-DEBT'],
      ['information', 'US-EX-INFO'],
    ] as const)('%s is exempt: %s', (purpose, exemption) => {
      const found = finding(rule, base({ purpose, relationship: undefined }));
      expect(found.verdict).toBe('exempt');
      expect(found.reason).toContain(exemption);
    });

    it('a survey is exempt unless it also sells', () => {
      expect(verdict(rule, base({ purpose: 'survey', surveyAlsoSells: false }))).toBe('exempt');
      expect(verdict(rule, base({ purpose: 'survey', surveyAlsoSells: true }))).toBe('violation');
      expect(verdict(rule, base({ purpose: 'survey' }))).toBe('undetermined /surveyAlsoSells');
    });

    it.each([undefined, 'unknown'] as const)('%s is asked for first', (purpose) => {
      const nothing = { purpose, relationship: undefined, registry: { lists: [], statement: null } };
      expect(verdict(rule, base(nothing))).toBe('undetermined /purpose');
    });

    it('an exempt purpose on a line that is not registered is simply not shown', () => {
      expect(verdict(rule, base({ purpose: 'political', ...list({ registered: false }) }))).toBe('not_shown');
    });
  });

  describe('relationship', () => {
    it.each([undefined, 'unknown'] as const)('%s is asked for', (relationship) => {
      expect(verdict(rule, base({ relationship }))).toBe('undetermined /relationship');
    });

    it.each([
      ['customer', '2025-05-20', 'exempt'],
      ['customer', '2025-05-19', 'violation'],
      ['inquiry', '2026-08-20', 'exempt'],
      ['inquiry', '2026-08-19', 'violation'],
      ['customer', undefined, 'undetermined /lastDealtOn'],
      ['inquiry', undefined, 'undetermined /lastDealtOn'],
      ['customer', '2026-11-21', 'undetermined /lastDealtOn'], // after the contact: says nothing about the time before
    ] as const)('%s, last dealt with on %s: %s', (relationship, lastDealtOn, expected) => {
      expect(verdict(rule, base({ relationship, lastDealtOn }))).toBe(expected);
    });

    it('names the exemption, its dates and its source', () => {
      const found = finding(rule, base({ relationship: 'customer', lastDealtOn: '2026-01-15' }));
      expect(found.reason).toContain('US-EX-EBR');
      expect(found.reason).toContain('January 15, 2026');
      expect(found.reason).toContain('18 months');
      expect(found.citation).toContain('telemarketing.donotcall.gov');
    });

    it('of a customer no longer counts after a stop request', () => {
      const customer = { relationship: 'customer', lastDealtOn: '2026-01-15' } as const;
      expect(verdict(rule, base({ ...customer, askedToStopOn: '2026-11-19' }))).toBe('violation');
      expect(verdict(rule, base({ ...customer, askedToStopOn: '2026-11-20' }))).toBe('exempt');
    });

    it('a permission is exempt, says that it must be in writing, and ends ten business days after a stop request', () => {
      const found = finding(rule, base({ relationship: 'permission' }));
      expect(found.verdict).toBe('exempt');
      expect(found.reason).toContain('US-EX-WRITTEN');
      expect(found.reason).toContain('in writing');
      expect(verdict(rule, base({ relationship: 'permission', askedToStopOn: '2026-11-05' }))).toBe('exempt');
      expect(verdict(rule, base({ relationship: 'permission', askedToStopOn: '2026-11-04' }))).toBe('violation');
    });

    it('a debt exempts a contact about it, not a sale to the debtor', () => {
      expect(verdict(rule, base({ relationship: 'debt' }))).toBe('violation');
      expect(finding(rule, base({ relationship: 'debt', purpose: 'debt' })).reason).toContain('US-EX-DEBT');
      expect(verdict(rule, base({ relationship: 'debt', purpose: undefined }))).toBe('undetermined /purpose');
    });
  });
});

describe('US-TEXT-DNC', () => {
  it('covers texts from 26 March 2024 on', () => {
    expect(verdict('US-TEXT-DNC', aCase({ kind: 'text', ...onDay('2024-03-25') }))).toBe('not_shown');
    expect(verdict('US-TEXT-DNC', aCase({ kind: 'text', ...onDay('2024-03-26') }))).toBe('violation');
  });
});
