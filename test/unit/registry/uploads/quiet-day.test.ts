import { expect, it } from 'vitest';
import { nameOf } from '#test/support/registry/list-file.ts';
import { createUploadWorld } from '#test/support/registry/memory-uploads.ts';

it('a change list of a day without changes brings its area up to date, and the next day continues it', async () => {
  const world = createUploadWorld();
  world.declare();
  const add = async (name: string, content: string, words?: Parameters<typeof world.upload>[2]) => {
    world.upload(name, content, words);
    await world.work();
    return (await world.last()).state;
  };
  expect(await add(nameOf('us', 'txt', '2026-4-1'), '413,5550142\n413,5550143\n')).toBe('imported');
  world.pass(4 * 86_400_000);
  const quiet = "<?xml version='1.0'?>\n<list type='change' level='ac' val='413'>\n<ac val='413'></ac></list>\n";
  expect(await add(nameOf('413', 'xml', '2026-4-2'), quiet)).toBe('changed');
  expect(await add(nameOf('413', 'txt', '2026-4-3'), '', { format: 'us-flat-change' })).toBe('changed');
  expect(await add(nameOf('us', 'txt', '2026-4-4'), '413,5559999,2026-04-04,A\n')).toBe('changed');
  expect((await world.store.head('us-national')).lists.map(({ listDate }) => listDate)).toEqual(['2026-04-04']);
});
