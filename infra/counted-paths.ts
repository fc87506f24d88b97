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
  /** Of those that start so, only these. */
  readonly endingWith?: string;
  /** Its function asks for a proof of work when the edge says so. */
  readonly proven?: true;
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
    proven: true,
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
  // A hundred reports each.
  {
    name: 'log-reports-per-address',
    limit: 'reports',
    method: 'POST',
    exactly: [],
    startingWith: ['/log/'],
    endingWith: '/reports',
    page: true,
  },
  // Every page of a log is sent back with its ticks, and each look at its receipts reads them all.
  { name: 'log-pages-per-address', limit: 'lookUps', exactly: [], startingWith: ['/log/'], page: true },
];

/** Whose senders are asked for a proof of work first. */
export const provenPaths: readonly CountedPaths[] = countedPaths.filter(({ proven }) => proven === true);
