import { expect, test } from 'vitest';
import { lineEnds } from '#shared/sender/line-ends.ts';

test.each([
  ['+14135550142', '+1413*****42'],
  ['+447700900123', '+44********23'],
  ['+79001234567', '+7********67'],
  ['+29051234', '+290***34'],
])('of %s only %s is kept', (e164, kept) => {
  const line = { e164, country: null, validity: 'valid' } as const;
  expect(lineEnds(line)).toEqual({ ...line, e164: kept, kept: 'ends' });
  expect(lineEnds(lineEnds(line))).toEqual(lineEnds(line));
});
