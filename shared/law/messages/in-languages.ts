import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { hi } from './hi.ts';
import type { Messages } from './messages.ts';
import { ru } from './ru.ts';

/** What rulebooks say, by language (ISO 639-1). Whoever imports this bundles all of it. */
export const lawMessages = { en, es, fr, ru, hi, de } satisfies Readonly<Record<string, Messages>>;
