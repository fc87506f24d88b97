import { describe, expect, it } from 'vitest';
import { evaluate } from '#shared/law/evaluate.ts';
import { complaintRegulators } from '#shared/law/rulebooks.ts';
import { aCase, finding, onDay, verdict } from './a-case.ts';

const nowhere = { place: { country: 'US', region: 'NH' }, registry: { lists: [], statement: null } } as const;

describe('US-ENTITY-DNC', () => {
  it('is violated by a sales call on a day after the stop request', () => {
    const found = finding('US-ENTITY-DNC', aCase({ askedToStopOn: '2026-11-19' }));
    expect(found.verdict).toBe('violation');
    expect(found.reason).toContain('November 19, 2026');
  });

  it('is not shown without a stop request, on its day, or before it', () => {
    expect(verdict('US-ENTITY-DNC', aCase())).toBe('not_shown');
    expect(verdict('US-ENTITY-DNC', aCase({ askedToStopOn: '2026-11-20' }))).toBe('not_shown');
    expect(verdict('US-ENTITY-DNC', aCase({ askedToStopOn: '2026-11-30' }))).toBe('not_shown');
  });

  it('is not defeated by a business relationship, nor does it need a registration', () => {
    const customer = { relationship: 'customer', lastDealtOn: '2026-11-01', askedToStopOn: '2026-11-10' } as const;
    expect(verdict('US-ENTITY-DNC', aCase({ ...nowhere, ...customer }))).toBe('violation');
  });

  it('is about sellers: other purposes are not shown, an unknown one is asked for', () => {
    expect(verdict('US-ENTITY-DNC', aCase({ askedToStopOn: '2026-11-19', purpose: 'political' }))).toBe('not_shown');
    expect(verdict('US-ENTITY-DNC', aCase({ askedToStopOn: '2026-11-19', purpose: 'unknown' }))).toBe(
      'undetermined /purpose',
    );
  });
});

describe('US-PRERECORDED', () => {
  const recorded = { ...nowhere, recorded: true } as const;

  it('is violated by a recorded sales call, registered or not', () => {
    expect(verdict('US-PRERECORDED', aCase(recorded))).toBe('violation');
  });

  it('does not take a customer for somebody who agreed in writing', () => {
    expect(verdict('US-PRERECORDED', aCase({ ...recorded, relationship: 'customer' }))).toBe('violation');
  });

  it('needs a way to refuse even with an agreement', () => {
    const agreed = { ...recorded, relationship: 'permission' } as const;
    expect(verdict('US-PRERECORDED', aCase({ ...agreed, optOutOffered: true }))).toBe('not_shown');
    expect(verdict('US-PRERECORDED', aCase({ ...agreed, optOutOffered: false }))).toBe('violation');
    expect(verdict('US-PRERECORDED', aCase(agreed))).toBe('undetermined /optOutOffered');
  });

  it('asks whether it was recorded, and then for the relationship unless no refusal was offered', () => {
    expect(verdict('US-PRERECORDED', aCase({ ...recorded, recorded: undefined }))).toBe('undetermined /recorded');
    expect(verdict('US-PRERECORDED', aCase({ ...recorded, relationship: undefined }))).toBe(
      'undetermined /relationship',
    );
    expect(verdict('US-PRERECORDED', aCase({ ...recorded, relationship: undefined, optOutOffered: false }))).toBe(
      'violation',
    );
  });

  it('is not shown for a person speaking or another purpose, whatever else is unknown', () => {
    expect(verdict('US-PRERECORDED', aCase({ recorded: false, purpose: undefined }))).toBe('not_shown');
    expect(verdict('US-PRERECORDED', aCase({ recorded: undefined, purpose: 'political' }))).toBe('not_shown');
  });
});

describe('US-CALLERID', () => {
  it.each([
    [false, 'phone', 'violation'],
    [false, 'unknown', 'violation'],
    [undefined, 'withheld', 'violation'],
    [true, 'withheld', 'not_shown'],
    [undefined, 'phone', 'not_shown'],
    [true, 'unknown', 'not_shown'],
    [undefined, 'unknown', 'undetermined /callerIdShown'],
  ] as const)('number shown %s, sender %s: %s', (callerIdShown, type, expected) => {
    const value = type === 'phone' ? '+12025550123' : null;
    const sender = { type, value, validity: 'not_applicable', country: null } as const;
    expect(verdict('US-CALLERID', aCase({ callerIdShown, sender }))).toBe(expected);
  });

  it('is about telemarketers', () => {
    expect(verdict('US-CALLERID', aCase({ callerIdShown: false, purpose: 'debt' }))).toBe('not_shown');
    expect(verdict('US-CALLERID', aCase({ callerIdShown: false, purpose: undefined }))).toBe('undetermined /purpose');
  });
});

describe('US-REVOKE', () => {
  it.each([
    ['2026-11-04', 'violation'],
    ['2026-11-05', 'not_shown'], // ten business days later is 20 November itself: Veterans Day is none
    ['2026-11-19', 'not_shown'],
    [undefined, 'not_shown'],
  ])('asked to stop on %s: %s, for calls and texts, whatever the purpose', (askedToStopOn, expected) => {
    expect(verdict('US-REVOKE', aCase({ askedToStopOn }))).toBe(expected);
    expect(verdict('US-REVOKE', aCase({ askedToStopOn, kind: 'text', purpose: 'information' }))).toBe(expected);
  });

  it('says which days it counts', () => {
    expect(finding('US-REVOKE', aCase({ askedToStopOn: '2026-10-01' })).reason).toContain(
      'Monday to Friday, federal holidays left out',
    );
  });

  it.each(['2026-11-20', '2026-11-21'])(
    'counts no days to act on what was asked on %s, the day itself or later',
    (on) => {
      const { reason } = finding('US-REVOKE', aCase({ askedToStopOn: on }));
      expect(reason).toContain('not on a later day');
      expect(reason).not.toContain('business days');
    },
  );

  it('is applied from 11 April 2025 on', () => {
    expect(verdict('US-REVOKE', aCase({ askedToStopOn: '2025-01-02', ...onDay('2025-04-10') }))).toBe('not_shown');
    expect(verdict('US-REVOKE', aCase({ askedToStopOn: '2025-01-02', ...onDay('2025-04-11') }))).toBe('violation');
  });
});

describe('US-AUTODIAL', () => {
  const robocall = { ...nowhere, recorded: true, lineType: 'wireless' } as const;

  it('is violated by a recorded call to a mobile line without consent, whatever its purpose', () => {
    expect(verdict('US-AUTODIAL', aCase(robocall))).toBe('violation');
    expect(verdict('US-AUTODIAL', aCase({ ...robocall, purpose: 'political' }))).toBe('violation');
    expect(verdict('US-AUTODIAL', aCase({ ...robocall, purpose: undefined }))).toBe('violation');
  });

  it('asks for the kind of line, which is never assumed', () => {
    expect(verdict('US-AUTODIAL', aCase({ ...robocall, lineType: undefined }))).toBe('undetermined /lineType');
    expect(verdict('US-AUTODIAL', aCase({ ...robocall, lineType: 'residential' }))).toBe('not_shown');
  });

  it('is defeated by a permission; being a customer is none for sales, and may be one for other purposes', () => {
    expect(verdict('US-AUTODIAL', aCase({ ...robocall, relationship: 'permission' }))).toBe('not_shown');
    expect(verdict('US-AUTODIAL', aCase({ ...robocall, relationship: 'customer' }))).toBe('violation');
    expect(verdict('US-AUTODIAL', aCase({ ...robocall, relationship: 'customer', purpose: 'information' }))).toBe(
      'not_shown',
    );
    expect(verdict('US-AUTODIAL', aCase({ ...robocall, relationship: 'customer', purpose: undefined }))).toBe(
      'undetermined /purpose',
    );
  });
});

describe('US-PRA-DNC', () => {
  it.each([
    [['2025-11-20'], 'violation'],
    [['2025-11-19'], 'not_shown'],
    [['2025-11-19', '2026-11-19'], 'violation'],
    [['2027-01-05'], 'violation'],
    [['2026-11-20'], 'not_shown'], // the same call reported twice looks like this
    [[], 'not_shown'],
  ])('reported before for %j: %s', (priorContacts, expected) => {
    expect(verdict('US-PRA-DNC', aCase({ priorContacts }))).toBe(expected);
  });

  it('names the earlier contacts', () => {
    expect(finding('US-PRA-DNC', aCase({ priorContacts: ['2026-03-01', '2026-06-02'] })).reason).toContain(
      'You reported the same sender before, on March 1, 2026, June 2, 2026',
    );
  });

  it('builds on a violation of a registry rule, for calls and texts', () => {
    const priorContacts = ['2026-10-01'];
    expect(verdict('US-PRA-DNC', aCase({ priorContacts, kind: 'text' }))).toBe('violation');
    expect(verdict('US-PRA-DNC', aCase({ priorContacts, purpose: 'political' }))).toBe('not_shown');
    expect(verdict('US-PRA-DNC', aCase({ priorContacts, relationship: undefined }))).toBe('undetermined /relationship');
  });

  it('informs, and makes no complaint by itself', () => {
    const findings = evaluate(aCase({ priorContacts: ['2026-10-01'] }));
    const suit = findings.filter(({ rule }) => rule === 'US-PRA-DNC');
    expect(suit[0]?.reason).toContain('For your information');
    expect(complaintRegulators(suit)).toEqual([]);
  });
});

describe('exemptions', () => {
  it('defeat only the registry rules', () => {
    const exempt = { relationship: 'customer', lastDealtOn: '2026-11-01' } as const;
    const late = { occurred: { at: '2026-11-21T03:00:00Z', timeKnown: true } };
    const facts = aCase({ ...exempt, ...late, recorded: true, callerIdShown: false });
    expect(verdict('US-DNC-REG', facts)).toBe('exempt');
    expect(verdict('US-HOURS', facts)).toBe('violation');
    expect(verdict('US-PRERECORDED', facts)).toBe('violation');
    expect(verdict('US-CALLERID', facts)).toBe('violation');
  });
});
