import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayReceipt, parseReceipt, randomReceipt, receiptForKey, reportIdOf } from '#shared/report/receipt.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';

const receiptHash = keyedHash('test secret', 'receipt');
const idHash = keyedHash('test secret', 'receipt-id');

test('a receipt shows 80 bits as four groups of four', () => {
  const receipt = randomReceipt((count) => new Uint8Array(count).fill(0xff));
  expect(displayReceipt(receipt)).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
});

test.each([
  'K7Q2-9MZD-4TWX-81CB',
  'k7q2-9mzd-4twx-81cb',
  'K7Q29MZD4TWX81CB',
  'K7Q2 9MZD 4TWX 81CB',
  'k7q2-9mzd-4twx-8icb',
  'K7Q2-9MZD-4TWX-8LCB',
])('%s reads as the same receipt', (written) => {
  expect(parseReceipt(written)).toBe('K7Q29MZD4TWX81CB');
});

test('the letter O reads as zero', () => {
  expect(parseReceipt('OOOO-0000-oooo-0000')).toBe('0000000000000000');
});

test.each(['', 'K7Q2', 'K7Q2-9MZD-4TWX-81CU', 'K7Q2-9MZD-4TWX-81CB-1', '🦀'.repeat(16), 'A'.repeat(100_000)])(
  'what is no receipt reads as none (case %#)',
  (written) => {
    expect(parseReceipt(written)).toBeNull();
  },
);

test('what is shown reads back, whatever the random bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
      const receipt = randomReceipt(() => bytes);
      expect(parseReceipt(displayReceipt(receipt).toLowerCase())).toBe(receipt);
    }),
  );
});

test('the same idempotency key meets the same receipt, another key another', () => {
  expect(receiptForKey(receiptHash, 'key-0000-0000-0001')).toBe(receiptForKey(receiptHash, 'key-0000-0000-0001'));
  expect(receiptForKey(receiptHash, 'key-0000-0000-0002')).not.toBe(receiptForKey(receiptHash, 'key-0000-0000-0001'));
});

test('the stored id is 32 hexadecimal characters and does not show the receipt', () => {
  const receipt = receiptForKey(receiptHash, 'key-0000-0000-0001');
  expect(reportIdOf(idHash, receipt)).toMatch(/^[0-9a-f]{32}$/);
  expect(reportIdOf(keyedHash('other secret', 'receipt-id'), receipt)).not.toBe(reportIdOf(idHash, receipt));
});
