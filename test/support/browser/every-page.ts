import type { Locator, Page } from 'playwright-core';
import { filledCall } from '#test/support/pages/ask-page.ts';
import { pagesDependencies } from '#test/support/pages/pages-dependencies.ts';
import { complaintsInMemory } from './complaints-in-memory.ts';
import { logsInMemory } from './logs-in-memory.ts';

const day = (index: number) => new Date(Date.UTC(2026, 9, 10 + index)).toISOString().slice(0, 10);
/** A sender whom many have reported over six weeks. */
export const muchReported = () =>
  pagesDependencies({
    ...complaintsInMemory,
    uploads: logsInMemory(),
    subjects: {
      peek: pagesDependencies().subjects.peek,
      readFor: async ({ subjectId }) => ({
        included: true,
        reporterCounted: true,
        summary: {
          id: subjectId ?? '',
          reports: 214,
          reporters: 180,
          firstReported: '2026-10-10T00:00:00Z',
          lastReported: '2026-11-20T00:00:00Z',
        },
      }),
    },
    days: {
      daysOf: async () =>
        Array.from({ length: 42 }, (_, index) => ({ day: day(index), reports: (index * 7) % 11 })).filter(
          ({ reports }) => reports > 0,
        ),
    },
  });

/** Presses a button and waits for the page that comes of it. */
export async function sendBy(page: Page, button: Locator): Promise<void> {
  await Promise.all([page.waitForNavigation(), button.click()]);
}

const submit = (page: Page) => sendBy(page, page.locator('main form[data-once] button.button'));

export async function fillCall(page: Page): Promise<void> {
  await page.locator('#sender').fill(filledCall.sender);
  await page.locator('#date').fill(filledCall.date);
  await page.locator('#time').fill(filledCall.time);
  await page.locator('#line').fill(filledCall.line);
  await page.locator('#purpose').check();
  await page.locator('#recorded').check();
  await page.locator('#relationship').check();
}

/** Every page and state on the way of a report, one after the other. */
export async function* everyPage(page: Page, url: string): AsyncGenerator<string> {
  for (const path of ['', 'call', 'text', 'status', 'data', 'regulators', 'nowhere', 'r/K7Q2-9MZD-4TWX-81CB']) {
    await page.goto(`${url}/${path}`);
    yield path === '' ? 'home' : path.startsWith('r/') ? 'not-found' : path;
  }
  for (const path of ['text', 'status', 'call']) {
    await page.goto(`${url}/${path}`);
    await submit(page);
    yield `${path}-errors`;
  }
  await fillCall(page);
  await submit(page);
  yield 'verdict';
  const own = page.url().replace('/verdict', '');
  await submit(page);
  yield 'verdict-errors';
  await page.goto(`${own}/complaint`);
  yield 'complaint';
  await submit(page);
  yield 'complaint-errors';
  await page.locator('#name').fill('Sam Doe');
  await page.locator('#email').fill('sam@example.com');
  await submit(page);
  yield 'letter';
  await submit(page);
  yield 'letter-errors';
  await page.locator('#consent').check();
  await submit(page);
  yield 'report';
  for (const path of ['correct', 'withdraw']) {
    await page.goto(`${own}/${path}`);
    yield path;
  }
  await submit(page);
  yield 'withdrawn';
}
