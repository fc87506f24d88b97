import { mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** WCAG 2.2 AA and what axe holds to be good practice: what it finds, as `rule: element`. */
export async function violationsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    // What passes is not written out: a quarter of the work.
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}

const folder = 'coverage/pages';

/** Keeps a picture of the whole page; the folder is not in git. */
export async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.jpg`, type: 'jpeg', quality: 75, fullPage: true });
}

/** Pixels by which the page is wider than its window. */
async function overflowOf(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** Pixels that stick out at 320 of width, as written and mirrored. Also what a window of 640 pixels shows at 200 %. */
export async function overflowAt320(page: Page): Promise<number[]> {
  await page.setViewportSize({ width: 320, height: 900 });
  const written = await overflowOf(page);
  await page.evaluate("document.documentElement.dir = 'rtl'");
  const mirrored = await overflowOf(page);
  await page.evaluate("document.documentElement.dir = 'ltr'");
  return [written, mirrored];
}
