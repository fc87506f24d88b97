import { describe, expect, it } from 'vitest';
import { followImport } from '#infra/cli/registry/uploads/follow-import.ts';
import { showImports } from '#infra/cli/registry/uploads/show-imports.ts';
import { loadArea } from '#shared/registry/uploads/load-area.ts';
import { readUploadedList } from '#shared/registry/uploads/read-uploaded-list.ts';
import { nameOf } from '#test/support/registry/list-file.ts';
import { createUploadWorld, type UploadWorld } from '#test/support/registry/memory-uploads.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const flat = (lines: readonly string[]) => `${lines.join('\n')}\n`;
const both = flat(['202,5550142', '413,5550142']);
const put = (world: UploadWorld) => world.upload(nameOf('us', 'txt', '2026-4-1'), both);

/** A world with a list that was read, and whose loading somebody else is to go on with. */
async function loading() {
  const world = createUploadWorld('2026-04-10T12:00:00Z');
  world.declare();
  put(world);
  await readUploadedList(world.events.splice(0)[0] ?? '', world.process());
  const { id } = await world.last();
  return { world, id, errands: world.errands.splice(0) };
}

const statesOf = async (world: UploadWorld) => (await world.imports.list()).map(({ state }) => state);
const areasHeld = async ({ store }: UploadWorld) =>
  (await store.head('us-national')).lists.flatMap(({ areas }) => areas).sort();

describe('an import whose staged lines are gone', () => {
  it('is given up by its loaders, and the same file uploaded again begins anew', async () => {
    const { world, id, errands } = await loading();
    await world.staged.erase(id);
    const [first = { importId: '', area: '' }, second = first] = errands;
    expect(await loadArea(first, world.process())).toEqual({ kind: 'lost' });
    expect(await loadArea(second, world.process())).toEqual({ kind: 'passed_over' });
    expect(await world.last()).toMatchObject({ state: 'refused', messages: [expect.stringContaining('Upload')] });
    put(world);
    await world.work();
    expect(await statesOf(world)).toEqual(['imported']);
    expect(await areasHeld(world)).toEqual(['1202', '1413']);
  });

  it('is given up also if only what its loaders left behind is gone', async () => {
    const { world, id, errands } = await loading();
    const [first = { importId: '', area: '' }, second = first] = errands;
    expect(await loadArea(first, world.process())).toEqual({ kind: 'loaded', left: 1 });
    const process = world.process();
    const staged = { ...process.staged, loaded: async () => null };
    expect(await loadArea(second, { ...process, staged })).toEqual({ kind: 'lost' });
    expect((await world.imports.find(id))?.state).toBe('refused');
  });

  it('after days begins anew at once when the file is uploaded again', async () => {
    const { world, id } = await loading();
    await world.staged.erase(id);
    world.pass(8 * day);
    put(world);
    await world.work();
    expect(await statesOf(world)).toEqual(['imported']);
  });

  it('is not given up by a late loader when another one has finished it', async () => {
    const { world, errands } = await loading();
    const [first = { importId: '', area: '' }, second = first] = errands;
    const process = world.process();
    const late = {
      ...process.staged,
      async get() {
        await loadArea(first, process);
        await loadArea(second, process);
        return null;
      },
    };
    expect(await loadArea(first, { ...process, staged: late })).toEqual({ kind: 'passed_over' });
    expect(await statesOf(world)).toEqual(['imported']);
  });
});

describe('a loader that stood still until its list was cleared away', () => {
  type Store = ReturnType<UploadWorld['process']>['store'];

  /** After a day another list is imported, which clears away what has been loading since. */
  async function clearAway(world: UploadWorld) {
    world.pass(day + minute);
    world.upload(nameOf('us', 'txt', '2026-4-11'), flat(['617,5550142']));
    await world.work();
  }
  const left = ({ store, archive }: UploadWorld) => [
    ...[...store.dump().keys()].filter((page) => !page.endsWith('1617555')),
    ...[...archive.dump().keys()].filter((object) => object.includes('/20260401')),
  ];

  async function loadLate(
    world: UploadWorld,
    errand: { importId: string; area: string },
    late: (store: Store) => Store,
  ) {
    const process = world.process();
    return loadArea(errand, { ...process, store: late(process.store) });
  }

  it('takes away what it wrote after that', async () => {
    const { world, id, errands } = await loading();
    let stoodStill = false;
    const late = (store: Store) => ({
      ...store,
      putPages: async (pages: Parameters<Store['putPages']>[0]) => {
        if (!stoodStill) {
          stoodStill = true;
          await clearAway(world);
        }
        await store.putPages(pages);
      },
    });
    expect(await loadLate(world, errands[0] ?? { importId: '', area: '' }, late)).toEqual({ kind: 'superseded' });
    expect(left(world)).toEqual([]);
    expect((await world.imports.find(id))?.state).toBe('refused');
    expect(await areasHeld(world)).toEqual(['1617']);
  });

  it('and then died leaves that to the next attempt', async () => {
    const { world, errands } = await loading();
    const [errand = { importId: '', area: '' }] = errands;
    const dying = (store: Store) => ({
      ...store,
      putPages: async (pages: Parameters<Store['putPages']>[0]) => {
        await clearAway(world);
        await store.putPages(pages);
        throw new Error('dead');
      },
    });
    await expect(loadLate(world, errand, dying)).rejects.toThrow('dead');
    expect(left(world)).toHaveLength(1);
    expect(await loadArea(errand, world.process())).toEqual({ kind: 'superseded' });
    expect(left(world)).toEqual([]);
  });

  it('or is just being cleared away, where its area is past already', async () => {
    const { world, errands } = await loading();
    const [first = { importId: '', area: '' }] = errands;
    await loadArea(first, world.process());
    // Whoever clears away dies when pages are gone and the directory is not.
    const dying = (store: Store) => ({ ...store, removeAreas: () => Promise.reject(new Error('dead')) });
    let cleared = false;
    const late = (store: Store) => ({
      ...store,
      putPages: async (pages: Parameters<Store['putPages']>[0]) => {
        if (!cleared) {
          cleared = true;
          world.pass(day + minute);
          world.upload(nameOf('us', 'txt', '2026-4-11'), flat(['617,5550142']));
          const process = world.process();
          await world.work({ ...process, store: dying(process.store) }).catch(() => {});
        }
        await store.putPages(pages);
      },
    });
    expect(await loadLate(world, errands[1] ?? first, late)).toEqual({ kind: 'superseded' });
    await clearAway(world);
    expect(left(world)).toEqual([]);
  });
});

/** A world with a list of April 1 that answers, and a file that nobody could read: its message waits among the dead letters. */
async function withDead() {
  const { world } = await loading();
  put(world);
  await world.work();
  world.upload('bad.txt', both, { 'list-date': '2026-04-02' });
  const [object = ''] = world.events.splice(0);
  const process = world.process();
  const find = async () => {
    throw new Error('throttled');
  };
  const faulty = { ...process, declarations: { ...process.declarations, find } };
  for (let attempt = 0; attempt < 3; attempt += 1) {
    await expect(readUploadedList(object, faulty)).rejects.toThrow('throttled');
  }
  return { world, object };
}

/** What the commands about uploads see of a world; time goes on while they sleep. */
function commandsOn(world: UploadWorld) {
  const { imports, declarations, now } = world.process();
  const [out, err]: [string[], string[]] = [[], []];
  let slept = 0;
  const sleep = async (milliseconds: number) => {
    slept += milliseconds;
    world.pass(milliseconds);
    if (slept > day) {
      throw new Error('it never ends');
    }
  };
  const io = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) };
  const context = { imports, declarations, io, now, sleep };
  return { context, out, err, slept: () => slept };
}

describe('an import that died', () => {
  const gap = (world: UploadWorld) => world.upload(nameOf('us', 'txt', '2026-4-9'), flat(['413,5550199,2026-04-09,A']));

  it('is waited for while its message may come again, and no longer', async () => {
    const { world } = await withDead();
    gap(world);
    await world.work();
    expect((await world.last()).state).toBe('waiting');
    world.pass(61 * minute);
    await world.work();
    expect(await world.last()).toMatchObject({ state: 'refused', messages: [expect.stringContaining('2026-04-01')] });
  });

  it('is waited for again once somebody takes it up', async () => {
    const { world, object } = await withDead();
    world.pass(30 * day);
    const { queue, ...rest } = world.process();
    await readUploadedList(object, { ...rest, queue: { send: async () => {} } });
    gap(world);
    await world.work();
    expect((await world.last()).state).toBe('waiting');
  });

  it('is shown as dead, with what to do', async () => {
    const { world } = await withDead();
    const before = commandsOn(world);
    await showImports(before.context, ['us-national']);
    expect(before.out.join('\n')).not.toContain('stands still');
    world.pass(61 * minute);
    const { context, out } = commandsOn(world);
    await showImports(context, ['us-national']);
    expect(out.filter((line) => line.includes('stands still'))).toEqual([
      expect.stringMatching(/since 2026-.*upload the file again.*docs\/runbooks\/dead-letters-lists\.md/),
    ]);
  });

  it('is followed by `registry upload` for twenty minutes without a change', async () => {
    const { world } = await withDead();
    const { context, err, slept } = commandsOn(world);
    expect(await followImport({ registry: 'us-national', file: 'bad.txt' }, [], context)).toBe(1);
    expect(slept()).toBe(20 * minute);
    expect(err.at(-1)).toContain('docs/runbooks/dead-letters-lists.md');
  });

  it('is not taken for an upload of the same name that nobody noticed yet', async () => {
    const { world } = await withDead();
    const before = await world.imports.list();
    const { context, err } = commandsOn(world);
    expect(await followImport({ registry: 'us-national', file: 'bad.txt' }, before, context)).toBe(1);
    expect(err).toEqual([expect.stringContaining('not noticed')]);
  });

  it('is what an upload ended that was refused at once', async () => {
    const { world, object } = await withDead();
    const before = await world.imports.list();
    world.upload('bad.txt', both, { 'list-date': '2026-04-02' });
    const process = world.process();
    await readUploadedList(object, { ...process, declarations: { ...process.declarations, find: async () => null } });
    const { context, out } = commandsOn(world);
    expect(await followImport({ registry: 'us-national', file: 'bad.txt' }, before, context)).toBe(1);
    expect(out.join('\n')).toContain('was refused');
  });
});
