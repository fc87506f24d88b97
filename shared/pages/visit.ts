import { acceptedLanguage } from '#shared/http/accepted-language.ts';
import type { FormFields } from '#shared/http/form-body.ts';
import type { HttpRequest, HttpResponse } from '#shared/http/message.ts';
import { type Language, languages } from '#shared/intake/language.ts';
import type { GroupName, Words } from './messages/messages.ts';
import type { PageDependencies } from './page-dependencies.ts';

/** What the frame of every page and its failures say. */
export type FrameGroup = 'common' | 'faults' | 'notFound';

/**
 * One request for a page, in the language of whoever asks: with the groups of sentences that the page uses beside those
 * of the frame, and what it needs beside what every page has.
 */
export interface Visit<G extends GroupName = never, D = object> {
  readonly request: HttpRequest;
  readonly deps: PageDependencies & D;
  readonly language: Language;
  readonly m: Words<FrameGroup | G>;
  /** What a form sent; empty for GET. */
  readonly fields: FormFields;
  /** The form was sent by the language switch: show it again, with the answers, and do nothing else. */
  readonly switching: boolean;
}

export type Page<G extends GroupName = never, D = object> = (
  visit: Visit<G, D>,
) => Promise<HttpResponse> | HttpResponse;

/** What the pages of one function share. */
export interface Site<G extends GroupName, D> {
  readonly deps: PageDependencies & D;
  readonly words: (language: Language) => Words<FrameGroup | G>;
}

const cookieName = 'language';

/** What is known wherever a page is shown, also without a store or a secret behind it. */
export type Shown<G extends GroupName = never> = Pick<Visit<G>, 'request' | 'language' | 'm'>;

/** Switch, then cookie, then Accept-Language, then English. */
export function languageFor(request: HttpRequest, fields: FormFields): Language {
  return (
    chosenLanguage(request, fields) ??
    languageNamed(cookieOf(request)) ??
    acceptedLanguage(request.headers['accept-language'], languages) ??
    'en'
  );
}

export function visitFor<G extends GroupName, D>(
  request: HttpRequest,
  fields: FormFields,
  { deps, words }: Site<G, D>,
): Visit<G, D> {
  const language = languageFor(request, fields);
  return { request, deps, language, m: words(language), fields, switching: fields.has('language') };
}

/** Keeps a choice that this request made. The cookie holds nothing else, so no script may need it and any request may carry it. */
export function languageCookie(request: HttpRequest, fields: FormFields): Readonly<Record<string, string>> {
  const chosen = chosenLanguage(request, fields);
  return chosen === null
    ? {}
    : { 'set-cookie': `${cookieName}=${chosen}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly` };
}

function chosenLanguage(request: HttpRequest, fields: FormFields): Language | null {
  return languageNamed(fields.get('language') ?? request.query['language']);
}

function languageNamed(name: string | undefined): Language | null {
  return languages.find((language) => language === name) ?? null;
}

function cookieOf({ headers }: HttpRequest): string | undefined {
  return (headers['cookie'] ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${cookieName}=`))
    ?.slice(cookieName.length + 1);
}
