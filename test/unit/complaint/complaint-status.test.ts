import { expect, test } from 'vitest';
import { complaintStatus } from '#shared/complaint/complaint-status.ts';

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
