import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { exchangeOfPage } from '#shared/registry/page-address.ts';
import { readPage } from '#shared/registry/read-page.ts';
import { unpackArea } from '#shared/registry/unpacked-area.ts';
import { describePage, goldenFolder, goldenPages } from '#test/support/registry/golden-pages.ts';

const bytesOf = (name: string) => readFileSync(new URL(`${name}.page`, goldenFolder));
const textOf = (name: string) => readFileSync(new URL(`${name}.txt`, goldenFolder), 'utf8');
const names = goldenPages().map(([name]) => name);

describe('the golden files of docs/exchange-pages.md', () => {
  it('are all there are', () => {
    const files = names.flatMap((name) => [`${name}.page`, `${name}.txt`]);
    expect(readdirSync(goldenFolder).sort()).toEqual(files.sort());
  });

  it.each(goldenPages())('%s: is written to the byte', (name, page) => {
    expect(Buffer.from(page).equals(bytesOf(name))).toBe(true);
  });

  it.each(names)('%s: says what is written beside it', (name) => {
    expect(describePage(bytesOf(name))).toBe(textOf(name));
  });

  it.each(names)('%s: says the same of every line and kind when it is unpacked', (name) => {
    const bytes = bytesOf(name);
    const { name: numbers, layers } = readPage(bytes);
    const page = numbers?.page ?? '';
    const area = unpackArea(new Map([[page, bytes]]));
    for (const { kind, days } of layers) {
      expect(days.map((_, line) => area.dayOf(exchangeOfPage(page), line, kind))).toEqual(days);
    }
  });

  it('say the same to a reader in Java that knows the document only', () => {
    const reader = fileURLToPath(new URL('../ReadPages.java', goldenFolder));
    const paths = names.map((name) => fileURLToPath(new URL(`${name}.page`, goldenFolder)));
    const said = execFileSync('java', ['-XX:TieredStopAtLevel=1', reader, ...paths], { encoding: 'utf8' });
    expect(said).toBe(names.map(textOf).join(''));
  });
});
