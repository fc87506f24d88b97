import type { Language } from '#shared/intake/language.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { hi } from './hi.ts';
import type { ProofMailMessages } from './messages.ts';
import { ru } from './ru.ts';

export const messagesIn: Readonly<Record<Language, ProofMailMessages>> = { en, es, fr, ru, hi, de };
