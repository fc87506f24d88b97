import { describe, expect, test } from 'vitest';
import { groupCalls, listPage } from '#functions/serve-log-pages/list/call-groups.ts';
import type { OfferedCall } from '#shared/intake/call-logs/offered-call.ts';
import {
  choiceFields,
  emptyChoice,
  isTicked,
  readChoice,
  usualChoice,
  withTicks,
} from '#shared/pages/call-logs/choice.ts';

const call = (row: number, sender: string, over: Partial<OfferedCall> = {}): OfferedCall => ({
  row,
  direction: 'in',
  contact: false,
  durationSeconds: 12,
  report: { kind: 'call', sender, occurredAt: `2026-11-${String(1 + (row % 28)).padStart(2, '0')}T12:00:00Z` },
  ...over,
});

describe('what is ticked', () => {
  const stranger = call(1, '+12025550143');
  const contact = call(2, '+14135550151', { contact: true });
  const own = call(3, '+14135550160', { direction: 'out' });

  test('strangers are, contacts and calls of one’s own are not', () => {
    expect([stranger, contact, own].map((each) => isTicked(each, usualChoice))).toEqual([true, false, false]);
    expect(isTicked(stranger, emptyChoice)).toBe(false);
  });

  test('changes on one page stay when another page comes back', () => {
    const first = withTicks(usualChoice, [stranger, contact], new Set([2]));
    const second = withTicks(first, [own], new Set([3]));
    const fields = new Map(choiceFields(second));
    const read = readChoice(fields) ?? usualChoice;
    expect([stranger, contact, own].map((each) => isTicked(each, read))).toEqual([false, true, true]);
    expect(fields.get('changed')).toBe('1-3');
  });

  test('a tick that is set again is no change', () => {
    const away = withTicks(usualChoice, [stranger], new Set());
    expect(withTicks(away, [stranger], new Set([1]))).toEqual(usualChoice);
  });

  test('fields that no page of ours sends are no choice', () => {
    expect(readChoice(new Map([['changed', '1-999999999']]))).toBeNull();
  });
});

describe('the list', () => {
  test('puts calls of one number together however it is written, strangers and the latest first', () => {
    const groups = groupCalls([
      call(1, '+1 202 555 0143'),
      call(2, '+14135550151', { contact: true }),
      call(3, '+1 (202) 555-0144'),
      call(5, '+12025550143'),
    ]);
    expect(groups.map(({ sender, calls }) => [sender, ...calls.map(({ row }) => row)])).toEqual([
      ['+1 202 555 0143', 5, 1],
      ['+1 (202) 555-0144', 3],
      ['+14135550151', 2],
    ]);
  });

  test('a number that somebody called back stands twice: what came is not what was dialled', () => {
    const groups = groupCalls([call(1, '+12025550143'), call(2, '+12025550143', { direction: 'out' })]);
    expect(groups.map(({ stranger }) => stranger)).toEqual([true, false]);
  });

  test('every call stands on exactly one page, and no group is cut that fits on one', () => {
    const calls = Array.from({ length: 437 }, (_, at) => call(at + 1, `+1202555${String(at % 37).padStart(4, '0')}`));
    const all = groupCalls([...calls, ...Array.from({ length: 150 }, (_, at) => call(1000 + at, '+12025559999'))]);
    const { pages } = listPage(all, 1);
    const seen = Array.from({ length: pages }, (_, at) => listPage(all, at + 1).groups);
    expect(seen.flat().flatMap((group) => group.calls.map(({ row }) => row))).toHaveLength(587);
    expect(
      Math.max(...seen.map((page) => page.reduce((sum, group) => sum + group.calls.length, 0))),
    ).toBeLessThanOrEqual(60);
    const often = new Map<string, number>();
    for (const group of seen.flat()) {
      often.set(group.sender, (often.get(group.sender) ?? 0) + 1);
    }
    expect([...often].filter(([sender, count]) => count > 1 && sender !== '+12025559999')).toEqual([]);
  });

  test('a page that is not there is the nearest one; no calls are one empty page', () => {
    expect(listPage(groupCalls([call(1, '1')]), 99).number).toBe(1);
    expect(listPage([], 1)).toEqual({ groups: [], number: 1, pages: 1 });
  });
});
