import { expect, it } from 'vitest';
import { collectList } from '#shared/registry/collect-list.ts';
import { listFile, readEntries } from '#test/support/registry/list-file.ts';

it('a full list is kept by area and page, from the first line of a page to its last', async () => {
  const { entries } = await readEntries(listFile('413,5550000\n413,5559999\n413,5560000\n202,5550142\n'));
  const list = collectList();
  for (const [number, operation, kind, day] of [...entries, ...entries.slice(0, 1)]) {
    list.take(number, operation, kind, day);
  }
  expect(list.numbers.areas().map(({ area, pages, numbers }) => [area, pages, numbers])).toEqual([
    ['1202', ['1202555'], 1],
    ['1413', ['1413555', '1413556'], 3],
  ]);
  expect([...list.numbers.lines('1413555')]).toEqual([0, 9999]);
  expect([...list.numbers.lines('1413556')]).toEqual([0]);
});
