import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Language, languages } from '#shared/intake/language.ts';
import { lawMessages } from '#shared/law/messages/in-languages.ts';
import type { Messages } from '#shared/law/messages/messages.ts';
import { everySentence, saidBy } from './every-sentence.ts';

const names = Object.keys(everySentence) as (keyof Messages)[];
const others = languages.filter((language) => language !== 'en');

/** Ids stay as they are in every script. */
const withoutIds = (said: string) => said.replaceAll(/[A-Z]{2}(-[A-Z]+)+|(xx|yy)-other/g, '');

const scripts: Readonly<Record<Language, RegExp>> = {
  en: /^[\p{Script=Latin}\P{L}]+$/u,
  es: /^[\p{Script=Latin}\P{L}]+$/u,
  fr: /^[\p{Script=Latin}\P{L}]+$/u,
  de: /^[\p{Script=Latin}\P{L}]+$/u,
  ru: /^[\p{Script=Cyrillic}\P{L}]+$/u,
  hi: /^[\p{Script=Devanagari}\P{L}]+$/u,
};

/** The law speaks of possible violations: only a court says that something was one. */
const verdicts: Readonly<Record<Language, RegExp>> = {
  en: /illegal|unlawful|criminal|guilty/i,
  es: /ilegal|ilícit|delito|culpable/i,
  fr: /illégal|illicite|délit|coupable/i,
  de: /illegal|rechtswidrig|gesetzwidrig|strafbar|schuldig/i,
  ru: /незаконн|противозаконн|преступ|виновн|виноват/i,
  hi: /अवैध|गैर-?कानूनी|ग़ैर-?कानूनी|अपराध|दोषी/,
};

function numbersIn(value: unknown): string[] {
  if (typeof value === 'number') {
    return [String(value)];
  }
  if (typeof value === 'string') {
    const [, year, , day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? [];
    return year === undefined ? [] : [year, String(Number(day))];
  }
  return Array.isArray(value) ? value.flatMap(numbersIn) : [];
}

/** Years, days and counts among the parameters that a reader does not find in the sentence. A wait of no days goes unsaid. */
function missingNumbers([parameters]: readonly object[], said: string): string[] {
  const parts = Object.entries(parameters ?? {}).filter(
    ([name, value]) => name !== 'hours' && name !== 'times' && value !== 0,
  );
  const numbers = parts.flatMap(([, value]) => numbersIn(value));
  return numbers.filter((number) => !new RegExp(`(?<!\\d)${number}(?!\\d)`).test(said));
}

test('every sentence can be said by a rulebook', () => {
  const source = globSync('shared/law/**/*.ts', { exclude: ['shared/law/messages/**'] })
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  expect(names.filter((name) => !new RegExp(`\\bm\\.${name}\\b|'${name}'`).test(source))).toEqual([]);
});

describe.each(languages)('%s', (language) => {
  const messages = lawMessages[language];

  test('says every sentence, and no other', () => {
    expect(Object.keys(messages).toSorted()).toEqual(names.toSorted());
  });

  test.each(names)('%s', (name) => {
    const sayings = saidBy(messages, name);
    const english = saidBy(lawMessages.en, name).map(({ said }) => said);
    for (const { said, parameters } of sayings) {
      expect(said).toMatch(name.startsWith('ask') ? /^[¿\p{L}].*[?.।]$/su : /^[\p{L}\d].*[.।]$/su);
      expect(said).not.toMatch(/undefined|null|NaN|Invalid|\[object|[#{}<>]|\s\s|\.\.|^\s|\s$/);
      expect(said).not.toMatch(verdicts[language]);
      expect(withoutIds(said)).toMatch(scripts[language]);
      expect(missingNumbers(parameters, said)).toEqual([]);
      if (language !== 'en') {
        expect(english).not.toContain(said);
      }
    }
    // No branch repeats another.
    expect(new Set(sayings.map(({ said }) => said)).size).toBe(sayings.length);
  });

  test('ids of rules and exemptions are said as they are', () => {
    expect(messages.restsOn({ rules: ['MA-DNC', 'MA-HOURS'] })).toMatch(/MA-DNC.*MA-HOURS/);
    expect(messages.exempt({ exemption: 'US-EX-POL' })).toContain('US-EX-POL');
    expect(messages.registrationUnknown({ registry: 'xx-other' })).toContain('xx-other');
  });
});

describe('a time of day', () => {
  const hours = { opens: 28_800_000, closes: 75_600_000 };
  const at = (clock: number, zone = 'America/New_York') => ({ zone, clock });
  const said = (language: Language, ...times: { zone: string; clock: number }[]) =>
    lawMessages[language].outsideHours({ times, hours });

  test.each([
    ['en', '8:41 pm in New York', '8:00 am to 9:00 pm'],
    ['es', 'a las 20:41 (hora de Nueva York)', 'entre las 8:00 y las 21:00'],
    ['fr', 'à 20:41 (New York)', 'de 8:00 à 21:00'],
    ['ru', 'в 20:41 (Нью-Йорк)', 'с 8:00 до 21:00'],
    ['hi', 'रात 8:41 बजे (न्यूयॉर्क समय)', 'सुबह 8:00 बजे से रात 9:00 बजे तक'],
    ['de', 'um 20:41 Uhr (New York)', 'von 8:00 Uhr bis 21:00 Uhr'],
  ] as const)('in %s: %s', (language, time, opening) => {
    expect(said(language, at(74_460_000))).toContain(time);
    expect(said(language, at(74_460_000))).toContain(opening);
  });

  test.each(languages)('with seconds only where they decide, in %s', (language) => {
    expect(said(language, at(75_607_000))).toMatch(/\b(21|9):00:07/);
    expect(said(language, at(75_667_000))).not.toMatch(/:07/);
  });

  test.each(languages)('named once for zones that show the same, in %s', (language) => {
    const both = said(language, at(74_460_000), at(74_460_000, 'America/Detroit'), at(70_860_000, 'America/Chicago'));
    expect(both.match(/(20|8):41/g)).toHaveLength(1);
    expect(both.match(/(19|7):41/g)).toHaveLength(1);
  });

  test('one o’clock is singular in Spanish', () => {
    expect(said('es', at(3_900_000))).toContain('a la 1:05');
  });
});

describe('days and counts', () => {
  const dealt = (language: Language, months: number) => lawMessages[language].dealtWithin({ on: '2026-06-01', months });

  test('the first of a month is ordinal in French, and Russian writes out the year', () => {
    expect(dealt('fr', 3)).toContain('le 1er juin 2026');
    expect(dealt('ru', 3)).toContain('1 июня 2026 года');
  });

  test.each([
    ['es', ['1 mes ', '3 meses', '18 meses']],
    ['fr', ['1 mois', '3 mois', '18 mois']],
    ['ru', ['1 месяц ', '3 месяца', '18 месяцев']],
    ['hi', ['1 महीने', '3 महीने', '18 महीने']],
    ['de', ['1 Monat ', '3 Monate', '18 Monate']],
  ] as const)('plurals in %s', (language, forms) => {
    expect([1, 3, 18].map((months, index) => dealt(language, months).includes(forms[index] ?? '-'))).toEqual([
      true,
      true,
      true,
    ]);
  });
});

test('French keeps its signs on the line of the word before', () => {
  for (const name of names) {
    for (const { said } of saidBy(lawMessages.fr, name)) {
      expect(said).not.toMatch(/ [;:?!»]|« /);
    }
  }
});

test('nothing is said with an English word left in it', () => {
  for (const language of others) {
    for (const name of names) {
      for (const { said } of saidBy(lawMessages[language], name)) {
        expect(said).not.toMatch(/\b(the|your|you|we|this|call|list|since)\b/i);
      }
    }
  }
});
