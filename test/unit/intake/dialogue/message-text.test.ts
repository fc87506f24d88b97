import { describe, expect, test } from 'vitest';
import { messageText, withPiece } from '#shared/intake/dialogue/message-text.ts';

describe('the text of a message', () => {
  test.each([
    ['as it is', 'Win a\nprize\t😀', 'Win a\nprize\t😀', false],
    ['1,600 units stay', 'a'.repeat(1600), 'a'.repeat(1600), false],
    ['more are cut', 'a'.repeat(1601), 'a'.repeat(1600), true],
    ['never inside a character', `${'a'.repeat(1599)}😀`, 'a'.repeat(1599), true],
    ['whatever comes', 'a'.repeat(100_000), 'a'.repeat(1600), true],
  ])('%s', (_name, raw, text, cut) => {
    expect(messageText(raw)).toEqual({ text, cut });
  });
});

describe('a piece in its text', () => {
  test.each([
    ['after the others', 'one', 'two', { at: 3, before: 3 }, 'one two'],
    ['before the others', 'two', 'one', { at: 0, before: 3 }, 'one two'],
    ['between them', 'one three', 'two', { at: 3, before: 9 }, 'one two three'],
    ['it is there', 'one two', 'two', { at: 3, before: 3 }, null],
    ['it is there, and one before it since', 'one two three', 'three', { at: 3, before: 3 }, null],
    ['the one before it is not there yet', 'one', 'three', { at: 7, before: 7 }, 'moved'],
    ['the person has changed the text', 'something else', 'two', { at: 3, before: 3 }, 'moved'],
    ['the same words again', 'ha', 'ha', { at: 2, before: 2 }, 'ha ha'],
    ['no room left', 'a'.repeat(1600), 'b', { at: 1600, before: 1600 }, null],
    ['some room left', 'a'.repeat(1598), 'bb', { at: 1598, before: 1598 }, `${'a'.repeat(1598)} b`],
    ['before a text that is full', 'a'.repeat(1600), 'bb', { at: 0, before: 1600 }, `bb ${'a'.repeat(1597)}`],
    ['... again', `bb ${'a'.repeat(1597)}`, 'bb', { at: 0, before: 1600 }, null],
  ])('%s', (_name, text, piece, place, expected) => {
    expect(withPiece(text, piece, place)).toBe(expected);
  });
});
