import { describe, expect, test } from 'vitest';
import { languages } from '#shared/intake/language.ts';
import { isOwnReply } from '#shared/intake/replies/own-reply.ts';
import { renderReply } from '#shared/intake/replies/render-reply.ts';
import { randomReceipt } from '#shared/report/receipt.ts';
import { everyReply } from '#test/support/sms/every-reply.ts';

const names = { programme: 'Ringfence', helpContact: 'help@ringfence.example' };
const otherReceipt = randomReceipt((bytes) => Buffer.alloc(bytes, 0x3c));
const ours = languages.flatMap((language) =>
  everyReply(otherReceipt).map((reply) => renderReply(reply, language, names)),
);

describe('our own reply coming back', () => {
  test.each(ours)('%s', (text) => {
    expect(isOwnReply(text)).toBe(true);
    expect(isOwnReply(`Auto: ${text}`)).toBe(true);
    expect(isOwnReply(`“${text}”`)).toBe(true);
    expect(isOwnReply(`Fwd:\r\n> ${text}\r\n-- sent from my robot`)).toBe(true);
    expect(isOwnReply(text.toUpperCase())).toBe(true);
    expect(isOwnReply(text.replaceAll(' ', '\n'))).toBe(true);
    // What a gateway without accents leaves of it.
    expect(isOwnReply(text.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, ''))).toBe(true);
  });
});

test.each([
  '',
  'STOP',
  'STATUS',
  `STATUS ${otherReceipt}`,
  'SKIP',
  'START',
  'Thank you!',
  'Gracias',
  '+1 202 555 0143',
  'Your parcel is waiting. Pay the fee at http://parcel.example or reply STOP to end.',
  'Thanks, your report is saved.',
  'Your account was closed. Reply HELP for help, STOP to end. Msg & data rates may apply.',
  'You won a prize, 12345, 21/11/26',
  'Danke, Ihre Bestellung ist gespeichert.',
  'Ваш приз, 12345, 21/11/26',
  '👍',
])('is not what people write: %s', (text) => {
  expect(isOwnReply(text)).toBe(false);
});

test('a spam text that quotes us to be passed over is still read', () => {
  const lure = 'Your bank account is locked. Call us at once on +1 202 555 0143 or your money is gone for good. ';
  for (const text of ours) {
    expect(isOwnReply(lure + text), text).toBe(false);
  }
});

test('a text of any length is nothing of ours', () => {
  expect(isOwnReply('code '.repeat(80))).toBe(false);
  expect(isOwnReply('code '.repeat(1_000_000))).toBe(false);
});
