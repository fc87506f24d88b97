import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' };
import { type CountryCode, getCountries, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { canonicalNumber } from '#shared/sender/canonical-number.ts';
import { parseSender } from '#shared/sender/parse-sender.ts';
import { senderKey } from '#shared/sender/sender-key.ts';

const root = join(import.meta.dirname, '../../..');
const importsOf = (file: string): string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/from '([^']+)'/g)].map(([, from = '']) => from);

function canonical(text: string, country: string | null): string {
  const digits = text.replace(/[^0-9]/g, '');
  const number = canonicalNumber({ plus: text.includes('+'), digits }, country);
  return number.kind === 'number' ? number.e164 : number.reason;
}

describe('the identity of a sender', () => {
  it('is computed by files that know no phone library', () => {
    const reached = new Set<string>();
    const visit = (file: string): void => {
      if (!reached.has(file)) {
        reached.add(file);
        for (const from of importsOf(`shared/sender/${file}`)) {
          expect(from).toMatch(/^\.\/[a-z-]+\.ts$/);
          visit(from.slice(2));
        }
      }
    };
    for (const file of ['canonical-number.ts', 'short-code.ts', 'sender-id.ts', 'sender-key.ts', 'vanity-number.ts']) {
      visit(file);
    }
    expect(reached).toContain('trunk-prefix.ts');
    expect(reached).not.toContain('phone-facts.ts');
  });

  it('leaves the phone library to one file of the product', () => {
    const files = ['shared', 'functions', 'infra'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => join(folder, file)),
    );
    const importers = files.filter((file) => importsOf(file).some((from) => from.startsWith('libphonenumber-js')));
    expect(importers).toEqual([join('shared', 'sender', 'phone-facts.ts')]);
  });

  // Golden: these keys are stored. If one changes, subjects split in two; see dialling-plans.ts.
  it.each([
    ['(800) 555-0142', 'US', 'phone|+18005550142'],
    ['999-555-0142', 'US', 'phone|+19995550142'],
    ['123-456-7890', 'US', 'phone|+11234567890'],
    ['555-0142', 'US', 'phone|+15550142'],
    // One digit too many: not the number that is left when one is dropped.
    ['1 1413 555 0142', 'US', 'phone|+1114135550142'],
    ['1-800-FLOWERS', 'US', 'phone|+18003569377'],
    ['020 7946 0123', 'GB', 'phone|+442079460123'],
    ['0800 0123', 'GB', 'phone|+448000123'],
    ['06 1234', 'IT', 'phone|+39061234'],
    ['030 23125', 'DE', 'phone|+493023125'],
    ['8 495 555 01 42', 'RU', 'phone|+74955550142'],
    ['011 15 5550-0142', 'AR', 'phone|+5491155500142'],
    ['0221 15 555 0142', 'AR', 'phone|+5492215550142'],
    ['02202 15 55 0142', 'AR', 'phone|+5492202550142'],
    ['045 55 5550 0142', 'MX', 'phone|+525555500142'],
    ['0 41 21 95550-0142', 'BR', 'phone|+5521955500142'],
    ['03 321 555 0142', 'CO', 'phone|+573215550142'],
    ['8 029 555 01 42', 'BY', 'phone|+375295550142'],
    ['693-0142', 'VI', 'phone|+13406930142'],
    ['0549 886377', 'SM', 'phone|+3780549886377'],
    ['+999 123456789', null, 'phone|+999123456789'],
    ['88022', 'US', 'short_code|US|88022'],
    ['VM-hdfcbk', 'IN', 'alphanumeric|VM-HDFCBK'],
    ['Offers@Deals.Example', 'US', 'email|offers@deals.example'],
    ['withheld', 'US', null],
    ['', 'US', null],
  ])('of %j in %s is %s', (text, country, key) => {
    const parsed = parseSender(text, {
      country,
      kind: /[a-z]-[a-z]/i.test(text) && country === 'IN' ? 'text' : 'call',
    });
    expect(parsed.kind === 'sender' ? senderKey(parsed.sender) : parsed.reason).toBe(key);
  });

  it.each(getCountries())('agrees with the phone library on how numbers of %s are written', (country) => {
    for (const number of numbersOf(country)) {
      expect(canonical(number.formatInternational(), country)).toBe(number.number);
      expect(canonical(number.formatInternational(), null)).toBe(number.number);
      expect(canonical(`00${number.number.slice(1)}`, country)).toBe(number.number);
      expect(canonical(number.format('IDD', { fromCountry: 'GB' }), 'GB')).toBe(number.number);
      expect(canonical(number.format('IDD', { fromCountry: 'US' }), 'US')).toBe(number.number);
      expect(canonical(number.formatNational(), country)).toBe(number.number);
    }
  });
});

/** The library's example and its neighbours, as far as they are assigned. */
function numbersOf(country: CountryCode) {
  const example = getExampleNumber(country, examples);
  if (example === undefined) {
    return [];
  }
  return ['', '7', '42', '136', '9051']
    .map((ending) =>
      parsePhoneNumberFromString(example.number.slice(0, example.number.length - ending.length) + ending),
    )
    .filter((number) => number?.isValid() && number.country === country)
    .filter((number) => number !== undefined);
}
