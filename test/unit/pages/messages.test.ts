import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Language, languages } from '#shared/intake/language.ts';
import * as en from '#shared/pages/messages/en.ts';
import * as groups from '#shared/pages/messages/groups.ts';

const source = globSync('{shared/pages,functions/serve-*}/**/*.ts', {
  exclude: ['shared/pages/messages/{en,es,fr,ru,hi,de}.ts'],
})
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

const messagesIn = (language: Language) =>
  Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, group[language]]));

const all = (messages: object): [group: string, name: string, message: unknown][] =>
  Object.entries(messages).flatMap(([group, inner]: [string, object]) =>
    Object.entries(inner).map(([name, message]): [string, string, unknown] => [group, name, message]),
  );

test('every message is used, by its name or through its group', () => {
  const unused = all(en)
    .filter(([group, name]) => {
      const byName = new RegExp(`\\b${group}\\.${name}\\b`).test(source);
      const byGroup = new RegExp(`\\bm\\.${group}(\\[|\\))`).test(source);
      return !(byName || byGroup);
    })
    .map(([group, name]) => `${group}.${name}`);
  expect(unused).toEqual([]);
});

describe.each(languages.filter((language) => language !== 'en'))('%s', (language) => {
  const there = all(messagesIn(language));

  test('says everything, and nothing else', () => {
    expect(there.map(([group, name]) => `${group}.${name}`)).toEqual(
      all(en).map(([group, name]) => `${group}.${name}`),
    );
  });

  test('leaves hardly anything in English', () => {
    const same = there.filter(([group, name, message]) => {
      const english = all(en).find(([g, n]) => g === group && n === name)?.[2];
      return typeof message === 'string' && message === english && message.length > 12;
    });
    expect(same.map(([, , message]) => message)).toEqual(
      language === 'ru' || language === 'hi' ? [] : ['Massachusetts'],
    );
  });

  test('numbers stand in every sentence that counts, in each plural form', () => {
    for (const [, , message] of there) {
      if (typeof message === 'function' && message.length === 1) {
        for (const count of [1, 2, 5, 21, 1600]) {
          const said: string = message(count);
          expect(said).not.toContain('#');
          expect(said.replaceAll(/\D/g, '')).toContain(String(count));
        }
      }
    }
  });
});

test('Russian has three forms', () => {
  expect([1, 2, 5, 21].map((count) => groups.verdict.ru.titleViolations(count))).toEqual([
    'Возможно, нарушено 1 правило',
    'Возможно, нарушены 2 правила',
    'Возможно, нарушено 5 правил',
    'Возможно, нарушено 21 правило',
  ]);
});

const everySaying = (language: Language): readonly string[] =>
  all(messagesIn(language)).flatMap(([, , message]) => {
    if (typeof message === 'string') {
      return [message];
    }
    return typeof message === 'function'
      ? [1, 2, 5].map((count): string => message(count, count)).filter((said) => typeof said === 'string')
      : [];
  });

test('no line of French begins with a sign that belongs to the word before', () => {
  // A no-break space (U+00A0) stands before tall signs and inside quotes.
  expect(everySaying('fr').filter((said) => / [;:?!»]|« /.test(said))).toEqual([]);
});

test('questions open in Spanish as they close', () => {
  expect(everySaying('es').filter((said) => said.split('¿').length !== said.split('?').length)).toEqual([]);
});

test('German quotes as German does', () => {
  expect(
    everySaying('de').filter((said) => /[”"«»]/.test(said) || said.split('„').length !== said.split('“').length),
  ).toEqual([]);
});

test.each([
  ['ru', /\p{Script=Cyrillic}/u],
  ['hi', /\p{Script=Devanagari}/u],
] as const)('%s is in its own script', (language, script) => {
  const foreign = everySaying(language).filter((said) => /\p{L}{4}/u.test(said) && !script.test(said));
  expect(foreign.filter((said) => !['Ringfence'].includes(said))).toEqual([]);
});
