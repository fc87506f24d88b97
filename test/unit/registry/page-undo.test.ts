import { describe, expect, it } from 'vitest';
import { heldPage, standingOf } from '#shared/registry/held-page.ts';
import { everyContact } from '#shared/registry/page-kinds.ts';
import { findUndoneDay, undonePage, writeUndo } from '#shared/registry/page-undo.ts';
import { decodePage } from '#shared/registry/read-page.ts';
import { encodePage } from '#shared/registry/write-page.ts';
import { daysOf, range } from '#test/support/registry/pages.ts';

const page = (days: Uint16Array) =>
  encodePage(
    { callingCode: '1', page: '1413555' },
    { layers: [{ kind: everyContact, days }] },
    { windowStart: 20_000, maxBytes: 4000 },
  ).page;
const named = { kind: everyContact, page: '1413555' };
const former = daysOf([...range(100, 1100, 19_500), [142, 20_400]]);

describe.each([
  ['a few lines', daysOf([...range(101, 1100, 19_500), [7, 20_500]]), 1 + 3 * 5],
  ['so many lines that the former page is shorter', daysOf(range(3000, 4000, 20_500)), null],
] as const)('what undoes the change of %s', (_, next, bytes) => {
  const undo = writeUndo(page(former), page(next));

  it('is the shorter of both forms', () => {
    expect(undo.length).toBe(bytes ?? page(former).length);
  });

  it('tells each line as it was, and the whole page', () => {
    for (const line of [7, 99, 100, 142, 1099, 1100, 3000]) {
      expect(findUndoneDay(page(next), undo, line, named)).toBe(former[line] || null);
    }
    expect(decodePage(undonePage(page(next), undo))).toEqual(former);
  });

  it('is the same from any bytes that say the same', () => {
    expect(writeUndo(undonePage(page(next), undo), page(next))).toEqual(undo);
  });
});

describe('a stored page', () => {
  const next = page(daysOf([[1, 20_500]]));
  const stored = { bytes: next, change: 7, undo: { change: 4, bytes: writeUndo(page(former), next) } };
  it.each([
    [7, [], 'as_stored'],
    [9, [8], 'as_stored'],
    [6, [], 'as_before'],
    [4, [], 'as_before'],
    [9, [7], 'as_before'],
    [3, [], 'pointer_outdated'],
    [9, [4, 7], 'pointer_outdated'],
  ] as const)('by a pointer at change %i without %j is read %s', (change, voided, standing) => {
    expect(standingOf(stored, { change, voided })).toBe(standing);
  });

  it('that was none before its change is an empty one before it', () => {
    const first = { bytes: next, change: 7, undo: { change: 0, bytes: writeUndo(null, next) } };
    const held = heldPage(first, { change: 0, voided: [] });
    expect(held).toMatchObject({ change: 0 });
    expect(held !== 'pointer_outdated' && held.bytes !== null && decodePage(held.bytes).some(Boolean)).toBe(false);
  });
});
