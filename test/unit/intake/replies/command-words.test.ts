import { describe, expect, test } from 'vitest';
import type { Language } from '#shared/intake/language.ts';
import { readMessage } from '#shared/intake/reading/read-message.ts';
import { renderReply } from '#shared/intake/replies/render-reply.ts';
import { everyReply } from '#test/support/sms/every-reply.ts';

const names = { programme: 'Ringfence', helpContact: 'page.example' };

/** What replies of a language tell people to write. */
const words: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { skip: 'SKIP', status: 'STATUS', opt_out: 'STOP', opt_in: 'START', help: 'HELP' },
  es: { skip: 'OMITIR', status: 'ESTADO', opt_out: 'STOP', opt_in: 'START', help: 'AYUDA' },
  fr: { skip: 'PASSER', status: 'SUIVI', opt_out: 'STOP', opt_in: 'START', help: 'AIDE' },
  ru: { skip: 'НЕ ЗНАЮ', status: 'СТАТУС', opt_out: 'СТОП', opt_in: 'СТАРТ', help: 'ПОМОЩЬ' },
  hi: { skip: 'SKIP', status: 'STATUS', opt_out: 'STOP', opt_in: 'START', help: 'HELP' },
  de: { skip: 'UNBEKANNT', status: 'STATUS', opt_out: 'STOP', opt_in: 'START', help: 'HILFE' },
};

const table = Object.entries(words).flatMap(([language, byKind]) =>
  Object.entries(byKind).map(([kind, word]) => ({ language: language as Language, kind, word })),
);

describe('a word that a reply tells people to write', () => {
  test.each(table)('in $language, $word, is understood as $kind', ({ language, kind, word }) => {
    expect(everyReply().some((reply) => renderReply(reply, language, names).includes(word))).toBe(true);
    for (const typed of [word, word.toLowerCase(), `${word}.`]) {
      expect(readMessage(typed, { country: null, ownNumbers: [] }).kind).toBe(kind);
    }
  });

  test('is among the words tested here, wherever it stands in capitals', () => {
    const others = ['SMS', 'СМС', 'TT', 'MM', 'JJ'];
    for (const language of Object.keys(words) as Language[]) {
      for (const reply of everyReply()) {
        const capitals =
          renderReply(reply, language, names).match(/(?<![\p{L}\d])\p{Lu}{2,}(?: \p{Lu}{2,})?(?![\p{L}\d])/gu) ?? [];
        for (const word of capitals) {
          expect([...Object.values(words[language]), ...others]).toContain(word);
        }
      }
    }
  });
});
