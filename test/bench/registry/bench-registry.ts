import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { windowDays } from '#shared/registry/continue-page.ts';
import { machine, printTable } from '../figures.ts';
import { type BuiltArchive, buildArchive } from './build-archive.ts';
import { benchEncodings } from './encodings/bench-encodings.ts';
import { firstAnswers } from './first-answers.ts';
import { inventRegistry } from './invented-registry.ts';
import { type DayOf, loadArchive, loadUnpacked } from './page-archive.ts';
import { race, rounds } from './race.ts';
import { lmdb, type RowPerNumber, sortedArray, sqlite } from './row-per-number.ts';
import { timeChangeList } from './time-change-list.ts';

const listDay = 20_700;
const windowStart = listDay - windowDays;
const questions = 200_000;

const usage =
  'usage: npm run bench -- registry [--numbers 5000000] [--beside 10000000] [--recent 0.0364] [--encodings]';

/**
 * Pages at the size asked for, and beside them what holds a row a number. `--recent` is the share of lines registered
 * in the window: 20,000 new ones a day among 250 million. `--beside`: how many numbers at most the others hold, a row each; 50 million
 * take some 3 GB of memory and disk and ten minutes. `--encodings` measures ways to write the lines of a page.
 */
export async function benchRegistry(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      numbers: { type: 'string', default: '5000000' },
      beside: { type: 'string', default: '10000000' },
      recent: { type: 'string', default: '0.0364' },
      encodings: { type: 'boolean', default: false },
    },
  });
  const numbers = Number(values.numbers);
  const beside = Number(values.beside);
  const recent = Number(values.recent);
  if (![numbers, beside].every((size) => size >= 10_000 && size <= 500_000_000) || !(recent >= 0 && recent <= 1)) {
    throw new Error(usage);
  }
  if (values.encodings) {
    benchEncodings(Math.min(numbers, 5_000_000));
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'ringfence-bench-'));
  try {
    console.log(`${machine()}\n`);
    const built = benchPages(folder, numbers, recent);
    await firstAnswers(built.path, built.archive.hits[0] ?? { e164: '', day: 0 });
    timeChangeList(built.registry, { listDay, windowStart });
    compare(folder, Math.min(numbers, beside), recent);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function benchPages(folder: string, numbers: number, recent: number) {
  const path = join(folder, 'pages');
  const registry = inventRegistry({ numbers, listDay, windowDays, recent });
  const archive = buildArchive(registry, { path, windowStart, questions });
  const bits = (bytes: number) => ((bytes * 8) / archive.numbers).toFixed(2);
  const pages = registry.pages.length;
  console.log(`${archive.numbers} numbers on ${pages} pages, ${archive.dated} with a day of their own`);
  console.log(`  bits a number      ${bits(archive.pageBytes)} in pages, ${bits(archive.bytes)} with the directory`);
  console.log(`  no code does with  ${registry.limit().toFixed(2)} for the lines, without days`);
  console.log(`  told a later day   ${archive.blurred}`);
  console.log(`  write units        ${archive.writeUnits}, ${(archive.writeUnits / pages).toFixed(2)} a page`);
  console.log(
    `  encoding           ${archive.seconds.toFixed(1)} s, ${((archive.seconds * 1e6) / pages).toFixed(0)} µs a page`,
  );
  const { dayOf } = loadArchive(path);
  verify(archive, dayOf);
  const started = performance.now();
  const unpacked = loadUnpacked(path);
  const seconds = (performance.now() - started) / 1000;
  verify(archive, unpacked.dayOf);
  console.log(`  unpacked           ${bits(unpacked.bytes)} bits a number, in ${seconds.toFixed(1)} s`);
  const all = [dayOf, unpacked.dayOf];
  const hits = race(all, archive.hits);
  const misses = race(all, archive.misses);
  for (const [index, name] of ['look-ups a second ', '  unpacked        '].entries()) {
    console.log(
      `  ${name} ${millions(hits[index]?.best)} hits, ${millions(misses[index]?.best)} hard misses, each thousand in its fastest of ${rounds} ` +
        `rounds; ${millions(hits[index]?.median)}, ${millions(misses[index]?.median)} in the median round`,
    );
  }
  return { registry, archive, path };
}

function compare(folder: string, numbers: number, recent: number): void {
  const path = join(folder, 'compared');
  const registry = inventRegistry({ numbers, listDay, windowDays, recent });
  const others: readonly RowPerNumber[] = [
    sortedArray(2 * numbers),
    sqlite(join(folder, 'rows')),
    lmdb(join(folder, 'keys')),
  ];
  const seconds = others.map(() => 0);
  const archive = buildArchive(registry, {
    path,
    windowStart,
    questions,
    onPage(page, days) {
      const first = Number(page) * 10_000;
      for (const [index, other] of others.entries()) {
        const started = performance.now();
        for (const [line, day] of days.entries()) {
          if (day !== 0) {
            other.add(first + line, day);
          }
        }
        seconds[index] = (seconds[index] ?? 0) + (performance.now() - started) / 1000;
      }
    },
  });
  const { dayOf, bytes } = loadArchive(path);
  const unpackedFrom = performance.now();
  const unpacked = loadUnpacked(path);
  const unpackSeconds = (performance.now() - unpackedFrom) / 1000;
  const finished = others.map((other) => other.finish());
  const all = [dayOf, unpacked.dayOf, ...finished.map((other) => other.dayOf)];
  const hits = race(all, archive.hits);
  const misses = race(all, archive.misses);
  const rows = [
    { name: 'pages', bytes, seconds: archive.seconds },
    { name: 'pages, unpacked', bytes: unpacked.bytes, seconds: archive.seconds + unpackSeconds },
    ...others.map(({ name }, index) => ({ name, bytes: finished[index]?.bytes ?? 0, seconds: seconds[index] ?? 0 })),
  ];
  console.log(`\nSide by side, ${archive.numbers} numbers`);
  printTable(
    ['', 'bits a number', 'times pages', 'hits/s', 'hard misses/s', 'build s'],
    rows.map((row, index) => [
      row.name,
      ((row.bytes * 8) / archive.numbers).toFixed(2),
      (row.bytes / bytes).toFixed(1),
      millions(hits[index]?.best),
      millions(misses[index]?.best),
      row.seconds.toFixed(1),
    ]),
  );
}

/** Inside the window the day is exact, before it no earlier than the truth. */
function verify({ hits, misses, blurred }: BuiltArchive, dayOf: DayOf): void {
  for (const { e164, day } of [...hits, ...misses]) {
    const told = dayOf(e164);
    const right = day > windowStart && blurred === 0 ? told === day : told >= day && told <= Math.max(day, listDay);
    if (!right || (day === 0) !== (told === 0)) {
      throw new Error(`wrong day: ${told} for ${day}`);
    }
  }
}

function millions(pace: number | undefined): string {
  return `${((pace ?? 0) / 1e6).toFixed(2)} M`;
}
