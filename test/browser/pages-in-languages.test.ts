import { expect, test } from 'vitest';
import { languages } from '#shared/intake/language.ts';
import { browserOfTests } from '#test/support/browser/browser-of-tests.ts';
import { allPages } from '#test/support/browser/every-log-page.ts';
import { overflowAt320, takePicture, violationsOn } from '#test/support/browser/look-at-page.ts';

const { server, browser } = browserOfTests();

/** Where everybody passes. */
const mainJourney = [
  'home',
  'call',
  'call-errors',
  'verdict',
  'complaint',
  'letter',
  'report',
  'log-list',
  'log-receipts',
];

test.each(languages.filter((language) => language !== 'en'))(
  'in %s: axe finds nothing on the main journey, nothing sticks out at 320 pixels',
  async (language) => {
    const context = await browser().newContext({ locale: language, viewport: { width: 390, height: 900 } });
    const page = await context.newPage();
    const found: Record<string, unknown[]> = {};
    for await (const name of allPages(page, server().url)) {
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      const violations = mainJourney.includes(name) ? await violationsOn(page) : [];
      await takePicture(page, `${language}-390-${name}`);
      const overflow = (await overflowAt320(page)).filter((pixels) => pixels > 0);
      await page.setViewportSize({ width: 1280, height: 900 });
      await takePicture(page, `${language}-1280-${name}`);
      await page.setViewportSize({ width: 390, height: 900 });
      if (violations.length + overflow.length > 0) {
        found[name] = [...violations, ...overflow];
      }
    }
    expect(found).toEqual({});
    await context.close();
  },
);
