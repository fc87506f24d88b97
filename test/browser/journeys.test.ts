import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { type LocalStack, startLocalStack } from '#infra/local/start-local-stack.ts';
import { type RunningBrowser, startChromium } from '#test/support/browser/chromium.ts';
import { sendBy } from '#test/support/browser/every-page.ts';
import { fortyCalls } from '#test/support/call-logs/sample-logs.ts';
import { ask, eventually, type Running, running } from '#test/support/end-to-end/running.ts';

const key = 'a regulator key for tests';
const folder = mkdtempSync(join(tmpdir(), 'ringfence-browser-'));
let stack: LocalStack;
let here: Running;
let chromium: RunningBrowser;

beforeAll(async () => {
  [stack, chromium] = await Promise.all([
    startLocalStack({ port: 0, dataFolder: folder, regulatorKey: key, quiet: true }),
    startChromium(),
  ]);
  here = await running(stack.url, key);
}, 300_000);

afterAll(async () => {
  await chromium.stop();
  await stack.stop();
  rmSync(folder, { recursive: true, force: true });
});

const yesterday = () => new Date(Date.now() - 24 * 3600 * 1000).toISOString().slice(0, 10);
const heading = (page: Page) => page.locator('h1').innerText();
const press = (page: Page, name: string) => sendBy(page, page.getByRole('button', { name, exact: true }));
const ownAddress = (page: Page) => page.url().replace(/\/verdict.*/, '');

async function inBrowser(scripts: boolean, journey: (page: Page) => Promise<void>): Promise<void> {
  const context = await chromium.browser.newContext({ locale: 'en-US', javaScriptEnabled: scripts });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Uncaught|SyntaxError/.test(message.text())) {
      complaints.push(message.text());
    }
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await journey(page);
  expect(complaints).toEqual([]);
  await context.close();
}

async function reportCall(page: Page, sender: string): Promise<void> {
  await page.goto(here.url);
  await page.getByRole('main').getByRole('link', { name: 'Report a call' }).click();
  await page.getByLabel('Which number did your phone show?').fill(sender);
  await page.getByLabel('On which day?').fill(yesterday());
  await page.getByLabel('At what time?').fill('21:30');
  await page.getByLabel('Your number that received it').fill('+1 413 555 0142');
  await page.getByLabel('Selling something').check();
  await page.getByRole('group', { name: 'recorded message' }).getByLabel('Yes').check();
  await page.getByLabel('Nothing: no dealings').check();
  await press(page, 'See the verdict');
}

const listSchema = z.object({ complaints: z.array(z.object({ id: z.string(), href: z.string() })) });

describe.each([
  ['with scripts', true, '202 555 0143'],
  ['without scripts', false, '202 555 0144'],
])('%s', (_how, scripts, sender) => {
  test('a call becomes a verdict, a complaint, and a status that moves when the regulator acknowledges', () =>
    inBrowser(scripts, async (page) => {
      await reportCall(page, sender);
      expect(await heading(page)).toMatch(/^This may have broken \d rules$/);
      await page.getByLabel('Since what day').fill('2019-03-01');
      const before = await page.locator('.rules.broken li').count();
      await press(page, 'Answer');
      expect(await page.locator('.rules.broken li').count()).toBeGreaterThan(before);
      const own = ownAddress(page);
      await page.getByRole('link', { name: 'Prepare my complaint' }).click();
      await press(page, 'Show me the letter');
      expect(await page.locator('.errors li').count()).toBe(2);
      await page.getByLabel('Your name').fill('Sam Doe');
      await page.getByLabel('Your e-mail address').fill('sam@example.com');
      await press(page, 'Show me the letter');
      expect(await page.locator('pre').first().innerText()).toContain('Name: Sam Doe');
      await page.getByLabel('I agree that this complaint').check();
      await press(page, 'Send my complaint');
      expect(page.url()).toBe(own);
      const text = async () => {
        await page.goto(own);
        return page.getByRole('main').innerText();
      };
      await eventually(text, (seen) => seen.split('Waits for the regulator to fetch it').length === 3);
      const { complaints } = listSchema.parse(await (await ask(here, '/v1/complaints?status=queued')).json());
      for (const { id, href } of complaints) {
        await ask(here, href);
        await ask(here, `/v1/complaints/${id}/events`, {
          method: 'POST',
          body: { event: 'acknowledged', reference: '<b>AG-1</b>' },
        });
      }
      const moved = await eventually(text, (seen) => seen.includes('The regulator confirmed it'));
      expect(moved).toContain('A regulator has confirmed your complaint.');
      expect(moved).toContain('<b>AG-1</b>');
      expect(moved).toContain('We drafted the complaint.');
    }));

  test('a text is reported, found again by its receipt, corrected and withdrawn', () =>
    inBrowser(scripts, async (page) => {
      await page.goto(`${here.url}/text`);
      await page.getByLabel('Who sent it?').fill('22000');
      await page.getByLabel('What does it say?').fill('You have won. https://example.com/prize');
      await page.getByLabel('On which day?').fill(yesterday());
      await page.getByLabel('Selling something').check();
      await press(page, 'See the verdict');
      const receipt = await page.locator('.receipt').innerText();
      await page.goto(`${here.url}/status`);
      await page.getByLabel('Receipt').fill(receipt.toLowerCase().replaceAll('-', ' '));
      await press(page, 'Open');
      expect(page.url()).toBe(`${here.url}/r/${receipt}`);
      await page.getByRole('link', { name: 'Correct the report' }).click();
      expect(await page.getByLabel('What does it say?').inputValue()).toContain('You have won');
      await page.getByLabel('Asking for a charity').check();
      await press(page, 'Save');
      await page.getByRole('link', { name: 'Open my report' }).click();
      await page.getByRole('link', { name: 'Withdraw the report' }).click();
      await press(page, 'Yes, withdraw it');
      expect(await page.getByRole('main').innerText()).toContain('You have withdrawn this report.');
      expect(await page.getByRole('main').innerText()).not.toContain('22000');
    }));

  test('a log of forty calls is uploaded, six of them are reported, and nothing else of it stays', () =>
    inBrowser(scripts, async (page) => {
      await page.goto(here.url);
      await page.getByRole('main').getByRole('link', { name: 'Upload a call log' }).click();
      await page.getByLabel('Your number, the one this log belongs to').fill('+1 413 555 0142');
      await press(page, 'Go on to the file');
      const file = { name: 'calls.xml', mimeType: 'text/xml', buffer: Buffer.from(fortyCalls(Date.now() - 3_600_000)) };
      await page.getByLabel('The call log').setInputFiles(file);
      await press(page, 'Send the file');
      await page.getByRole('heading', { name: 'Tick the unwanted ones' }).waitFor({ timeout: 60_000 });
      const list = page.url();
      expect(await page.locator('input[type=checkbox]').count()).toBe(40);
      expect(await page.locator('input[type=checkbox]:checked').count()).toBe(18);
      await press(page, 'Untick all');
      for (const number of ['+1 202 555 0143', '+1 202 555 0144', '+1 202 555 0145']) {
        for (const box of await page.getByRole('group', { name: number }).getByRole('checkbox').all()) {
          await box.check();
        }
      }
      await press(page, 'Go on with the ticked ones');
      expect(await heading(page)).toBe('Report 6 entries of your log');
      await page.getByLabel('Selling something').check();
      await page.getByLabel('Nothing: no dealings').check();
      await press(page, 'Report them');
      expect(await heading(page)).toBe('6 reports are saved');
      const receipts = await page.locator('.code').allInnerTexts();
      expect(new Set(receipts).size).toBe(6);
      await page.reload();
      expect(await page.locator('.code').allInnerTexts()).toEqual(receipts);
      await page.locator('.sent a').first().click();
      expect(await page.getByRole('main').innerText()).toContain(receipts[0]);
      await page.goto(list);
      expect(await heading(page)).toBe('There is no log here');
    }));

  test('going back and sending again, or sending twice, makes one report', () =>
    inBrowser(scripts, async (page) => {
      await reportCall(page, sender.replace('555 01', '555 02'));
      const own = ownAddress(page);
      await page.goBack();
      expect(await page.getByLabel('Which number did your phone show?').inputValue()).toContain('555 02');
      await page.locator('main form[data-once] .button').dblclick();
      await page.waitForURL('**/verdict');
      expect(ownAddress(page)).toBe(own);
    }));

  test('going back to a form that was sent with an error finds it with its answers', () =>
    inBrowser(scripts, async (page) => {
      await page.goto(`${here.url}/call`);
      await page.getByLabel('Which number did your phone show?').fill('+1 202 555 0147');
      await press(page, 'See the verdict');
      await page.getByLabel('On which day?').fill('2026-11-20');
      await press(page, 'See the verdict');
      await page.goBack();
      expect(await heading(page)).toBe('Report an unwanted call');
      expect(await page.getByLabel('Which number did your phone show?').inputValue()).toBe('+1 202 555 0147');
    }));
});

test('by keyboard alone: from the start page through an error to the verdict and an answer', () =>
  inBrowser(true, async (page) => {
    const focus = async () =>
      z
        .string()
        .parse(
          await page.evaluate(
            'document.activeElement.id || document.activeElement.className || document.activeElement.textContent',
          ),
        );
    const tabTo = async (wanted: string) => {
      const passed = new Set<string>();
      for (let count = 0; count < 60; count += 1) {
        const focused = await focus();
        if (focused === wanted) {
          return;
        }
        passed.add(focused);
        await page.keyboard.press('Tab');
      }
      throw new Error(`${wanted} cannot be reached; what can: ${[...passed].join(', ')}`);
    };
    await page.goto(`${here.url}/call`);
    await page.keyboard.press('Tab');
    expect(await focus()).toBe('skip');
    await page.keyboard.press('Enter');
    await tabTo('button');
    await page.keyboard.press('Enter');
    await page.locator('.errors:focus').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await focus()).toBe('sender');
    // Nobody else's in this file: who reported the sender before is asked something else first.
    await page.keyboard.type('202 555 0199');
    await tabTo('date');
    await page.keyboard.type(yesterday().replace(/^(\d+)-(\d+)-(\d+)$/, '$2$3$1'));
    await tabTo('line');
    await page.keyboard.type('+1 413 555 0199');
    await tabTo('purpose');
    await page.keyboard.press('Space');
    await tabTo('recorded');
    await page.keyboard.press('Space');
    await tabTo('relationship');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/verdict');
    expect(await heading(page)).toContain('broken');
    // No time was given, and that decides most.
    await tabTo('time');
    await page.keyboard.type('0930PM');
    await page.keyboard.press('Enter');
    await page.locator('#time').waitFor({ state: 'detached' });
  }));

test('the language is kept, and changing it in a form loses nothing', () =>
  inBrowser(false, async (page) => {
    await page.goto(`${here.url}/call`);
    await page.getByLabel('Which number did your phone show?').fill('202 555 0146');
    await press(page, 'Deutsch');
    expect(await heading(page)).toBe('Einen unerwünschten Anruf melden');
    expect(await page.getByLabel('Welche Nummer').inputValue()).toBe('202 555 0146');
    await page.goto(here.url);
    expect(await heading(page)).toBe('Schluss mit unerwünschten Anrufen');
  }));
