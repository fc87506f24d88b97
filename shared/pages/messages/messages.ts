import type { Language } from '#shared/intake/language.ts';
import type * as en from './en.ts';

/** Every sentence of the pages, by group. English is the measure: a language that lacks one does not compile. */
export type Messages = typeof en;
export type GroupName = keyof Messages;

/** What one function says: the groups that its pages use, in one language. */
export type Words<G extends GroupName> = Pick<Messages, G>;

/** A group in every language. */
export type Group<G extends GroupName> = Readonly<Record<Language, Messages[G]>>;
