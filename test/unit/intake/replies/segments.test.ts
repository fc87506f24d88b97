import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, test } from 'vitest';
import { countSegments, isBasicGsm } from '#shared/intake/replies/segments.ts';

describe('how many segments a text takes', () => {
  test.each([
    ['', 'gsm7', 0, 1],
    ['a'.repeat(160), 'gsm7', 160, 1],
    ['a'.repeat(161), 'gsm7', 161, 2],
    ['a'.repeat(306), 'gsm7', 306, 2],
    ['a'.repeat(307), 'gsm7', 307, 3],
    ['€'.repeat(80), 'gsm7', 160, 1],
    ['€'.repeat(81), 'gsm7', 162, 2],
    ['я'.repeat(70), 'ucs2', 70, 1],
    ['я'.repeat(71), 'ucs2', 71, 2],
    ['я'.repeat(134), 'ucs2', 134, 2],
    ['я'.repeat(135), 'ucs2', 135, 3],
    ['👍'.repeat(35), 'ucs2', 70, 1],
    ['👍'.repeat(36), 'ucs2', 72, 2],
    // One curly quote, and the whole text is UCS-2.
    [`${'a'.repeat(70)}’`, 'ucs2', 71, 2],
  ] as const)('%#: %s', (text, encoding, units, segments) => {
    expect(countSegments(text)).toEqual({ encoding, units, segments });
    expect(new SegmentedMessage(text).segmentsCount).toBe(segments);
  });

  test('a part with a 16-bit reference holds one unit less', () => {
    expect(countSegments('a'.repeat(304), 16).segments).toBe(2);
    expect(countSegments('a'.repeat(305), 16).segments).toBe(3);
    expect(countSegments('я'.repeat(132), 16).segments).toBe(2);
    expect(countSegments('я'.repeat(133), 16).segments).toBe(3);
  });

  test('neither an escape nor a pair of surrogates is torn apart between parts', () => {
    expect(countSegments(`${'a'.repeat(152)}€${'a'.repeat(152)}`)).toMatchObject({ units: 306, segments: 3 });
    expect(countSegments(`${'я'.repeat(66)}👍${'я'.repeat(66)}`)).toMatchObject({ units: 134, segments: 3 });
  });

  test('the alphabet is what the independent counter takes for GSM-7', () => {
    const differ: string[] = [];
    for (let code = 0; code < 0x3000; code += 1) {
      const character = String.fromCodePoint(code);
      if (
        (countSegments(character).encoding === 'gsm7') !==
        (new SegmentedMessage(character).encodingName === 'GSM-7')
      ) {
        differ.push(code.toString(16));
      }
    }
    expect(differ).toEqual([]);
  });

  test('what takes two units is not basic', () => {
    expect(isBasicGsm('help@example.org +1 (555) 0100')).toBe(true);
    expect(isBasicGsm('~')).toBe(false);
    expect(isBasicGsm('ç')).toBe(false);
  });
});
