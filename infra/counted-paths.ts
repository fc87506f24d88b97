import type { LimitSettings } from './limit-settings.ts';

/** Requests that the edge counts apart, by path as API Gateway reads it. */
export interface CountedPaths {
  /** Of the rule and its metric. */
  readonly name: string;
  readonly limit: keyof LimitSettings['perAddress'];
  /** Only requests of this method; of all without it. */
  readonly method?: 'POST';
  readonly exactly: readonly string[];
  readonly startingWith: readonly string[];
  /** Pages for people, who are refused in words; programs get a problem. */
  readonly page: boolean;
}

/**
 * What an address may do less often than anything else. Whether a receipt exists WAF cannot see, so every look-up counts
 * (threat T14). test/infra/limits.test.ts holds this list against the routes.
 */
export const countedPaths: readonly CountedPaths[] = [
  {
    name: 'reports-per-address',
    limit: 'reports',
    method: 'POST',
    exactly: ['/v1/reports', '/v1/reports/batch'],
    startingWith: [],
    page: false,
  },
  {
    name: 'report-forms-per-address',
    limit: 'reports',
    method: 'POST',
    exactly: ['/call', '/text', '/contest'],
    startingWith: [],
    page: true,
  },
  { name: 'look-ups-per-address', limit: 'lookUps', exactly: [], startingWith: ['/v1/reports/'], page: false },
  { name: 'status-pages-per-address', limit: 'lookUps', exactly: ['/status'], startingWith: ['/r/'], page: true },
  {
    name: 'uploads-per-address',
    limit: 'uploads',
    method: 'POST',
    exactly: ['/v1/call-logs'],
    startingWith: ['/v1/call-logs/'],
    page: false,
  },
  { name: 'log-forms-per-address', limit: 'uploads', method: 'POST', exactly: ['/log'], startingWith: [], page: true },
  // Every page of a log is sent back with its ticks.
  { name: 'log-pages-per-address', limit: 'lookUps', method: 'POST', exactly: [], startingWith: ['/log/'], page: true },
];

/** Whose senders are asked for a proof of work first. */
export const provenPaths: readonly CountedPaths[] = countedPaths.filter(
  ({ limit, page }) => limit === 'reports' && page,
);
