import { getCountries } from 'libphonenumber-js';
import { expect, test } from 'vitest';
import { languageFor } from '#shared/intake/language-for.ts';

test.each([
  ['US', 'en'],
  ['GB', 'en'],
  ['MX', 'es'],
  ['PR', 'es'],
  ['FR', 'fr'],
  ['RU', 'ru'],
  ['KZ', 'ru'],
  ['UA', 'en'],
  ['IN', 'hi'],
  ['AT', 'de'],
  ['CH', 'de'],
  ['JP', 'en'],
  [null, 'en'],
] as const)('a line of %s is answered in %s', (country, language) => {
  expect(languageFor({ country, wrote: null })).toBe(language);
});

test('a keyword says more than the line', () => {
  expect(languageFor({ country: 'US', wrote: 'es' })).toBe('es');
  expect(languageFor({ country: 'FR', wrote: 'en' })).toBe('en');
});

test('every country in the table is one that has phone numbers', () => {
  const answered = getCountries().filter((country) => languageFor({ country, wrote: null }) !== 'en');
  expect(answered).toHaveLength(21 + 38 + 5 + 1 + 4);
});
