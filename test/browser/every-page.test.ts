import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { FormChecks } from '#shared/http/form-checks.ts';
import { languages } from '#shared/intake/language.ts';
import { checks } from '#shared/pages/messages/groups.ts';
import { browserOfTests } from '#test/support/browser/browser-of-tests.ts';
import { allPages } from '#test/support/browser/every-log-page.ts';
import { fillCall } from '#test/support/browser/every-page.ts';
import { overflowAt320, takePicture, violationsOn } from '#test/support/browser/look-at-page.ts';
import { filledCall } from '#test/support/pages/ask-page.ts';
import { startPageServer } from '#test/support/pages/page-server.ts';
import { pagesDependencies } from '#test/support/pages/pages-dependencies.ts';
import { testNow } from '#test/support/take-dependencies.ts';

const { server, browser } = browserOfTests();

const schemes = ['light', 'dark'] as const;

// Both on the same loaded page: nothing of it but the colours depends on the scheme.
test('axe finds nothing on any page or state, be it light or dark', { timeout: 300_000 }, async () => {
  const context = await browser().newContext({
    locale: 'en',
    viewport: { width: 390, height: 900 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const found: Record<string, unknown[]> = {};
  for await (const name of allPages(page, server().url)) {
    const violations: string[] = [];
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      violations.push(...(await violationsOn(page)).map((violation) => `${colorScheme}: ${violation}`));
      await takePicture(page, `en-390-${colorScheme}-${name}`);
    }
    const overflow = (await overflowAt320(page)).filter((pixels) => pixels > 0);
    await page.setViewportSize({ width: 1280, height: 900 });
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      await takePicture(page, `en-1280-${colorScheme}-${name}`);
    }
    await page.setViewportSize({ width: 390, height: 900 });
    if (violations.length + overflow.length > 0) {
      found[name] = [...violations, ...overflow];
    }
  }
  expect(found).toEqual({});
  await context.close();
});

test.each(languages)(
  'the form in %s weighs at most 60 KB with all it needs, and asks nobody else',
  async (language) => {
    const context = await browser().newContext({ locale: language, viewport: { width: 390, height: 900 } });
    const page = await context.newPage();
    const sizes: Promise<number>[] = [];
    const hosts = new Set<string>();
    page.on('response', (response) => {
      hosts.add(new URL(response.url()).origin);
      sizes.push(response.body().then(({ length }) => length + JSON.stringify(response.headers()).length));
    });
    await page.goto(`${server().url}/call`, { waitUntil: 'networkidle' });
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(10_000);
    expect(total).toBeLessThanOrEqual(60_000);
    expect([...hosts]).toEqual([server().url]);
    await context.close();
  },
);

test('letters of every language are drawn: none is an empty box', async () => {
  const context = await browser().newContext();
  const page = await context.newPage();
  await page.setContent('<span id="a">हिन्दी</span><br><span id="b">\u{10fffd}\u{10fffd}\u{10fffd}</span>');
  const shot = async (id: string) => (await page.locator(id).screenshot()).toString('base64');
  expect(await shot('#a')).not.toBe(await shot('#b'));
  await context.close();
});

describe('a form that asks for a proof of work', () => {
  let now = testNow;
  const ask = async (formChecks: FormChecks, scripts: boolean, visit: (page: Page) => Promise<void>) => {
    const asking = await startPageServer(pagesDependencies({ clock: () => now, formChecks }));
    const context = await browser().newContext({ locale: 'en', javaScriptEnabled: scripts });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
    page.on('pageerror', (error) => void complaints.push(error.message));
    await page.goto(`${asking.url}/call`);
    await fillCall(page);
    await visit(page);
    // The browser itself notes each 422.
    expect(complaints.filter((text) => !text.includes('status of 422'))).toEqual([]);
    await context.close();
    await asking.stop();
  };
  const send = (page: Page) => page.getByRole('button', { name: 'See the verdict' }).click();

  test('gets it from the script of the page, and nobody has to do anything', async () => {
    await ask({ hastySeconds: 3, proofBits: 10, waitSeconds: 60 }, true, async (page) => {
      const answers: number[] = [];
      page.on('response', (response) => {
        if (response.request().method() === 'POST') {
          answers.push(response.status());
        }
      });
      await Promise.all([page.waitForURL('**/verdict'), send(page)]);
      expect(answers).toEqual([422, 303]);
    });
  });

  test('is taken without scripts when the person sends it again after the wait', async () => {
    await ask({ hastySeconds: 60, proofBits: 10, waitSeconds: 20 }, false, async (page) => {
      await send(page);
      const note = page.getByRole('status');
      expect(await note.innerText()).toContain('again in 20 seconds');
      expect(await page.locator('#sender').inputValue()).toBe(filledCall.sender);
      now = new Date(testNow.getTime() + 21_000);
      await Promise.all([page.waitForURL('**/verdict'), send(page)]);
    });
  });

  test('says so where the focus is; axe finds nothing, and nothing sticks out', async () => {
    await ask({ hastySeconds: 60, proofBits: 10, waitSeconds: 60 }, true, async (page) => {
      // Without it the script only waits, and leaves this machine alone.
      await page.addInitScript('delete Crypto.prototype.subtle');
      await Promise.all([page.waitForURL('**/call?send'), send(page)]);
      expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('status');
      expect(await violationsOn(page)).toEqual([]);
      await takePicture(page, 'en-1280-asked');
      // The longest words, and the tallest letters.
      for (const language of ['de', 'hi'] as const) {
        const { notYet } = checks[language];
        await page.context().addCookies([{ name: 'language', value: language, url: page.url() }]);
        await Promise.all([page.waitForNavigation(), page.locator('main .buttons .button').click()]);
        expect(await page.getByRole('status').innerText()).toContain(notYet);
        expect((await overflowAt320(page)).filter((pixels) => pixels > 0)).toEqual([]);
        await takePicture(page, `${language}-320-asked`);
      }
    });
  });
});
