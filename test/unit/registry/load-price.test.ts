import { expect, it } from 'vitest';
import { changePage } from '#shared/registry/continue-page.ts';
import { estimateChange } from '#shared/registry/load-price.ts';
import { writeUndo } from '#shared/registry/page-undo.ts';
import { registrationPageKey } from '#shared/storage/keys.ts';
import { pageToItem } from '#shared/storage/registration-items.ts';

const name = { callingCode: '1', page: '1413555' };
const key = registrationPageKey('us-national', '20261122-01234567', name.page);

/** Of an item: names and values, a number at most 21 bytes. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html */
const bytesOf = (item: Readonly<Record<string, unknown>>) =>
  Object.entries(item).reduce(
    (sum, [attribute, value]) => sum + attribute.length + (value instanceof Uint8Array ? value.length : 21),
    'pk'.length + key.length,
  );

it('a page on which many days of registrations must be told takes no more than was told before, whatever changes', () => {
  let former: Uint8Array | null = null;
  let most = 0;
  for (let day = 20_000; day < 20_270; day += 1) {
    // Eight lines a day, spread over the page, each once.
    const lines = Array.from({ length: 8 }, (_, index) => (((day - 20_000) * 8 + index) * 3_989) % 10_000);
    const changes = lines.sort((a, b) => a - b).map((line) => ({ line, change: 'added' as const }));
    const { page }: { page: Uint8Array } = changePage({ name, listDay: day, former, changes });
    const undo = { change: 1, bytes: writeUndo(former, page) };
    most = Math.max(most, Math.ceil(bytesOf(pageToItem({ bytes: page, change: 2, undo })) / 1024));
    former = page;
  }
  expect(most).toBe(4);
  expect(estimateChange(1).write).toBe(most);
});
