import type { Language } from './language.ts';

/**
 * The language in which most people of a country read an official text, where it is one of ours. English elsewhere: also
 * in Ukraine, where Russian would be unwelcome, and in Canada, whose French speakers are answered in French once they
 * write a French word.
 */
const countriesBy: Readonly<Record<Exclude<Language, 'en'>, string>> = {
  es: 'AR BO CL CO CR CU DO EC ES GQ GT HN MX NI PA PE PR PY SV UY VE',
  fr: 'BE BF BI BJ BL CD CF CG CI CM DJ DZ FR GA GF GN GP HT KM LU MA MC MF MG ML MQ MU NC NE PF PM RE SN TD TG TN WF YT',
  ru: 'BY KG KZ RU TJ',
  hi: 'IN',
  de: 'AT CH DE LI',
};

const languageOf = new Map<string, Language>();
for (const language of ['es', 'fr', 'ru', 'hi', 'de'] as const) {
  for (const country of countriesBy[language].split(' ')) {
    languageOf.set(country, language);
  }
}

/**
 * The language to answer in: that of a keyword the person wrote (`Reading`), else that of the country of their line (ISO
 * 3166-1 alpha-2; null if it is not known). The text that they forward says nothing: a spammer wrote it.
 */
export function languageFor({ country, wrote }: { country: string | null; wrote: Language | null }): Language {
  return wrote ?? (country === null ? undefined : languageOf.get(country)) ?? 'en';
}
