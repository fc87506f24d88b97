import { expect, test } from 'vitest';
import { languages } from '#shared/intake/language.ts';
import { browserOfTests } from '#test/support/browser/browser-of-tests.ts';
import { allPages } from '#test/support/browser/every-log-page.ts';
import { overflowAt320, takePicture, violationsOn } from '#test/support/browser/look-at-page.ts';

const { server, browser } = browserOfTests();

test.each(['light', 'dark'] as const)('axe finds nothing on any page or state when it is %s', async (colorScheme) => {
  const context = await browser().newContext({
    locale: 'en',
    viewport: { width: 390, height: 900 },
    colorScheme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const found: Record<string, unknown[]> = {};
  for await (const name of allPages(page, server().url)) {
    const violations = await violationsOn(page);
    await takePicture(page, `en-390-${colorScheme}-${name}`);
    const overflow = (await overflowAt320(page)).filter((pixels) => pixels > 0);
    await page.setViewportSize({ width: 1280, height: 900 });
    await takePicture(page, `en-1280-${colorScheme}-${name}`);
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
