import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowDays } from '#shared/registry/continue-page.ts';
import { formatListDay, parseListDate } from '#shared/registry/list-day.ts';
import type { RegistrationReader } from '#shared/registry/registration-ports.ts';
import type { ListAnswer } from '#shared/registry/registry-facts.ts';
import { createRegistryLookup } from '#shared/registry/registry-look-up.ts';
import { toE164 } from '#test/support/flat-list-files.ts';
import { importLines } from '#test/support/import-lines.ts';
import {
  createMemoryRegistrationStore,
  dyingAt,
  guarded,
  Interruption,
} from '#test/support/memory-registration-store.ts';
import { anyList } from '#test/support/registry/invented-lines.ts';
import { createMemorySnapshotArchive, guardedArchive } from '#test/support/registry/memory-snapshot-archive.ts';

/** Days between lists: next day, a month, a quarter, and gaps longer than the window and than ten bits. */
const gap = fc.constantFrom(1, 7, 31, 90, 300, windowDays - 1, windowDays, windowDays + 1, 1022, 1023, 1024, 2000);
const start = 16_000;

/** What is true, kept the plain way. */
function createModel() {
  const firstDays = new Map<string, number>();
  const listDays = new Map<string, number>();
  return {
    firstDays,
    listDays,
    import(lines: readonly string[], day: number) {
      const carried = new Set(lines);
      const areas = new Set(lines.map((each) => each.slice(0, 3)));
      for (const known of firstDays.keys()) {
        if (areas.has(known.slice(0, 3)) && !carried.has(known)) {
          firstDays.delete(known);
        }
      }
      for (const area of areas) {
        listDays.set(area, day);
      }
      for (const each of lines) {
        firstDays.set(each, firstDays.get(each) ?? day);
      }
    },
  };
}

async function answersOf(store: RegistrationReader, lines: readonly string[]): Promise<readonly (ListAnswer | null)[]> {
  const lookup = createRegistryLookup(store, { registries: ['us-national'], clock: () => new Date() });
  return Promise.all(
    lines.map(async (each) => (await lookup.lookUp({ e164: toE164(each), country: 'US' }))[0] ?? null),
  );
}

const dayOfAnswer = (answer: ListAnswer | null) => parseListDate(answer?.noLaterThan ?? '') ?? 0;

describe('lists imported one after another', () => {
  it('answer as a plain map would: who is listed, in which areas, and since when at the latest', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(anyList, gap), { minLength: 1, maxLength: 6 }),
        anyList,
        async (imports, strangers) => {
          const store = createMemoryRegistrationStore();
          const model = createModel();
          let day = start;
          for (const [lines, days] of imports) {
            day += days;
            expect((await importLines({ store, lines, listDate: formatListDay(day) })).kind).toBe('imported');
            model.import(lines, day);
          }
          const probes = [...new Set([...imports.flatMap(([lines]) => lines), ...strangers])];
          for (const [index, answer] of (await answersOf(store, probes)).entries()) {
            const probe = probes[index] ?? '';
            const listDay = model.listDays.get(probe.slice(0, 3));
            const firstDay = model.firstDays.get(probe);
            expect(answer?.asOf).toBe(listDay === undefined ? undefined : formatListDay(listDay));
            expect(answer?.registered ?? false).toBe(firstDay !== undefined);
            if (firstDay !== undefined && listDay !== undefined) {
              const told = dayOfAnswer(answer);
              expect(told).toBeGreaterThanOrEqual(firstDay);
              expect(told).toBeLessThanOrEqual(Math.max(firstDay, listDay - windowDays));
            } else {
              expect(answer?.noLaterThan ?? null).toBeNull();
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('do not depend on the order of lines, on repeats, or on importing again', async () => {
    await fc.assert(
      fc.asyncProperty(anyList, fc.array(fc.nat({ max: 59 })), async (lines, repeats) => {
        const [one, other] = [createMemoryRegistrationStore(), createMemoryRegistrationStore()];
        const listDate = '2026-03-01';
        await importLines({ store: one, lines, listDate });
        const shuffled = [...repeats.flatMap((at) => lines[at] ?? []), ...[...lines].reverse()];
        await importLines({ store: other, lines: shuffled, listDate });
        expect((await importLines({ store: other, lines, listDate })).kind).toBe('already_current');
        expect([...other.dump()].sort()).toEqual([...one.dump()].sort());
      }),
      { numRuns: 60 },
    );
  });
});

describe('an import that dies at any call to the store', () => {
  it('leaves the former list answering in whole, and ends the same when it is run again', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyList,
        anyList,
        fc.nat({ max: 25 }),
        fc.constantFrom('before', 'after'),
        async (former, next, at, when) => {
          const probes = [...new Set([...former, ...next])];
          const first = { lines: former, listDate: '2026-03-01' };
          const second = { lines: next, listDate: '2026-04-01' };
          const undisturbed = createMemoryRegistrationStore();
          const files = createMemorySnapshotArchive();
          await importLines({ store: undisturbed, archive: files, ...first });
          const before = await answersOf(undisturbed, probes);
          await importLines({ store: undisturbed, archive: files, ...second });
          const after = await answersOf(undisturbed, probes);

          const store = createMemoryRegistrationStore();
          const archive = createMemorySnapshotArchive();
          await importLines({ store, archive, ...first });
          const guard = dyingAt(at, when);
          const process = { store: guarded(store, guard), archive: guardedArchive(archive, guard) };
          const ended = await importLines({ ...process, ...second }).catch((error: unknown) => {
            if (!(error instanceof Interruption)) {
              throw error;
            }
            return null;
          });
          const now = await answersOf(store, probes);
          expect([before, after]).toContainEqual(now);
          expect(ended === null || JSON.stringify(now) === JSON.stringify(after)).toBe(true);

          await importLines({ store, archive, ...second });
          expect(await answersOf(store, probes)).toEqual(after);
          expect([...archive.dump()].sort()).toEqual([...files.dump()].sort());
          expect([...store.dump()].sort()).toEqual([...undisturbed.dump()].sort());
          expect((await store.head('us-national')).lists).toEqual((await undisturbed.head('us-national')).lists);
        },
      ),
      { numRuns: 150 },
    );
  });
});
