import { windowDays } from '#shared/registry/continue-page.ts';
import { noListedDays } from '#shared/registry/page-format.ts';
import { everyContact, faxes, indianCategory, textMessages, voiceCalls } from '#shared/registry/page-kinds.ts';
import type { PageName } from '#shared/registry/page-name.ts';
import { type PageContent, readPage } from '#shared/registry/read-page.ts';
import { encodePage } from '#shared/registry/write-page.ts';
import { seeded } from '#test/support/seeded.ts';
import { daysOf, range } from './pages.ts';

/** Folder of the golden files of docs/exchange-pages.md. */
export const goldenFolder = new URL('golden/', import.meta.url);

const listDay = 20_700;

/** Lines at random, each thousand with a share of its own, a tenth of them with a day inside the window. */
function many(seed: number, shares: readonly number[]) {
  const random = seeded(seed);
  return noListedDays().map((_, line) => {
    const listed = random.chance(shares[Math.floor(line / 1000)] ?? 0);
    return listed ? listDay - (random.chance(0.1) ? random.below(windowDays) : 2000 + random.below(900)) : 0;
  });
}

const every = (days: Uint16Array) => [{ kind: everyContact, days }];

const goldenContents: Readonly<Record<string, PageContent & { readonly name: PageName }>> = {
  'no-lines': { name: { callingCode: '1', page: '1413555' }, layers: [] },
  'one-line': { name: { callingCode: '1', page: '1413555' }, layers: every(daysOf([[142, 20_100]])) },
  'all-lines': { name: { callingCode: '44', page: '44770090' }, layers: every(daysOf(range(0, 10_000, 20_100))) },
  'all-but-one': { name: { callingCode: '33', page: '3363998' }, layers: every(daysOf(range(0, 9999, 20_100))) },
  'few-in-gaps': {
    name: { callingCode: '49', page: '493023125' },
    layers: every(daysOf([...range(7, 9000, 20_000, 97), [9998, 20_300], [9999, 20_699]])),
  },
  'usual-page': {
    name: { callingCode: '1', page: '1416555' },
    layers: every(many(3, [0.24, 0.3, 0, 0.2, 0.03, 0.24, 0, 0.18, 0.25, 0.02])),
  },
  'half-of-each-block': { name: { callingCode: '7', page: '7910123' }, layers: every(many(4, Array(10).fill(0.5))) },
  'sharp-edges': {
    name: { callingCode: '61', page: '6149157' },
    layers: every(
      daysOf([...range(50, 1150, 20_300), ...range(1999, 4001, 20_400), ...range(5000, 10_000, 20_500, 100)]),
    ),
  },
  'days-by-table': {
    name: { callingCode: '91', page: '91999955' },
    layers: [
      { kind: indianCategory(0), days: daysOf([...range(0, 3000, 20_000, 3), ...range(1, 3000, 20_300, 9)]) },
      {
        kind: indianCategory(7),
        days: daysOf([...range(0, 900, 20_000), ...range(900, 1800, 20_500), [9999, 20_699]]),
      },
    ],
  },
  'three-kinds': {
    name: { callingCode: '65', page: '658123' },
    layers: [
      { kind: voiceCalls, days: many(5, [0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4]) },
      { kind: textMessages, days: many(6, [0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2]) },
      { kind: faxes, days: daysOf([[142, 20_690]]) },
    ],
  },
  'far-days': {
    name: { callingCode: '998', page: '99812345678' },
    layers: every(
      daysOf([
        [0, 1],
        [1, 65_535],
      ]),
    ),
  },
};

/** Every golden page by name, as it is written today. */
export function goldenPages(): readonly (readonly [name: string, page: Uint8Array])[] {
  const limits = { windowStart: listDay - windowDays, maxBytes: 4000 };
  return Object.entries(goldenContents).map(([name, each]) => [name, encodePage(each.name, each, limits).page]);
}

/** What a page says, in the form of the specification's section 10. */
export function describePage(page: Uint8Array): string {
  const { name, layers } = readPage(page);
  const lines = layers.flatMap(({ kind, days }) => [`kind ${kind}`, ...runsOf(days)]);
  const checksum = Buffer.from(page.subarray(-4)).toString('hex');
  return `${[`${name?.callingCode} ${name?.page}`, ...lines, checksum].join('\n')}\n`;
}

function runsOf(days: Uint16Array): readonly string[] {
  const runs: string[] = [];
  for (let line = 0; line < days.length; ) {
    const from = line;
    while (line < days.length && days[line] === days[from]) {
      line += 1;
    }
    if (days[from] !== 0) {
      runs.push(`${from}-${line - 1} ${days[from]}`);
    }
  }
  return runs;
}
