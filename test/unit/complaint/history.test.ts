import { expect, test } from 'vitest';
import type { HistoryEntry } from '#shared/complaint/complaint.ts';
import { appended, sinceRefiled } from '#shared/complaint/history.ts';
import type { ComplaintEvent } from '#shared/complaint/lifecycle.ts';

const at = '2026-11-21T02:00:00.000Z';
const entry = (event: ComplaintEvent, reason?: string): HistoryEntry => ({
  at,
  event,
  actor: 'system',
  version: 1,
  ...(reason === undefined ? {} : { reason }),
});
const historyOf = (...entries: HistoryEntry[]) => entries.reduce<readonly HistoryEntry[]>(appended, []);
const namesOf = (history: readonly HistoryEntry[]) => history.map(({ event }) => event);
const many = (times: number, ...entries: HistoryEntry[]) => Array.from({ length: times }, () => entries).flat();

test('our moves in a row leave one entry, the regulator\u2019s all', () => {
  const history = historyOf(
    ...[entry('drafted'), entry('corrected'), entry('corrected'), entry('taken')],
    ...[entry('corrected'), entry('acknowledged'), entry('acknowledged')],
  );
  expect(namesOf(history)).toEqual(['drafted', 'corrected', 'taken', 'corrected', 'acknowledged', 'acknowledged']);
});

test('a full history loses what corrections left before what the regulator said', () => {
  const full = [
    ...[entry('drafted'), entry('taken'), entry('acknowledged'), entry('refused', 'first')],
    ...many(2000, entry('corrected'), entry('taken')),
  ];
  const history = appended(full, entry('refused', 'last'));
  expect(Buffer.byteLength(JSON.stringify(history))).toBeLessThanOrEqual(128 * 1024);
  expect(history.filter(({ event }) => event === 'refused').map(({ reason }) => reason)).toEqual(['first', 'last']);
  expect(namesOf(history)).toEqual(expect.arrayContaining(['drafted', 'acknowledged', 'corrected', 'taken']));
});

test('a regulator that never stops talking fills no item, and its last word of each kind stays', () => {
  const history = historyOf(entry('drafted'), entry('refiled'), ...many(300, entry('refused', '\u00e9'.repeat(1000))));
  expect(Buffer.byteLength(JSON.stringify(history))).toBeLessThanOrEqual(128 * 1024);
  expect(namesOf(history).slice(0, 2)).toEqual(['drafted', 'refiled']);
  expect(namesOf(history).at(-1)).toBe('refused');
});

test('what came before the last refiling is left out', () => {
  const history = historyOf(entry('drafted'), entry('acknowledged'), entry('withdrawn'), entry('refiled'));
  expect(sinceRefiled(history)).toEqual([]);
  expect(namesOf(sinceRefiled([...history, entry('taken')]))).toEqual(['taken']);
  expect(namesOf(sinceRefiled([entry('drafted')]))).toEqual(['drafted']);
});
