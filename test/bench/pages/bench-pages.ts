import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import * as z from 'zod';
import { startLocalStack } from '#infra/local/start-local-stack.ts';
import { icon } from '#shared/pages/assets/icon.ts';
import { styleElement } from '#shared/pages/assets/style.ts';
import { startChromium } from '#test/support/browser/chromium.ts';
import { complaintCall, postReport, running } from '#test/support/end-to-end/running.ts';
import { machine, median, printTable } from '../figures.ts';

const rounds = 21;

/** Milliseconds from the start of the navigation to the first contentful paint; bytes of all it needs, headers included. */
const paintedSchema = z.object({ milliseconds: z.number(), bytes: z.number() });
type Painted = z.infer<typeof paintedSchema>;

/** Runs in the browser. */
const timings = `(async () => {
  const first = await new Promise((resolve) => {
    new PerformanceObserver((list) => list.getEntriesByName('first-contentful-paint').forEach(resolve))
      .observe({ type: 'paint', buffered: true });
  });
  const parts = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
  return { milliseconds: first.startTime, bytes: parts.reduce((sum, { transferSize }) => sum + transferSize, 0) };
})()`;

/**
 * First contentful paint of pages of the local run in a browser that has nothing in its cache, beside a bare one: the
 * markup of the form for a call without styles, scripts and pictures, sent after a request to `GET /healthz` of the same
 * run has come back, so that gateway and function cost it the same. Alternating rounds, medians.
 */
export async function benchPages(): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'ringfence-bench-'));
  const stack = await startLocalStack({ port: 0, dataFolder, quiet: true });
  const chromium = await startChromium();
  const form = await (await fetch(`${stack.url}/call`)).text();
  const bare = await serveBare(bareOf(form), `${stack.url}/healthz`);
  try {
    const { view } = await postReport(await running(stack.url, stack.regulatorKey), complaintCall);
    const candidates = [
      { name: 'bare page', url: bare.url },
      { name: 'start page', url: `${stack.url}/` },
      { name: 'form for a call', url: `${stack.url}/call` },
      { name: 'verdict', url: `${stack.url}/r/${view.receipt}/verdict` },
      { name: 'status', url: `${stack.url}/r/${view.receipt}` },
    ].map((each) => ({ ...each, seen: [] as Painted[], ratios: [] as number[] }));
    // The first round warms up.
    for (let round = 0; round <= rounds; round += 1) {
      let beside = 0;
      for (const [index, { url, seen, ratios }] of candidates.entries()) {
        const painted = await paint(chromium.browser, url);
        beside = index === 0 ? painted.milliseconds : beside;
        if (round > 0) {
          seen.push(painted);
          ratios.push(painted.milliseconds / beside);
        }
      }
    }
    console.log(`pages: ${machine()}; ${rounds} rounds, medians; an empty cache each time`);
    console.log(
      'limit: first contentful paint of the form within 1.5 times that of the bare page, 60 KB over the wire',
    );
    printTable(
      ['', 'KB', 'first paint ms', 'times'],
      candidates.map(({ name, seen, ratios }) => [
        name,
        (median(seen.map(({ bytes }) => bytes)) / 1000).toFixed(1),
        median(seen.map(({ milliseconds }) => milliseconds)).toFixed(0),
        median(ratios).toFixed(2),
      ]),
    );
  } finally {
    await bare.stop();
    await chromium.stop();
    await stack.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function paint(browser: Browser, url: string): Promise<Painted> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const answer = await page.goto(url, { waitUntil: 'load' });
    if (answer?.status() !== 200) {
      throw new Error(`${new URL(url).pathname} answered ${answer?.status()}`);
    }
    return paintedSchema.parse(await page.evaluate(timings));
  } finally {
    await context.close();
  }
}

/** The markup of a page alone: no styles, scripts and pictures. */
function bareOf(page: string): string {
  return page
    .replaceAll(/<link [^>]*>/g, '')
    .replace(styleElement.toString(), '')
    .replaceAll(/<script [^>]*><\/script>/g, '')
    .replace(icon.toString(), '');
}

async function serveBare(page: string, first: string): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const server = createServer(async (_request, response) => {
    await (await fetch(first)).text();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
