import type { Language } from '#shared/intake/language.ts';

/** As each calls itself. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  es: 'Español',
  fr: 'Français',
  ru: 'Русский',
  hi: 'हिन्दी',
  de: 'Deutsch',
};
