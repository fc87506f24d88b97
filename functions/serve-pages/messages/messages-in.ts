import type { Language } from '#shared/intake/language.ts';
import { de } from './de.ts';
import { en, type Messages } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { hi } from './hi.ts';
import { ru } from './ru.ts';

export const messagesIn: Readonly<Record<Language, Messages>> = { en, es, fr, ru, hi, de };
