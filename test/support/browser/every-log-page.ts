import type { Page } from 'playwright-core';
import { goodLink } from './complaints-in-memory.ts';
import { everyPage, sendBy } from './every-page.ts';

const press = (page: Page, selector: string) => sendBy(page, page.locator(selector));

/** Opens the upload of a line's log; the address of its list. */
async function openLog(page: Page, url: string, line: string): Promise<string> {
  await page.goto(`${url}/log`);
  await page.locator('#line').fill(line);
  await press(page, '#start .button');
  return `${url}${await page.locator('main p a[href^="/log/"]').getAttribute('href')}`;
}

/** Every page and state of the pages, one after the other. */
export async function* allPages(page: Page, url: string): AsyncGenerator<string> {
  yield* everyPage(page, url);
  yield* everyLogPage(page, url);
  yield* everyOtherPage(page, url);
}

/** On the way of a call log. */
async function* everyLogPage(page: Page, url: string): AsyncGenerator<string> {
  await page.goto(`${url}/log`);
  yield 'log';
  await page.locator('#line').fill('hello');
  await press(page, '#start .button');
  yield 'log-errors';
  const list = await openLog(page, url, '+1 413 555 0142');
  yield 'log-file';
  // Looked at often, it waits long before it looks again.
  await page.goto(`${list}?look=9`);
  yield 'log-waiting';
  await page.goto(list);
  yield 'log-list';
  await press(page, '.tally button >> nth=0');
  await press(page, '#calls button[value=facts]');
  yield 'log-list-errors';
  await press(page, '.tally button >> nth=1');
  await press(page, '#calls button[value=facts]');
  yield 'log-facts';
  await page.locator('#purpose').check();
  await page.locator('#registeredSince').fill('1989-01-01');
  await press(page, '#facts .button >> nth=0');
  yield 'log-facts-errors';
  await page.locator('#registeredSince').fill('2019-03-01');
  await press(page, '#facts .button >> nth=0');
  yield 'log-receipts';
  await page.goto(list);
  yield 'log-gone';
  const refused = await openLog(page, url, '+1 413 555 0143');
  await page.goto(refused);
  await page.goto(refused);
  yield 'log-refused';
  const table = await openLog(page, url, '');
  await page.goto(table);
  await page.goto(table);
  yield 'log-table';
  await page.goto(`${table}/columns`);
  yield 'log-columns';
  await page.locator('#column-date').selectOption('');
  await press(page, '#columns .button');
  yield 'log-columns-errors';
}

/** Contesting a listing, and the link of a mail. */
async function* everyOtherPage(page: Page, url: string): AsyncGenerator<string> {
  await page.goto(`${url}/contest`);
  yield 'contest';
  await press(page, '#contest .button');
  yield 'contest-errors';
  await page.locator('#sender').fill('+1 202 555 0143');
  await page.locator('#ground').check();
  await page.locator('#statement').fill('The number has been mine since 2001.');
  await page.locator('#email').fill('sam@example.com');
  await press(page, '#contest .button');
  yield 'contested';
  await page.goto(`${url}/r/proof/${goodLink}`);
  yield 'proof';
  await press(page, 'main form .button');
  yield 'proof-confirmed';
  await page.goto(`${url}/r/proof/none`);
  yield 'proof-invalid';
}
