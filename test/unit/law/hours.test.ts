import { describe, expect, it } from 'vitest';
import { aCase, at, finding, verdict } from './a-case.ts';

// Eastern standard time is five hours behind UTC.
describe('calling hours', () => {
  it.each([
    ['07:59:59', '2026-11-20T12:59:59Z', 'violation', 'violation'],
    ['08:00:00', '2026-11-20T13:00:00Z', 'not_shown', 'not_shown'],
    ['19:59:59', '2026-11-21T00:59:59Z', 'not_shown', 'not_shown'],
    ['20:00:00', '2026-11-21T01:00:00Z', 'not_shown', 'not_shown'],
    ['20:00:01', '2026-11-21T01:00:01Z', 'not_shown', 'violation'],
    ['20:41:00', '2026-11-21T01:41:00Z', 'not_shown', 'violation'],
    ['20:59:59', '2026-11-21T01:59:59Z', 'not_shown', 'violation'],
    ['21:00:00', '2026-11-21T02:00:00Z', 'not_shown', 'violation'],
    ['21:00:01', '2026-11-21T02:00:01Z', 'violation', 'violation'],
    ['00:00:00', '2026-11-20T05:00:00Z', 'violation', 'violation'],
  ])('a sales call at %s in Boston: federal %3$s, state %4$s', (_local, instant, federal, state) => {
    expect(verdict('US-HOURS', aCase(at(instant)))).toBe(federal);
    expect(verdict('MA-HOURS', aCase(at(instant)))).toBe(state);
  });

  it('are read on the clock of the called person, daylight saving included', () => {
    // 07:30 in winter, 08:30 in summer.
    expect(verdict('US-HOURS', aCase(at('2026-11-20T12:30:00Z')))).toBe('violation');
    expect(verdict('US-HOURS', aCase(at('2026-07-20T12:30:00Z')))).toBe('not_shown');
    // The Sunday the clocks go forward: 07:30 EDT is 11:30Z; the Saturday before it, 07:30 EST is 12:30Z.
    expect(verdict('US-HOURS', aCase(at('2026-03-08T11:59:59Z')))).toBe('violation');
    expect(verdict('US-HOURS', aCase(at('2026-03-08T12:00:00Z')))).toBe('not_shown');
    expect(verdict('US-HOURS', aCase(at('2026-03-07T12:59:59Z')))).toBe('violation');
    // The Sunday the clocks go back: 21:00 EST is 02:00Z again.
    expect(verdict('US-HOURS', aCase(at('2026-11-02T01:30:00Z')))).toBe('not_shown');
    expect(verdict('US-HOURS', aCase(at('2026-11-02T02:00:01Z')))).toBe('violation');
  });

  it('tell the local time and place', () => {
    const found = finding('MA-HOURS', aCase(at('2026-11-21T01:41:00Z')));
    expect(found.reason).toContain('8:41 pm in New York');
    expect(found.citation).toBe('201 CMR 12.02(2)');
  });

  describe('where the zone is open', () => {
    const split = { zones: ['America/Chicago', 'America/New_York'] };

    it.each([
      ['21:30 and 20:30', '2026-11-21T02:30:00Z', 'undetermined /timeZone'],
      ['22:30 and 21:30', '2026-11-21T03:30:00Z', 'violation'],
      ['20:30 and 19:30', '2026-11-21T01:30:00Z', 'not_shown'],
      ['08:30 and 07:30', '2026-11-20T13:30:00Z', 'undetermined /timeZone'],
      ['07:30 and 06:30', '2026-11-20T12:30:00Z', 'violation'],
    ])('%s: %3$s', (_local, instant, expected) => {
      expect(verdict('US-HOURS', aCase({ ...split, ...at(instant) }))).toBe(expected);
    });

    it('no zone at all decides nothing', () => {
      expect(verdict('US-HOURS', aCase({ zones: [], ...at('2026-11-21T03:30:00Z') }))).toBe('undetermined /timeZone');
    });
  });

  it.each(['US-HOURS', 'MA-HOURS'])('%s never rests on a date alone, midnight included', (rule) => {
    const dateAlone = { occurred: { at: '2026-11-20T00:00:00Z', timeKnown: false } };
    expect(verdict(rule, aCase(dateAlone))).toBe('undetermined /occurredAt');
    expect(verdict(rule, aCase({ ...dateAlone, purpose: 'unknown' }))).toBe('undetermined /occurredAt');
    expect(verdict(rule, aCase({ ...dateAlone, purpose: 'political' }))).toBe('not_shown');
  });

  it('ask for the purpose only of a call outside them', () => {
    expect(verdict('US-HOURS', aCase({ purpose: undefined, ...at('2026-11-21T03:00:00Z') }))).toBe(
      'undetermined /purpose',
    );
    expect(verdict('US-HOURS', aCase({ purpose: undefined }))).toBe('not_shown');
  });

  it('are for sales calls, selling surveys included', () => {
    const late = at('2026-11-21T03:00:00Z');
    expect(verdict('US-HOURS', aCase({ ...late, purpose: 'survey', surveyAlsoSells: true }))).toBe('violation');
    expect(verdict('US-HOURS', aCase({ ...late, purpose: 'survey', surveyAlsoSells: false }))).toBe('not_shown');
    expect(verdict('US-HOURS', aCase({ ...late, purpose: 'charity' }))).toBe('not_shown');
    expect(verdict('US-HOURS', aCase({ ...late, kind: 'text' }))).toBe('not_shown');
  });
});
