import { expect, test } from 'vitest';
import { complaintStatus } from '#shared/complaint/complaint-status.ts';
import { isOverdue } from '#shared/complaint/overdue.ts';

test.each([
  ['open', 'incomplete', 'incomplete'],
  ['open', 'queued', 'queued'],
  ['open', 'submitted', 'submitted'],
  ['open', 'handed_over', 'handed_over'],
  ['acknowledged', 'submitted', 'acknowledged'],
  ['decided', 'submitted', 'decided'],
  ['refused', 'submitted', 'refused'],
  ['withdrawn', 'queued', 'withdrawn'],
  ['withdrawn', 'submitted', 'withdrawn'],
] as const)('case %s and delivery %s show as %s', (state, delivery, status) => {
  expect(complaintStatus({ case: state, delivery })).toBe(status);
});

// Due until the last second of the day on the regulator's wall, also where that day has 23 or 25 hours.
test.each([
  ['America/New_York', '2026-11-20', '2026-11-21T04:59:59Z', false],
  ['America/New_York', '2026-11-20', '2026-11-21T05:00:00Z', true],
  ['America/New_York', '2026-03-08', '2026-03-09T03:59:59Z', false],
  ['America/New_York', '2026-03-08', '2026-03-09T04:00:00Z', true],
  ['America/New_York', '2026-11-01', '2026-11-02T04:59:59Z', false],
  ['America/New_York', '2026-11-01', '2026-11-02T05:00:00Z', true],
  ['Pacific/Auckland', '2026-09-27', '2026-09-27T10:59:59Z', false],
  ['Pacific/Auckland', '2026-09-27', '2026-09-27T11:00:00Z', true],
  ['Asia/Kolkata', '2026-11-20', '2026-11-20T18:29:59Z', false],
  ['Asia/Kolkata', '2026-11-20', '2026-11-20T18:30:00Z', true],
])('in %s, due on %s: at %s overdue is %s', (zone, dueOn, now, overdue) => {
  expect(isOverdue(dueOn, zone, new Date(now))).toBe(overdue);
});

test('without a date of law nothing is ever overdue', () => {
  expect(isOverdue(null, 'America/New_York', new Date('2999-01-01T00:00:00Z'))).toBe(false);
});
