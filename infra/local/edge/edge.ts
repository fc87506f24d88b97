import type { EdgePlan } from '../resources/plan.ts';
import type { EdgeRequest } from './statement.ts';
import type { RateRule, Refusal } from './web-acl.ts';

export type Passage =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Headers that the function sees beside the viewer's. */
  | { readonly kind: 'passed'; readonly headers: readonly (readonly [string, string])[] };

/** What stands before the HTTP API: CloudFront with its web ACL. */
export interface Edge {
  pass(request: EdgeRequest): Passage;
}

/** Addresses that nobody heard of for this many others are forgotten first. */
const mostAddresses = 10_000;

/**
 * Lets requests pass by the rates of a web ACL. WAF estimates, and looks every few seconds; this counts each request at
 * once: one beyond the limit within the window is refused, and what is refused counts as well.
 */
export function createEdge({ rules, originHeaders }: EdgePlan, now: () => number): Edge {
  const counters = rules.map((rule) => ({ rule, isBeyond: createRate(rule, now) }));
  return {
    pass(request) {
      const headers = [...originHeaders];
      for (const { rule, isBeyond } of counters) {
        if (!rule.counts(request) || !isBeyond(request.address)) {
          continue;
        }
        if (rule.beyond.kind === 'refuse') {
          return { kind: 'refused', refusal: rule.beyond.refusal };
        }
        headers.push(...rule.beyond.headers);
      }
      return { kind: 'passed', headers };
    },
  };
}

function createRate({ limit, windowMilliseconds }: RateRule, now: () => number): (address: string) => boolean {
  const seen = new Map<string, number[]>();
  return (address) => {
    const at = now();
    const times = (seen.get(address) ?? []).filter((time) => time > at - windowMilliseconds);
    // More than one beyond the limit tells nothing more.
    times.splice(0, times.length - limit);
    times.push(at);
    seen.delete(address);
    seen.set(address, times);
    const [oldest] = seen.keys();
    if (seen.size > mostAddresses && oldest !== undefined) {
      seen.delete(oldest);
    }
    return times.length > limit;
  };
}
