import { describe, expect, it } from 'vitest';
import { usNational } from '#shared/registry/registries.ts';
import { compareServingCopy } from '#shared/registry/serving-copy.ts';
import { loadArea } from '#shared/registry/uploads/load-area.ts';
import { readUploadedList } from '#shared/registry/uploads/read-uploaded-list.ts';
import { syntheticLines } from '#test/support/flat-list-files.ts';
import { importLines } from '#test/support/import-lines.ts';
import { createMemoryRegistrationStore, dyingAt, Interruption } from '#test/support/memory-registration-store.ts';
import { nameOf } from '#test/support/registry/list-file.ts';
import { createMemorySnapshotArchive } from '#test/support/registry/memory-snapshot-archive.ts';
import { createUploadWorld, type UploadWorld } from '#test/support/registry/memory-uploads.ts';
import { zipOf } from '#test/support/registry/zip-files.ts';

const march = syntheticLines(60, ['202', '413'], 1);
const april = syntheticLines(90, ['202', '413', '617'], 2);
const flat = (lines: readonly string[]) => `${lines.join('\n')}\n`;
const changes = (entries: readonly string[], day: string) =>
  flat(entries.map((entry) => entry.replace(/ ([AD])$/, `,${day},$1`)));
const fileOf = (date: string, scope = 'us') => nameOf(scope, 'txt', date);

/** The same lists, imported at once by one process that nothing stops. */
async function atOnce() {
  const [store, archive] = [createMemoryRegistrationStore(), createMemorySnapshotArchive()];
  await importLines({ store, archive, lines: march, listDate: '2026-03-01' });
  const before = heldBy({ store, archive });
  await importLines({ store, archive, lines: april, listDate: '2026-04-01' });
  return { before, after: heldBy({ store, archive }) };
}

const heldBy = ({ store, archive }: Pick<UploadWorld, 'store' | 'archive'>) => ({
  pages: [...store.dump()].sort(),
  files: [...archive.dump().keys()].filter((key) => key.endsWith('.pages')).sort(),
});

async function worldWithMarch(): Promise<UploadWorld> {
  const world = createUploadWorld();
  world.declare();
  world.upload(fileOf('2026-3-1'), flat(march));
  await world.work();
  expect((await world.last()).state).toBe('imported');
  return world;
}

const listDateOf = async ({ store }: UploadWorld) =>
  (await store.head('us-national')).lists.map(({ listDate, areas }) => `${listDate} ${areas.join(' ')}`);

describe('a list that is uploaded', () => {
  it('ends with the same pages and files as one imported at once, and leaves nothing behind', async () => {
    const world = await worldWithMarch();
    world.upload(fileOf('2026-4-1'), flat(april));
    await world.work();
    expect(heldBy(world)).toEqual((await atOnce()).after);
    expect(await world.last()).toMatchObject({
      state: 'imported',
      listDate: '2026-04-01',
      format: 'us-flat',
      entitlement: { subscription: 'synthetic', basis: 'test' },
      read: { lines: 90, entries: 90, skipped: {} },
      done: ['1202', '1413', '1617'],
    });
    expect(world.uploads.size + world.staged.size()).toBe(0);
    const record = await world.store.snapshot('us-national', (await world.last()).plan?.snapshot ?? '');
    expect(record).toMatchObject({ areas: 3, numbers: 90, lines: 90, skipped: 0 });
  });

  it.each(['before', 'after'] as const)(
    'may die %s any step: the old list answers till the pointer moves, and the end is the same',
    async (when) => {
      const { before, after } = await atOnce();
      const old = ['2026-03-01 1202 1413'];
      const fresh = ['2026-04-01 1202 1413 1617'];
      for (let at = 0; ; at += 1) {
        const world = await worldWithMarch();
        world.upload(fileOf('2026-4-1'), flat(april));
        const died = await world.work(world.process(dyingAt(at, when))).then(
          () => false,
          (error: unknown) => {
            expect(error).toBeInstanceOf(Interruption);
            return true;
          },
        );
        const now = await listDateOf(world);
        expect([old, fresh]).toContainEqual(now);
        if (now[0] === old[0]) {
          expect(heldBy(world).pages).toEqual(expect.arrayContaining(before.pages));
        }
        await world.work();
        expect(heldBy(world)).toEqual(after);
        expect(await listDateOf(world)).toEqual(fresh);
        expect((await world.last()).state).toBe('imported');
        if (!died) {
          expect(at).toBeGreaterThan(30);
          return;
        }
      }
    },
  );

  it('is read twice at once, its messages come twice, in another order, two at a time, and late: the end is the same', async () => {
    const world = await worldWithMarch();
    world.upload(fileOf('2026-4-1'), flat(april));
    const [object = ''] = world.events.splice(0);
    await Promise.all([readUploadedList(object, world.process()), readUploadedList(object, world.process())]);
    const errands = [...world.errands.splice(0).reverse()];
    expect(errands.length).toBeGreaterThanOrEqual(3);
    await Promise.all([...errands, ...errands].map((errand) => loadArea(errand, world.process())));
    for (const errand of errands) {
      expect(await loadArea(errand, world.process())).toEqual({ kind: 'passed_over' });
    }
    expect(await readUploadedList(object, world.process())).toEqual({ kind: 'passed_over' });
    expect(heldBy(world)).toEqual((await atOnce()).after);
    expect((await world.last()).state).toBe('imported');
  });

  it('whose messages got lost is finished by uploading the same file again', async () => {
    const world = await worldWithMarch();
    world.upload(fileOf('2026-4-1'), flat(april));
    const [object = ''] = world.events.splice(0);
    await readUploadedList(object, world.process());
    const [first] = world.errands.splice(0);
    expect(await loadArea(first ?? { importId: '', area: '' }, world.process())).toEqual({ kind: 'loaded', left: 2 });
    world.upload(fileOf('2026-4-1'), flat(april));
    await readUploadedList(object, world.process());
    expect(world.errands.map(({ area }) => area)).toEqual(['1413', '1617']);
    await world.work();
    expect(heldBy(world)).toEqual((await atOnce()).after);
  });

  it('may be of one area code: the others answer as before; those of several are imported at the same time', async () => {
    const world = await worldWithMarch();
    for (const areaCode of ['202', '617']) {
      const lines = april.filter((line) => line.startsWith(areaCode));
      world.upload(fileOf('2026-4-1', areaCode), flat(lines));
    }
    const objects = world.events.splice(0);
    for (const object of objects) {
      await readUploadedList(object, world.process());
    }
    await world.work();
    expect((await listDateOf(world)).sort()).toEqual(['2026-03-01 1413', '2026-04-01 1202', '2026-04-01 1617']);
    expect((await world.imports.list()).map(({ state }) => state)).toEqual(['imported', 'imported', 'imported']);
  });

  it('may be one of many, of an area code each, that are read and loaded all at once', async () => {
    const world = createUploadWorld();
    world.declare();
    const codes = Array.from({ length: 30 }, (_, index) => String(601 + index)).filter(
      (code) => code !== '604' && code !== '613',
    );
    for (const code of codes) {
      world.upload(fileOf('2026-4-1', code), flat([`${code},5550100`, `${code},5550101`]));
    }
    await Promise.all(world.events.splice(0).map((object) => readUploadedList(object, world.process())));
    await Promise.all(world.errands.splice(0).map((errand) => loadArea(errand, world.process())));
    expect(new Set((await world.imports.list()).map(({ state }) => state))).toEqual(new Set(['imported']));
    expect((await listDateOf(world)).sort()).toEqual(codes.map((code) => `2026-04-01 1${code}`));
  });

  it('under the name of one that is being read is not erased with it, and is read for its own event', async () => {
    const world = await worldWithMarch();
    const more = [...april, '413,5550199'];
    world.upload('list.txt', flat(april), { 'list-date': '2026-04-01' });
    const [object = ''] = world.events.splice(0);
    const { queue, ...rest } = world.process();
    const corrects: typeof queue = {
      async send(errands) {
        await queue.send(errands);
        world.upload('list.txt', flat(more), { 'list-date': '2026-04-02' });
      },
    };
    expect(await readUploadedList(object, { ...rest, queue: corrects })).toMatchObject({ kind: 'loading' });
    expect(world.uploads.size).toBe(1);
    while (world.errands.length > 0) {
      await loadArea(world.errands.shift() ?? { importId: '', area: '' }, world.process());
    }
    await world.work();
    expect((await world.imports.list()).map(({ state }) => state)).toEqual(['imported', 'imported', 'imported']);
    expect((await world.last()).plan?.numbers).toBe(more.length);
    expect(world.uploads.size).toBe(0);
  });

  it('is given up when another one for the same area codes was faster', async () => {
    const world = await worldWithMarch();
    world.upload(fileOf('2026-4-1'), flat(april));
    const [slow = ''] = world.events.splice(0);
    await readUploadedList(slow, world.process());
    const late = world.errands.splice(0);
    world.pass(1000);
    world.upload(fileOf('2026-4-2'), flat(april));
    await world.work();
    expect(await loadArea(late[0] ?? { importId: '', area: '' }, world.process())).toEqual({ kind: 'superseded' });
    expect((await world.imports.list()).map(({ state }) => state)).toEqual(['imported', 'refused', 'imported']);
    expect((await listDateOf(world)).join()).toContain('2026-04-02');
    // What was written of it goes with the next import, not after a day.
    expect((await world.store.head('us-national')).loading).toMatchObject([{ givenUp: true }]);
    world.upload(fileOf('2026-4-2', '202'), flat(april.filter((line) => line.startsWith('202'))));
    await world.work();
    expect((await world.store.head('us-national')).loading).toEqual([]);
  });

  it('may be written once more, late, when a change list has come on top of it: what that changed stays', async () => {
    const world = createUploadWorld();
    world.declare();
    world.upload(fileOf('2026-4-1', '413'), flat(['413,5550142', '413,5550143']));
    await readUploadedList(world.events.splice(0)[0] ?? '', world.process());
    const [errand = { importId: '', area: '' }] = world.errands.splice(0);
    const [reached, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const process = world.process();
    const putPages: typeof process.store.putPages = async (pages) => {
      reached.resolve();
      await gate.promise;
      await process.store.putPages(pages);
    };
    const late = loadArea(errand, { ...process, store: { ...process.store, putPages } });
    await reached.promise;
    expect(await loadArea(errand, world.process())).toEqual({ kind: 'imported', areas: 1 });
    world.upload(fileOf('2026-4-2', '413'), changes(['413,5550142 D'], '2026-04-02'));
    await world.work();
    expect((await world.last()).state).toBe('changed');
    const before = heldBy(world).pages;
    gate.resolve();
    expect(await late).toEqual({ kind: 'passed_over' });
    expect(heldBy(world).pages).toEqual(before);
  });

  it('is read in whole from an archive with a file for each area code', async () => {
    const world = createUploadWorld();
    world.declare();
    const members = ['202', '413', '617'].map((code) => ({
      name: fileOf('2026-4-1', code),
      content: flat(april.filter((line) => line.startsWith(code))),
    }));
    world.upload('lists.zip', await zipOf(members));
    await world.work();
    expect(await world.last()).toMatchObject({ state: 'imported', done: ['1202', '1413', '1617'], messages: [] });
  });
});

/** Reads a change list up to where its first pages would be changed. */
async function standingStillAtPages(world: UploadWorld, object: string) {
  const [reached, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const process = world.process();
  const changePages: typeof process.store.changePages = async (pages) => {
    reached.resolve();
    await gate.promise;
    return process.store.changePages(pages);
  };
  const outcome = readUploadedList(object, { ...process, store: { ...process.store, changePages } });
  await reached.promise;
  const goOn = () => {
    gate.resolve();
    return outcome;
  };
  return { goOn };
}

describe('a change list that is uploaded', () => {
  const [first = '', second = ''] = march;

  it('is applied by who read it; the same once more changes nothing', async () => {
    const world = await worldWithMarch();
    for (const state of ['changed', 'already_applied']) {
      world.pass(5000);
      world.upload(fileOf('2026-3-2'), changes([`${first} D`, '413,5550199 A'], '2026-03-02'));
      await world.work();
      expect(await world.last()).toMatchObject({ state, read: { added: 1, deleted: 1 } });
    }
    expect(await listDateOf(world)).toEqual(['2026-03-02 1202 1413']);
  });

  it.each(['before', 'after'] as const)('may die %s any step', async (when) => {
    const whole = await worldWithMarch();
    const upload = (world: UploadWorld) =>
      world.upload(fileOf('2026-3-2'), changes([`${first} D`, '413,5550199 A'], '2026-03-02'));
    upload(whole);
    await whole.work();
    for (let at = 0; ; at += 1) {
      const world = await worldWithMarch();
      upload(world);
      const died = await world.work(world.process(dyingAt(at, when))).then(
        () => false,
        () => true,
      );
      await world.work();
      expect(heldBy(world)).toEqual(heldBy(whole));
      expect(['changed', 'already_applied']).toContain((await world.last()).state);
      if (!died) {
        return;
      }
    }
  });

  it('waits for the list that it continues, if that is still being imported', async () => {
    const world = await worldWithMarch();
    world.upload(fileOf('2026-4-1'), flat(april));
    const [full = ''] = world.events.splice(0);
    await readUploadedList(full, world.process());
    const [here = ''] = april;
    world.upload(fileOf('2026-4-2'), changes([`${here} D`], '2026-04-02'));
    const [change = ''] = world.events.splice(0);
    expect(await readUploadedList(change, world.process())).toMatchObject({ kind: 'waiting' });
    expect(world.uploads.has(change)).toBe(true);
    await world.work();
    expect(await readUploadedList(change, world.process())).toMatchObject({ kind: 'ended', state: 'changed' });
    expect(await listDateOf(world)).toEqual(['2026-04-02 1202 1413 1617']);
  });

  it.each<[string, string, string]>([
    ['is changed', fileOf('2026-3-2', '202'), changes(['202,5550199 A'], '2026-03-02')],
    ['gets a full list', fileOf('2026-3-2', '617'), flat(['617,5550100'])],
  ])('of one area code is applied while another one %s', async (_, file, content) => {
    const world = await worldWithMarch();
    world.upload(fileOf('2026-3-2', '413'), changes(['413,5550199 A'], '2026-03-02'));
    const [object = ''] = world.events.splice(0);
    world.upload(file, content);
    const process = world.process();
    let elsewhere: Promise<void> | null = null;
    const head: typeof process.store.head = async (registry) => {
      const before = await process.store.head(registry);
      elsewhere ??= world.work();
      await elsewhere;
      return before;
    };
    const slow = { ...process, store: { ...process.store, head } };
    expect(await readUploadedList(object, slow)).toMatchObject({ kind: 'ended', state: 'changed' });
    expect((await world.imports.list()).map(({ state }) => state)).not.toContain('refused');
    const areas = (await listDateOf(world)).filter((list) => list.startsWith('2026-03-02')).join();
    expect(areas).toContain('1413');
    expect(areas).toContain(`1${file.includes('202_') ? '202' : '617'}`);
  });

  it('may be one of many, of an area code each, that are applied all at once', async () => {
    const world = createUploadWorld();
    world.declare();
    const codes = ['202', '413', '617', '978', '808', '301', '305', '312'];
    world.upload(fileOf('2026-4-1'), flat(codes.map((code) => `${code},5550100`)));
    await world.work();
    for (const code of codes) {
      world.upload(fileOf('2026-4-2', code), changes([`${code},5550101 A`], '2026-04-02'));
    }
    await Promise.all(world.events.splice(0).map((object) => readUploadedList(object, world.process())));
    expect((await world.imports.list()).map(({ state }) => state).sort()).toEqual([
      ...codes.map(() => 'changed'),
      'imported',
    ]);
    const { lists } = await world.store.head('us-national');
    expect(new Set(lists.map(({ listDate }) => listDate))).toEqual(new Set(['2026-04-02']));
    expect(await compareServingCopy(usNational, world)).toMatchObject({
      report: { different: 0, missing: 0, extra: 0 },
    });
  });

  it('is judged anew when another one for some of the same area codes was faster, and lets those that are applied end', async () => {
    const world = await worldWithMarch();
    world.upload(fileOf('2026-3-2', '413'), changes(['413,5550198 A'], '2026-03-02'));
    world.upload(fileOf('2026-3-2'), changes(['202,5550199 A', '413,5550199 A'], '2026-03-02'));
    const [fast = '', slow = ''] = world.events.splice(0);
    const first = await standingStillAtPages(world, slow);
    expect(await readUploadedList(fast, world.process())).toMatchObject({ kind: 'ended', state: 'changed' });
    expect(await first.goOn()).toMatchObject({ kind: 'waiting' });
    expect(world.uploads.has(slow)).toBe(true);
    const waiting = (await world.imports.list()).find(({ state }) => state === 'waiting');
    expect(waiting?.messages).toEqual([expect.stringContaining('Another import changed us-national meanwhile')]);

    world.upload(fileOf('2026-3-2', '202'), changes(['202,5550197 A'], '2026-03-02'));
    const [third = ''] = world.events.splice(0);
    const second = await standingStillAtPages(world, third);
    expect(await readUploadedList(slow, world.process())).toMatchObject({ kind: 'waiting' });
    expect(await second.goOn()).toMatchObject({ kind: 'ended', state: 'changed' });
    expect(await readUploadedList(slow, world.process())).toMatchObject({ kind: 'ended', state: 'refused' });
    expect(world.uploads.size).toBe(0);
  });

  it('is refused if nothing that may come is what it continues', async () => {
    const world = await worldWithMarch();
    world.upload(fileOf('2026-3-9'), changes([`${second} D`], '2026-03-09'));
    await world.work();
    const { state, messages } = await world.last();
    expect(state).toBe('refused');
    expect(messages).toEqual([expect.stringContaining('list of 2026-03-01 is held')]);
  });
});

describe('an upload that is refused', () => {
  const cases: [string, (world: UploadWorld) => void, RegExp][] = [
    [
      'without a declaration, and says why',
      (world) => world.upload(fileOf('2026-4-1'), flat(april)),
      /47 USC 227\(c\)\(3\)\(K\).*registry declare us-national/s,
    ],
    [
      'of a registry that there is not',
      (world) => world.upload(fileOf('2026-4-1'), flat(april), {}, 'mars'),
      /no registry of the folder's name; known: us-national/,
    ],
    [
      'with words that mean nothing',
      (world) => {
        world.declare();
        world.upload(fileOf('2026-4-1'), flat(april), { kind: 'pigeon' });
      },
      /metadata/,
    ],
    [
      'cut short',
      (world) => {
        world.declare();
        world.upload(fileOf('2026-4-1'), flat(april).slice(0, -3));
      },
      /cut short/,
    ],
    [
      'without a date',
      (world) => {
        world.declare();
        world.upload('list.txt', flat(april));
      },
      /--list-date/,
    ],
    [
      'of a registry that hands out no list',
      (world) => {
        world.declare('au-dncr', { subscription: 'synthetic', basis: 'test' });
        world.upload('list.txt', '+61491570156\n', { 'list-date': '2026-04-01' }, 'au-dncr');
      },
      /never handed out|not handed out|hands out/i,
    ],
  ];
  it.each(cases)('%s: it is erased, and the list that is held answers', async (_, prepare, message) => {
    const world = createUploadWorld();
    prepare(world);
    await world.work();
    const { state, messages, endedAt } = await world.last();
    expect({ state, messages }).toEqual({ state: 'refused', messages: [expect.stringMatching(message)] });
    expect(endedAt).not.toBeNull();
    expect(world.uploads.size).toBe(0);
    expect((await world.store.head('us-national')).lists).toEqual([]);
  });

  it('takes the date from the words told with the file', async () => {
    const world = createUploadWorld();
    world.declare();
    world.upload('list.txt', flat(april), { 'list-date': '2026-04-01' });
    await world.work();
    expect(await world.last()).toMatchObject({ state: 'imported', listDate: '2026-04-01' });
  });

  it('stops reading when the time of its function is nearly over', async () => {
    const world = createUploadWorld();
    world.declare();
    // A million lines, after which it looks at the clock.
    world.upload(fileOf('2026-4-1'), '413,5550142\n'.repeat(1_000_000));
    const [object = ''] = world.events;
    await readUploadedList(object, { ...world.process(), millisecondsLeft: () => 100_000 });
    expect((await world.last()).messages).toEqual([expect.stringMatching(/longer than a function may run/)]);
  });

  it('passes over what is no list of ours', async () => {
    const world = createUploadWorld();
    for (const object of [
      'incoming/',
      'incoming/us-national/',
      'incoming/a/b/c',
      'staged/x',
      'incoming/us-national/gone.txt',
    ]) {
      expect(await readUploadedList(object, world.process())).toEqual({ kind: 'passed_over' });
    }
  });
});
