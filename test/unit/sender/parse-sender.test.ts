import { describe, expect, it } from 'vitest';
import { parseSender, type SenderContext } from '#shared/sender/parse-sender.ts';
import type { RefusalReason } from '#shared/sender/refusal.ts';
import { spellings } from './spellings.ts';

describe('what is read as a sender', () => {
  it.each(spellings)('%j in %s (%s) is %s %s', (text, country, kind, type, value, validity, countryOfSender) => {
    expect(parseSender(text, { country, kind })).toEqual({
      kind: 'sender',
      sender: { type, value, validity, country: countryOfSender },
    });
  });

  it('is tested on at least 120 spellings from at least 25 countries', () => {
    const numbers = spellings.filter(([, , , type]) => type === 'phone');
    expect(new Set(spellings.map(([text, country, kind]) => `${kind}|${country}|${text}`)).size).toBe(spellings.length);
    expect(numbers.length).toBeGreaterThanOrEqual(120);
    expect(new Set(numbers.map(([, , , , , , country]) => country).filter(Boolean)).size).toBeGreaterThanOrEqual(25);
  });

  it('is the same with and without a country where the number has its own', () => {
    const inUs = parseSender('+44 20 7946 0123', { country: 'US', kind: 'call' });
    expect(parseSender('+44 20 7946 0123', { country: null, kind: 'call' })).toEqual(inUs);
    expect(parseSender('+44 20 7946 0123', { country: '__proto__', kind: 'call' })).toEqual(inUs);
  });

  it('keeps the country in which a short code was received, since other countries give it to others', () => {
    const received = (country: string) => parseSender('88022', { country, kind: 'text' });
    expect(received('US')).not.toEqual(received('CA'));
  });
});

describe('what is refused as a sender', () => {
  const refusals: ReadonlyArray<readonly [string, string | null, SenderContext['kind'], RefusalReason]> = [
    // Identifies nobody, or half a country.
    ['0', 'US', 'call', 'not_a_number'],
    ['00', 'DE', 'call', 'not_a_number'],
    ['0034', 'ES', 'call', 'not_a_number'],
    ['0043', 'AT', 'call', 'not_a_number'],
    ['0034', 'US', 'call', 'not_a_number'],
    ['+43', 'AT', 'call', 'not_a_number'],
    ['030', 'DE', 'call', 'not_a_number'],
    ['030', 'US', 'call', 'not_a_number'],
    ['0049 30', 'US', 'call', 'not_a_number'],
    ['0211', 'DE', 'call', 'not_a_number'],
    ['1800', 'US', 'call', 'not_a_number'],
    ['+1 800', 'US', 'call', 'not_a_number'],
    ['000', 'US', 'call', 'not_a_number'],
    ['111', 'US', 'call', 'not_a_number'],
    ['999', 'US', 'call', 'not_a_number'],
    ['0000000000', 'US', 'call', 'not_a_number'],
    ['000000000000', 'US', 'call', 'not_a_number'],
    ['+1 000 000 0000', null, 'call', 'not_a_number'],
    ['1111111111', 'US', 'call', 'not_a_number'],
    ['9999999999', 'US', 'call', 'not_a_number'],
    ['__________', 'US', 'call', 'not_a_number'],
    ['__________', 'US', 'text', 'not_a_number'],
    ['12', 'US', 'text', 'not_a_number'],
    ['+', 'US', 'call', 'not_a_number'],
    ['+0', 'US', 'call', 'not_a_number'],
    ['413-555-0142 or 413-555-0143', 'US', 'call', 'not_a_number'],
    ['413-555-0142 / 413-555-0143', 'US', 'call', 'too_many_digits'],
    ['*67 413 555 0142', 'US', 'call', 'not_a_number'],
    ['++14135550142', 'US', 'call', 'not_a_number'],
    ['1234567890123456', 'US', 'call', 'too_many_digits'],
    ['+1234567890123456', null, 'call', 'too_many_digits'],
    // Emergency services and crisis lines.
    ['911', 'US', 'call', 'emergency_number'],
    ['9-1-1', 'US', 'call', 'emergency_number'],
    ['911', 'DE', 'text', 'emergency_number'],
    ['112', 'US', 'call', 'emergency_number'],
    ['١١٢', 'EG', 'call', 'emergency_number'],
    ['112', null, 'text', 'emergency_number'],
    ['+1 911', 'US', 'call', 'emergency_number'],
    ['+44 999', 'US', 'call', 'emergency_number'],
    ['988', 'US', 'call', 'emergency_number'],
    ['999', 'GB', 'call', 'emergency_number'],
    ['000', 'AU', 'call', 'emergency_number'],
    ['110', 'DE', 'call', 'emergency_number'],
    ['119', 'JP', 'call', 'emergency_number'],
    ['113', 'IT', 'call', 'emergency_number'],
    ['17', 'FR', 'call', 'emergency_number'],
    ['100', 'IN', 'text', 'emergency_number'],
    ['102', 'RU', 'call', 'emergency_number'],
    ['995', 'SG', 'call', 'emergency_number'],
    ['111', 'NZ', 'call', 'emergency_number'],
    ['116 117', 'DE', 'call', 'emergency_number'],
    ['+49 116117', 'US', 'call', 'emergency_number'],
    // Letters where none can be, or of another alphabet.
    ['+1 413 555 О142', 'US', 'call', 'foreign_letters'],
    ['+1 4l3 555 0142', 'US', 'call', 'not_a_number'],
    ['413 555 OI42', 'US', 'call', 'not_a_number'],
    ['РayPal', 'US', 'text', 'foreign_letters'],
    ['📞 413 555 0142', 'US', 'call', 'not_a_number'],
    ['€', 'US', 'text', 'not_a_number'],
    ['СБЕРБАНК', 'RU', 'text', 'foreign_letters'],
    ['HDFCBK', 'IN', 'call', 'name_in_call'],
    ['Window World of Example', 'US', 'call', 'name_in_call'],
    ['A name of more than eleven', 'US', 'text', 'not_a_number'],
    ['=SUM(A1)', 'US', 'text', 'not_a_number'],
    ['someone@', 'US', 'text', 'not_an_address'],
    ['@example', 'US', 'text', 'not_an_address'],
    ['a b@deals.example', 'US', 'text', 'not_an_address'],
    ['аdmin@deals.example', 'US', 'text', 'not_an_address'],
    ['a@deals..example', 'US', 'text', 'not_an_address'],
    ['a@192.0.2.1', 'US', 'text', 'not_an_address'],
    // Characters.
    ['\u202E2410555314', 'US', 'call', 'bidi_control'],
    ['\u200E+1 413 555 0142', 'US', 'call', 'bidi_control'],
    ['413\u0000555 0142', 'US', 'call', 'control_character'],
    ['413 555\r\n0142', 'US', 'call', 'control_character'],
    ['4135550142'.repeat(26), 'US', 'call', 'too_long'],
    // Nobody can tell whose number it is.
    ['413 555 0142', null, 'call', 'country_needed'],
    ['413 555 0142', 'AQ', 'call', 'country_needed'],
  ];

  it.each(refusals)('%j in %s (%s): %s', (text, country, kind, reason) => {
    expect(parseSender(text, { country, kind })).toEqual({ kind: 'refused', reason, detail: expect.any(String) });
  });

  it('never repeats in its detail what was typed', () => {
    const refused = parseSender('413 555 01425550142999', { country: 'US', kind: 'call' });
    expect(JSON.stringify(refused)).not.toContain('413');
  });

  it('does not include unassigned or wrongly long numbers: callers spoof them', () => {
    for (const text of ['555-555-5555', '999-555-0142', '555-0142', '413 555 01423', '+999 123 456 789']) {
      expect(parseSender(text, { country: 'US', kind: 'call' }).kind).toBe('sender');
    }
  });

  it('does not include a number of nines that is somebody’s', () => {
    expect(parseSender('99999 99999', { country: 'IN', kind: 'call' }).kind).toBe('sender');
  });
});
