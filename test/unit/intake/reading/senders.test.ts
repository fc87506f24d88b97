import { describe, expect, it } from 'vitest';
import { readMessage } from '#shared/intake/reading/read-message.ts';
import { inCountry } from '#test/support/sms/reading-contexts.ts';

const phone = '+447700900123';

describe('a message that names a sender', () => {
  it.each([
    ['+44 7700 900123', 'phone', phone],
    ['07700 900123', 'phone', phone],
    ['(07700) 900-123.', 'phone', phone],
    ['"+447700900123"', 'phone', phone],
    ['００４４ ７７００ ９００１２３', 'phone', phone],
    ['\u202A+44 7700 900123\u202C', 'phone', phone],
    ['\u2066+44\u00A07700\u00A0900123\u2069', 'phone', phone],
    ['tel:+447700900123', 'phone', phone],
    ['87077', 'short_code', '87077'],
    ['VM-HDFCBK', 'alphanumeric', 'VM-HDFCBK'],
    ['ax-icicit-s', 'alphanumeric', 'AX-ICICIT-S'],
    ['HMRC', 'alphanumeric', 'HMRC'],
    ['AMAZON', 'alphanumeric', 'AMAZON'],
    ['3MOBILE', 'alphanumeric', '3MOBILE'],
    ['Winner@Example.com', 'email', 'winner@example.com'],
    ['from 07700 900123', 'phone', phone],
    ['From: 07700 900123', 'phone', phone],
    ['it was from 07700 900123', 'phone', phone],
    ['The number is 07700 900123', 'phone', phone],
    ['number: 87077', 'short_code', '87077'],
    ['sender: HMRC', 'alphanumeric', 'HMRC'],
    ['del número 07700 900123', 'phone', phone],
    ["C'était le numéro 07700 900123", 'phone', phone],
    ['von der Nummer 07700 900123', 'phone', phone],
    ['с номера 07700 900123', 'phone', phone],
    ['नंबर 07700 900123', 'phone', phone],
    ["C'était le 07700 900123", 'phone', phone],
    ['Das war 07700 900123', 'phone', phone],
    ['07700 900123 thanks', 'phone', phone],
    ['It was 07700 900123, thank you!', 'phone', phone],
    ['87077 pls', 'short_code', '87077'],
    ['07700 900123. Спасибо', 'phone', phone],
    ['HMRC, merci', 'alphanumeric', 'HMRC'],
    ['It came from a number 07700 900123', 'phone', phone],
    ['it says 07700 900123', 'phone', phone],
    ['Le numéro était 07700 900123', 'phone', phone],
    ['это было с 07700 900123', 'phone', phone],
    ['Forwarded from:\nSome Bank\n87077', 'short_code', '87077'],
  ])('%j', (text, type, value) => {
    expect(readMessage(text, inCountry('GB'))).toMatchObject({ kind: 'sender', sender: { type, value } });
  });

  it.each([
    '07700 900123 now',
    '07700900123thanks',
    'Call 07700 900123 please',
    '0800 555 0199 call us',
    '21/11/2026',
    '21.11.26',
    '2026-11-21',
    '10:30',
    '9.30',
    '£500',
    'Hello',
    'HELLO',
    'URGENT',
    'LOL',
    'Where r u',
    'pick up at 6',
    '1234567890123456',
    '1',
    '+44 7700 900123 and +44 7700 900124',
    '\u202E321009 0077 44+',
    'О7700 9OO123',
  ])('%j names none', (text) => {
    expect(readMessage(text, inCountry('GB'))).toMatchObject({ kind: 'text', sender: null });
  });

  it.each([
    ['112', 'GB', 'emergency'],
    ['911', 'US', 'emergency'],
    ['999.', 'GB', 'emergency'],
    ['from 112', 'GB', 'emergency'],
    ['7726', 'GB', 'ours'],
    ['415-555-0100', 'US', 'ours'],
    ['It was +1 415 555 0100', 'GB', 'ours'],
  ] as const)('%s in %s may not be accused: %s', (text, country, why) => {
    expect(readMessage(text, inCountry(country))).toEqual({ kind: 'not_a_sender', why });
  });
});

describe('a bare name', () => {
  it.each([
    ['Amazon', 'AMAZON'],
    ['paypal', 'PAYPAL'],
    ['Royal Mail', 'ROYAL MAIL'],
    ['N26', 'N26'],
  ])('%s is a text that answers the question if one waits', (text, value) => {
    const reading = readMessage(text, inCountry('GB'));
    expect(reading.kind === 'text' ? reading.couldBeSender : reading).toMatchObject({ sender: { value } });
  });

  it.each([
    'Hello',
    'Why',
    'Scammer',
    'Nobody',
    'call me',
    'Not now',
    'What',
    'https://example.com',
    'You have won a prize today',
  ])('%s is none', (text) => {
    expect(readMessage(text, inCountry('GB'))).not.toHaveProperty('couldBeSender');
  });
});

describe('a message with nothing to report', () => {
  it.each([
    ['', 'empty'],
    [' \n\t ', 'empty'],
    ['\u200B\u200D\uFEFF', 'empty'],
    ['\u202E\u202C', 'empty'],
    ['...', 'empty'],
    [':-)', 'empty'],
    ['\u0000\u0007', 'empty'],
    ['😀', 'emoji'],
    ['👍🏽👍🏽', 'emoji'],
    ['👨‍👩‍👧 ❤️!', 'emoji'],
    ['🇬🇧', 'emoji'],
    ['1️⃣', 'emoji'],
    ['Liked “Thanks. Your report is saved.”', 'emoji'],
    ['👍 to “Thanks. Your report is saved.”', 'emoji'],
    ['A aimé « Merci »', 'emoji'],
    ['Thanks', 'courtesy'],
    ['ok.', 'courtesy'],
    ['Merci !', 'courtesy'],
    ['Danke schön', 'courtesy'],
    ['Спасибо', 'courtesy'],
    ['धन्यवाद', 'courtesy'],
    ['Gracias', 'courtesy'],
  ])('%j: %s', (text, why) => {
    expect(readMessage(text, inCountry('GB'))).toEqual({ kind: 'nothing', why });
  });

  it.each([
    'Hi',
    'Hello, is that you?',
    '😀 You won',
    'Loved your profile, call me',
    'Thanks for your order, click x.co',
  ])('%j is a text: spam begins like this', (text) => {
    expect(readMessage(text, inCountry('GB')).kind).toBe('text');
  });
});
