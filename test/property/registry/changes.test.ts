import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowDays } from '#shared/registry/continue-page.ts';
import { formatListDay, parseListDate } from '#shared/registry/list-day.ts';
import { archivedAreas, findArchivedDay } from '#shared/registry/read-snapshot.ts';
import type { RegistrationReader, RegistrationStore } from '#shared/registry/registration-ports.ts';
import type { ListAnswer } from '#shared/registry/registry-facts.ts';
import { createRegistryLookup } from '#shared/registry/registry-look-up.ts';
import type { SnapshotArchive } from '#shared/registry/snapshot-archive.ts';
import { toE164 } from '#test/support/flat-list-files.ts';
import { importLines } from '#test/support/import-lines.ts';
import {
  createMemoryRegistrationStore,
  dyingAt,
  guarded,
  Interruption,
} from '#test/support/memory-registration-store.ts';
import { type ChangeEntry, importEntries } from '#test/support/registry/import-changes.ts';
import { anyLine, anyList } from '#test/support/registry/invented-lines.ts';
import { createMemorySnapshotArchive, guardedArchive } from '#test/support/registry/memory-snapshot-archive.ts';

const registry = 'us-national';
const start = 16_000;
/** Waiting periods, a quarter, and gaps about the window. */
const gap = fc.constantFrom(1, 7, 28, 30, 31, 60, 90, 300, windowDays - 1, windowDays, windowDays + 1, 1500);
const entry = fc.record({ line: anyLine, operation: fc.constantFrom('add', 'delete') });
/** Drawn from few lines, so that the same line is often deleted and added again. */
const entries = fc.array(entry, { maxLength: 40 });

/** What is true, kept the plain way. */
function createModel() {
  const firstDays = new Map<string, number>();
  const listDays = new Map<string, number>();
  const area = (line: string) => line.slice(0, 3);
  return {
    firstDays,
    listDays,
    full(lines: readonly string[], day: number) {
      const carried = new Set(lines);
      const areas = new Set(lines.map(area));
      for (const known of firstDays.keys()) {
        if (areas.has(area(known)) && !carried.has(known)) {
          firstDays.delete(known);
        }
      }
      for (const each of areas) {
        listDays.set(each, day);
      }
      for (const each of lines) {
        firstDays.set(each, firstDays.get(each) ?? day);
      }
    },
    change(list: readonly ChangeEntry[], base: number, day: number, only?: string) {
      const areas = [...listDays]
        .filter(([each, held]) => held === base && (only === undefined || each === only))
        .map(([each]) => each);
      for (const { line, operation } of list) {
        if (areas.includes(area(line)) && operation === 'delete') {
          firstDays.delete(line);
        } else if (areas.includes(area(line))) {
          firstDays.set(line, firstDays.get(line) ?? day);
        }
      }
      for (const each of areas) {
        listDays.set(each, day);
      }
    },
  };
}

async function answersOf(store: RegistrationReader, lines: readonly string[]): Promise<readonly (ListAnswer | null)[]> {
  const lookup = createRegistryLookup(store, { registries: [registry], clock: () => new Date() });
  return Promise.all(
    lines.map(async (each) => (await lookup.lookUp({ e164: toE164(each), country: 'US' }))[0] ?? null),
  );
}

/** The same question to the snapshot, as a bulk job asks it. */
async function archivedDay(archive: SnapshotArchive, store: RegistrationStore, line: string): Promise<number | null> {
  const area = toE164(line).slice(1, 5);
  for (const list of (await store.head(registry)).lists) {
    const at = list.areas.indexOf(area);
    const file = at < 0 ? undefined : (await archivedAreas(archive, registry, list))[at];
    if (file !== undefined) {
      return findArchivedDay(archive, file, toE164(line));
    }
  }
  return null;
}

type Step =
  | { readonly kind: 'full'; readonly lines: readonly string[]; readonly days: number }
  /** A full list of one area code, before the change lists up to its day. */
  | { readonly kind: 'ahead'; readonly area: string; readonly lines: readonly string[]; readonly days: number }
  | { readonly kind: 'change'; readonly list: readonly ChangeEntry[]; readonly days: number }
  /** A change list for each of these area codes alone. */
  | {
      readonly kind: 'parts';
      readonly areas: readonly string[];
      readonly list: readonly ChangeEntry[];
      readonly days: number;
    }
  | { readonly kind: 'again' }
  | { readonly kind: 'skips'; readonly list: readonly ChangeEntry[] }
  | { readonly kind: 'late'; readonly list: readonly ChangeEntry[] };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('full' as const), lines: anyList, days: gap }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('change' as const), list: entries, days: gap }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('ahead' as const),
      area: fc.constantFrom('202', '413', '617'),
      lines: anyList,
      days: fc.constantFrom(1, 2, 7, 30),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('parts' as const),
      areas: fc.uniqueArray(fc.constantFrom('202', '413', '617'), { minLength: 1 }),
      list: entries,
      days: gap,
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'again' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('skips' as const), list: fc.array(entry, { minLength: 1 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('late' as const), list: fc.array(entry, { minLength: 1 }) }) },
);

describe('full lists and change lists, one after another', () => {
  it('answer as a plain map would; lists that come twice, too late or with a gap change nothing', async () => {
    await fc.assert(
      fc.asyncProperty(anyList, fc.array(step, { minLength: 1, maxLength: 7 }), async (first, steps) => {
        const store = createMemoryRegistrationStore();
        const archive = createMemorySnapshotArchive();
        const model = createModel();
        let day = start;
        await importLines({ store, archive, lines: first, listDate: formatListDay(day) });
        model.full(first, day);
        let last: { list: readonly ChangeEntry[]; base: number; day: number } | null = null;
        const change = (list: readonly ChangeEntry[], base: number, of: number, area?: string) =>
          importEntries({
            store,
            archive,
            entries: list,
            areas: area === undefined ? null : [`1${area}`],
            listDate: formatListDay(of),
            base: formatListDay(base),
            now: new Date(day * 86_400_000),
          });
        const latest = () => Math.max(day, ...model.listDays.values());
        for (const each of steps) {
          switch (each.kind) {
            case 'full':
              day = latest() + each.days;
              await importLines({ store, archive, lines: each.lines, listDate: formatListDay(day) });
              model.full(each.lines, day);
              last = null;
              break;
            case 'change': {
              const base = day;
              const of = base + each.days;
              const touched = new Set(each.list.map(({ line }) => line.slice(0, 3)));
              const heldOf = [...touched].flatMap((area) => model.listDays.get(area) ?? []);
              const strange = touched.size > 0 && heldOf.length === 0;
              const between = heldOf.some((held) => held !== base && held < of);
              const nothing = ![...model.listDays.values()].includes(base);
              const outcome = await change(each.list, base, of);
              expect(outcome.kind).toBe(strange || between || nothing ? 'refused' : 'changed');
              if (outcome.kind === 'changed') {
                const passed = each.list.filter(({ line }) => (model.listDays.get(line.slice(0, 3)) ?? 0) >= of);
                expect(outcome.ahead).toBe(new Set(passed.map(({ line }) => line)).size);
                day = of;
                model.change(each.list, base, day);
                last = { list: each.list, base, day };
              }
              break;
            }
            case 'ahead': {
              const of = day + each.days;
              const lines = each.lines.filter((line) => line.startsWith(each.area));
              if (lines.length > 0 && of > (model.listDays.get(each.area) ?? 0)) {
                await importLines({ store, archive, lines, listDate: formatListDay(of) });
                model.full(lines, of);
                last = null;
              }
              break;
            }
            case 'parts': {
              const base = day;
              for (const area of each.areas.filter((one) => model.listDays.get(one) === base)) {
                const list = each.list.filter(({ line }) => line.startsWith(area));
                expect((await change(list, base, base + each.days, area)).kind).toBe('changed');
                day = base + each.days;
                model.change(list, base, day, area);
                last = null;
              }
              break;
            }
            case 'again':
              if (last !== null) {
                expect((await change(last.list, last.base, last.day)).kind).toBe('already_applied');
              }
              break;
            case 'skips':
              expect((await change(each.list, latest() + 1, latest() + 2)).kind).toBe('refused');
              break;
            case 'late':
              expect((await change(each.list, start - 2, start - 1)).kind).toBe('refused');
              break;
          }
        }
        const probes = [
          ...new Set([...first, ...steps.flatMap((each) => ('list' in each ? each.list.map(({ line }) => line) : []))]),
          ...steps.flatMap((each) => ('lines' in each ? each.lines : [])),
        ];
        for (const [index, answer] of (await answersOf(store, probes)).entries()) {
          const probe = probes[index] ?? '';
          const listDay = model.listDays.get(probe.slice(0, 3));
          const firstDay = model.firstDays.get(probe);
          expect(answer?.asOf).toBe(listDay === undefined ? undefined : formatListDay(listDay));
          expect(answer?.registered ?? false).toBe(firstDay !== undefined);
          const told = parseListDate(answer?.noLaterThan ?? '');
          expect(await archivedDay(archive, store, probe)).toBe(told);
          if (firstDay !== undefined && listDay !== undefined) {
            expect(told).toBeGreaterThanOrEqual(firstDay);
            expect(told).toBeLessThanOrEqual(Math.max(firstDay, listDay - windowDays));
          }
        }
      }),
      {
        numRuns: 60,
        examples: [
          // A change list without changes comes twice, and an area is held as of an older list.
          [
            ['617,0000000', '202,0000000'],
            [
              { kind: 'full', lines: ['202,0000000'], days: 1 },
              { kind: 'change', list: [], days: 1 },
              { kind: 'again' },
            ],
          ],
          // A list of which two areas were changed one by one is changed as a whole.
          [
            ['413,5550142', '202,5550142'],
            [
              { kind: 'parts', areas: ['413', '202'], list: [], days: 1 },
              { kind: 'change', list: [{ line: '413,5550151', operation: 'add' }], days: 1 },
            ],
          ],
        ],
      },
    );
  });
});

describe('a change list whose import dies at any call', () => {
  const first = { listDate: '2026-03-01' };
  const second = { listDate: '2026-03-02', base: '2026-03-01' };
  const third = { listDate: '2026-03-03', base: '2026-03-02' };
  const dying = fc.record({ at: fc.nat({ max: 30 }), when: fc.constantFrom('before' as const, 'after' as const) });
  const survive = async (work: Promise<unknown>): Promise<boolean> => {
    try {
      await work;
      return true;
    } catch (error) {
      if (!(error instanceof Interruption)) {
        throw error;
      }
      return false;
    }
  };

  it('leaves the former list answering in whole, and ends with the same bytes when it is run again', async () => {
    await fc.assert(
      fc.asyncProperty(anyList, entries, entries, dying, async (lines, one, two, { at, when }) => {
        const probes = [...new Set([...lines, ...[...one, ...two].map(({ line }) => line)])];
        const inAreas = new Set(lines.map((line) => line.slice(0, 3)));
        const [earlier, later] = [one, two].map((list) => list.filter(({ line }) => inAreas.has(line.slice(0, 3))));
        const world = async () => {
          const store = createMemoryRegistrationStore();
          const archive = createMemorySnapshotArchive();
          await importLines({ store, archive, lines, ...first });
          await importEntries({ store, archive, entries: earlier ?? [], ...second });
          return { store, archive };
        };
        const change = { entries: later ?? [], ...third };
        const undisturbed = await world();
        const before = await answersOf(undisturbed.store, probes);
        await importEntries({ ...undisturbed, ...change });
        const after = await answersOf(undisturbed.store, probes);

        const { store, archive } = await world();
        const guard = dyingAt(at, when);
        const ended = await survive(
          importEntries({ store: guarded(store, guard), archive: guardedArchive(archive, guard), ...change }),
        );
        const now = await answersOf(store, probes);
        expect([before, after]).toContainEqual(now);
        expect(!ended || JSON.stringify(now) === JSON.stringify(after)).toBe(true);

        expect((await importEntries({ store, archive, ...change })).kind).not.toBe('refused');
        expect(await answersOf(store, probes)).toEqual(after);
        expect([...store.dump()].sort()).toEqual([...undisturbed.store.dump()].sort());
        const files = [...archive.dump()];
        expect(files).toEqual(expect.arrayContaining([...undisturbed.archive.dump()]));
        const lists = async (each: RegistrationStore) => (await each.head(registry)).lists;
        expect(await lists(store)).toEqual(await lists(undisturbed.store));
        // What an older list left behind goes with the next one at the latest.
        const next = { entries: [], listDate: '2026-03-04', base: '2026-03-03' };
        await importEntries({ store, archive, ...next });
        await importEntries({ ...undisturbed, ...next });
        expect([...archive.dump()].sort()).toEqual([...undisturbed.archive.dump()].sort());
      }),
      { numRuns: 60 },
    );
  });

  it('does not count, now or ever, when another list is imported instead', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyList,
        entries,
        entries,
        fc.boolean(),
        dying,
        async (lines, given, taken, byFullList, { at, when }) => {
          const inAreas = new Set(lines.map((line) => line.slice(0, 3)));
          const known = (list: readonly ChangeEntry[]) => list.filter(({ line }) => inAreas.has(line.slice(0, 3)));
          const probes = [...new Set([...lines, ...[...given, ...taken].map(({ line }) => line)])];
          const store = createMemoryRegistrationStore();
          const archive = createMemorySnapshotArchive();
          await importLines({ store, archive, lines, ...first });
          const guard = dyingAt(at, when);
          const ended = await survive(
            importEntries({
              store: guarded(store, guard),
              archive: guardedArchive(archive, guard),
              entries: known(given),
              ...second,
            }),
          );
          const moved = ended || (await store.head(registry)).lists.some(({ listDate }) => listDate === '2026-03-02');
          fc.pre(!moved);
          const plain = createMemoryRegistrationStore();
          await importLines({ store: plain, lines, ...first });
          const ofOneArea = lines.filter((line) => line.slice(0, 3) === lines[0]?.slice(0, 3));
          const instead = byFullList
            ? (each: RegistrationStore) => importLines({ store: each, lines: ofOneArea, listDate: '2026-03-02' })
            : (each: RegistrationStore) =>
                importEntries({ store: each, entries: known(taken), listDate: '2026-03-05', base: '2026-03-01' });
          await instead(store);
          await instead(plain);
          expect(await answersOf(store, probes)).toEqual(await answersOf(plain, probes));
          // After a full list of an area the change list of its day, for the others; else the next one.
          const next = byFullList
            ? { entries: known(taken), ...second }
            : { entries: known(given), listDate: '2026-03-06', base: '2026-03-05' };
          await importEntries({ store, ...next });
          await importEntries({ store: plain, ...next });
          expect(await answersOf(store, probes)).toEqual(await answersOf(plain, probes));
        },
      ),
      { numRuns: 50 },
    );
  });
});
