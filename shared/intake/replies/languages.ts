import type { Language } from '../language.ts';
import { de } from './messages/de.ts';
import { en } from './messages/en.ts';
import { es } from './messages/es.ts';
import { fr } from './messages/fr.ts';
import { hi } from './messages/hi.ts';
import { ru } from './messages/ru.ts';
import type { ReplyMessages } from './reply-messages.ts';

export const messagesIn: Readonly<Record<Language, ReplyMessages>> = { en, es, fr, ru, hi, de };
