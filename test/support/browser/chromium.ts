import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import packed from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';
import { unpackWoff } from './unpack-woff.ts';

export interface RunningBrowser {
  readonly browser: Browser;
  stop(): Promise<void>;
}

/** One process dies with its first closed page; the others take away what protects people from pages. */
const unwanted = ['--single-process', '--disable-web-security', '--allow-running-insecure-content'];
/** A graphics card that is emulated costs three times as much a picture as drawing without one. */
const graphics = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];
/** What a browser does behind its user's back has no place in a test. */
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** The Chromium that comes through npm, with the fonts of this machine and one for Hindi. */
export async function startChromium(): Promise<RunningBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'ringfence-chromium-'));
  const browser = await chromium.launch({
    executablePath: await packed.executablePath(),
    args: [
      ...packed.args.filter((argument) => ![...unwanted, ...graphics].includes(argument)),
      '--disable-gpu',
      ...quiet,
    ],
    env: { ...process.env, FONTCONFIG_FILE: fontConfiguration(folder), HOME: folder },
  });
  return {
    browser,
    stop: async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The fonts of this machine, those that come with the browser, and one for Hindi, in two weights. */
function fontConfiguration(folder: string): string {
  const packages = dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-devanagari/package.json'));
  const fonts = join(folder, 'fonts');
  mkdirSync(fonts);
  for (const weight of [400, 700]) {
    const woff = readFileSync(join(packages, 'files', `noto-sans-devanagari-devanagari-${weight}-normal.woff`));
    writeFileSync(join(fonts, `devanagari-${weight}.ttf`), unpackWoff(woff));
  }
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>/usr/share/fonts</dir><dir>/tmp/fonts</dir><dir>${fonts}</dir><cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`,
  );
  return file;
}
