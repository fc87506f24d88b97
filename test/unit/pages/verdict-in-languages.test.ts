import { expect, test } from 'vitest';
import { ruleInWords } from '#functions/serve-verdict/rule-words.ts';
import { type Language, languages } from '#shared/intake/language.ts';
import { rulebooks } from '#shared/law/rulebooks.ts';
import { jurisdictions, rules } from '#shared/pages/messages/groups.ts';
import { askPage, reportCall } from '#test/support/pages/ask-page.ts';
import { pagesDependencies } from '#test/support/pages/pages-dependencies.ts';

const recorded: Readonly<Record<Language, string>> = {
  en: 'It was a recorded message.',
  es: 'Era una grabación.',
  fr: 'C’était un enregistrement.',
  ru: 'Это была запись.',
  hi: 'यह रिकॉर्ड किया संदेश था।',
  de: 'Es war eine Aufzeichnung.',
};

test('the verdict gives its reasons in the language of whoever reads, and cites the law as it is', async () => {
  const deps = pagesDependencies();
  const receipt = await reportCall(deps);
  for (const language of languages) {
    const page = await askPage(deps, 'GET /r/{receipt}/verdict', {
      parameters: { receipt },
      headers: { 'accept-language': language },
    });
    expect(page.body).toContain(`<p>${recorded[language]}`);
    expect(page.body).toContain('<span lang="en">16 CFR 310.4</span>');
    expect(page.body).not.toContain('<p lang="en">');
    expect(page.body.includes(recorded.en)).toBe(language === 'en');
  }
});

test('every rule that a page can show has words in every language', () => {
  for (const language of languages) {
    const m = { jurisdictions: jurisdictions[language], rules: rules[language] };
    for (const { id } of rulebooks.flatMap((book) => book.rules)) {
      const { title, place } = ruleInWords(id, m);
      expect([id, title === id, place === '']).toEqual([id, false, false]);
    }
  }
});
