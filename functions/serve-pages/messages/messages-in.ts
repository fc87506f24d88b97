import type { Language } from '#shared/intake/language.ts';
import { en, type Messages } from './en.ts';

export const messagesIn: Readonly<Record<Language, Messages>> = { en, es: en, fr: en, ru: en, hi: en, de: en };
