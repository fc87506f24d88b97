import { describe, expect, it } from 'vitest';
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
  const world = createUploadWorld();
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
