import { describe, expect, it } from 'vitest';
import { parseLine } from '#shared/sender/parse-line.ts';
import { parseSender } from '#shared/sender/parse-sender.ts';

const asCall = (text: string) => parseSender(text, { country: 'US', kind: 'call' });
const asText = (text: string) => parseSender(text, { country: 'US', kind: 'text' });
const number = asCall('+1 413 555 0142');

describe('T13: unicode tricks and homoglyph numbers', () => {
  it.each([
    ['fullwidth', '＋１（４１３）５５５－０１４２'],
    ['Arabic-Indic', '٤١٣ ٥٥٥ ٠١٤٢'],
    ['Extended Arabic-Indic', '۴۱۳۵۵۵۰۱۴۲'],
    ['Devanagari', '४१३५५५०१४२'],
    ['Adlam, beyond the basic plane', '\u{1E954}\u{1E951}\u{1E953}5550142'],
    ['mathematical', '𝟜𝟙𝟛𝟝𝟝𝟝𝟘𝟙𝟜𝟚'],
    ['mixed scripts', '4١३ ５55 ০142'],
    ['zero-width characters', '4\u200B1\u200C3\u200D5\uFEFF5\u20605\u180E0142'],
    ['soft hyphens', '413\u00AD555\u00AD0142'],
    ['keycap emoji', '4\uFE0F\u20E31\uFE0F\u20E33\uFE0F\u20E3 555 0142'],
    ['variation selectors', '4\uFE0F135550142'],
    ['odd spaces and dashes', '413\u2003555\u20120142'],
  ])('%s digits are the number they show', (_, text) => {
    expect(asCall(text)).toEqual(number);
    expect(parseLine(text, { country: 'US' })).toEqual(parseLine('+14135550142', { country: 'US' }));
  });

  it.each([...'\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069'])(
    'bidi control %j is refused wherever it stands',
    (control) => {
      for (const text of [`${control}4135550142`, `413555${control}0142`, `4135550142${control}`, `My${control}Bank`]) {
        expect(asCall(text)).toMatchObject({ kind: 'refused', reason: 'bidi_control' });
        expect(asText(text)).toMatchObject({ kind: 'refused', reason: 'bidi_control' });
        expect(parseLine(text, { country: 'US' })).toMatchObject({ kind: 'refused', reason: 'bidi_control' });
      }
    },
  );

  it.each(['\u0000', '\u0007', '\u001B', '\u007F', '\u0085', '\u009B', '\n', '\t'])(
    'control %j is refused',
    (control) => {
      expect(asCall(`413555${control}0142`)).toMatchObject({ kind: 'refused', reason: 'control_character' });
      expect(asText(`My${control}Bank`)).toMatchObject({ kind: 'refused', reason: 'control_character' });
    },
  );

  it.each([
    ['Cyrillic О for 0', '413 555 О142'],
    ['Cyrillic З for 3', '41З 555 0142'],
    ['Greek Ο for 0', '413 555 Ο142'],
    ['Cherokee and Lisu letters', 'ꓳ13 555 0142'],
  ])('%s in a number is refused', (_, text) => {
    expect(asCall(text)).toMatchObject({ kind: 'refused', reason: 'foreign_letters' });
    expect(asText(text)).toMatchObject({ kind: 'refused', reason: 'foreign_letters' });
  });

  it('a Latin letter that slipped into a number never makes another number of it', () => {
    for (const text of ['413 555 O142', '4l3 555 0142', '413 555 OI42', '+1 413 S55 0142']) {
      expect(asCall(text)).toMatchObject({ kind: 'refused' });
    }
  });

  it('a name in look-alike letters is no sender name, an address in them shows what it is', () => {
    expect(asText('РayРal')).toMatchObject({ kind: 'refused', reason: 'foreign_letters' });
    expect(asText('help@bаnk.example')).toMatchObject({ sender: { value: 'help@xn--bnk-6cd.example' } });
    expect(asText('hеlp@bank.example')).toMatchObject({ kind: 'refused', reason: 'not_an_address' });
  });

  it('a short code is told apart before a phone library reads it as a number', () => {
    expect(asText('7726')).toMatchObject({ sender: { type: 'short_code', value: '7726', country: 'US' } });
  });

  it('letters become keypad digits in a callable number, never in a sender id', () => {
    expect(asCall('1-800-FLOWERS')).toMatchObject({ sender: { type: 'phone', value: '+18003569377' } });
    expect(asText('1800FLOWERS')).toMatchObject({ sender: { type: 'alphanumeric', value: '1800FLOWERS' } });
  });

  it('names of object properties are names like others', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect(['sender', 'refused']).toContain(asText(name).kind);
      expect(parseSender('4135550142', { country: name, kind: 'call' })).toMatchObject({ reason: 'country_needed' });
    }
  });
});
