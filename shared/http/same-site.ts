import type { HttpRequest } from './message.ts';

/**
 * Whether another site made the browser send this (Fetch Metadata, W3C). Browsers without Sec-Fetch-Site tell by Origin,
 * which is `null` on pages that, like ours, send no referrer: those must show a form token of ours. `ownHost` is the
 * name under which we are reached, null where a front hides it.
 */
export function isFromElsewhere(request: HttpRequest, ownHost: string | null): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) {
    return site !== 'same-origin' && site !== 'none';
  }
  const origin = request.headers['origin'];
  if (origin === undefined || origin === 'null' || ownHost === null) {
    return false;
  }
  return !URL.canParse(origin) || new URL(origin).host !== ownHost;
}
