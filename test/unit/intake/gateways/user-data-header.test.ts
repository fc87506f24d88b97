import { expect, test } from 'vitest';
import { decodeUserData } from '#shared/intake/gateways/user-data.ts';
import { readUserDataHeader } from '#shared/intake/gateways/user-data-header.ts';
import { decodeGsm } from '#shared/intake/gsm-alphabet.ts';
import { countSegments } from '#shared/intake/replies/segments.ts';

const read = (hexadecimal: string) => readUserDataHeader(Buffer.from(hexadecimal.replaceAll(' ', ''), 'hex'));
const part = (reference: string, number: number, total: number) => ({
  kind: 'part',
  part: { reference, number, total },
});

test.each([
  ['05 00 03 2a 03 02', part('42', 2, 3), 'a reference of 8 bits'],
  ['06 08 04 01 02 05 05', part('258', 5, 5), 'a reference of 16 bits'],
  ['0b 05 04 15 81 15 81 00 03 07 02 01', part('7', 1, 2), 'ports before it'],
  ['0a 00 03 07 02 01 24 01 01 25 00', part('7', 1, 2), 'language tables after it'],
  ['0b 00 03 07 02 01 08 04 00 09 02 02', part('9', 2, 2), 'both: the last counts'],
  ['06 05 04 15 81 15 81', { kind: 'whole' }, 'ports alone'],
  ['', { kind: 'whole' }, 'nothing'],
  ['00', { kind: 'whole' }, 'an empty header'],
  ['05 00 03 2a', { kind: 'whole' }, 'an element cut off'],
  ['02 00 03 2a 03 02', { kind: 'whole' }, 'an element longer than the header'],
  ['05 00 04 2a 03 02', { kind: 'whole' }, 'an element of the wrong length'],
  ['05 00 03 2a 03 00', { kind: 'refused' }, 'part 0'],
  ['05 00 03 2a 00 01', { kind: 'refused' }, 'of 0 parts'],
  ['05 00 03 2a 02 03', { kind: 'refused' }, 'past the last part'],
  ['06 08 04 01 02 02 03', { kind: 'refused' }, 'past the last part, 16 bits'],
])('%s: %o (%s)', (header, wanted, _name) => {
  expect(read(header)).toEqual(wanted);
});

test('each data coding has its alphabet', () => {
  expect(decodeUserData(Buffer.from([0x00, 0x41, 0x1b, 0x65, 0x11]), 0)).toBe('@A€_');
  expect(decodeUserData(Buffer.from([0xe9, 0x41]), 3)).toBe('éA');
  expect(decodeUserData(Buffer.from([0x04, 0x3f, 0x00, 0x21]), 8)).toBe('п!');
  expect(decodeUserData(Buffer.from('п!'), null)).toBe('п!');
  expect(decodeUserData(Buffer.from([0xff]), 4)).toBe(null);
});

test('the GSM alphabet has 127 characters, ten more behind its escape, and nothing else', () => {
  const codes = Array.from({ length: 128 }, (_, code) => code).filter((code) => code !== 0x1b);
  const basic = decodeGsm(Buffer.from(codes));
  expect(new Set(basic).size).toBe(127);
  const extended = decodeGsm(
    Buffer.from([0x0a, 0x14, 0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e, 0x40, 0x65].flatMap((code) => [0x1b, code])),
  );
  expect(extended).toBe('\f^{}\\[~]|€');
  expect(countSegments(basic + extended).encoding).toBe('gsm7');
  expect(decodeGsm(Buffer.from([0x80, 0x1b, 0x1b, 0x1b, 0x41, 0x1b]))).toBe('\ufffd A');
});
