import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type PageServer, startPageServer } from '../pages/page-server.ts';
import { type RunningBrowser, startChromium } from './chromium.ts';
import { muchReported } from './every-page.ts';

/** Pages about a sender that many reported, and a browser before them, for the tests of one file. */
export function browserOfTests(): { readonly server: () => PageServer; readonly browser: () => Browser } {
  let server: PageServer | undefined;
  let chromium: RunningBrowser | undefined;
  beforeAll(async () => {
    server = await startPageServer(muchReported());
    chromium = await startChromium();
  });
  afterAll(async () => {
    await chromium?.stop();
    await server?.stop();
  });
  const started = <T>(it: T | undefined): T => {
    if (it === undefined) {
      throw new Error('not started yet');
    }
    return it;
  };
  return { server: () => started(server), browser: () => started(chromium).browser };
}
