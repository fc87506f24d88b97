import { acceptedLanguage } from '#shared/http/accepted-language.ts';
import type { FormFields } from '#shared/http/form-body.ts';
import type { HttpRequest, HttpResponse } from '#shared/http/message.ts';
import { type Language, languages } from '#shared/intake/language.ts';
import type { PagesDependencies } from './dependencies.ts';
import type { Messages } from './messages/en.ts';
import { messagesIn } from './messages/messages-in.ts';

/** One request for a page, in the language of whoever asks. */
export interface Visit {
  readonly request: HttpRequest;
  readonly deps: PagesDependencies;
  readonly language: Language;
  readonly m: Messages;
  /** What a form sent; empty for GET. */
  readonly fields: FormFields;
  /** The form was sent by the language switch: show it again, with the answers, and do nothing else. */
  readonly switching: boolean;
}

export type Page = (visit: Visit) => Promise<HttpResponse> | HttpResponse;

const cookieName = 'language';

/** Switch, then cookie, then Accept-Language, then English. */
export function visitFor(request: HttpRequest, fields: FormFields, deps: PagesDependencies): Visit {
  const language =
    chosenLanguage(request, fields) ??
    languageNamed(cookieOf(request)) ??
    acceptedLanguage(request.headers['accept-language'], languages) ??
    'en';
  return { request, deps, language, m: messagesIn[language], fields, switching: fields.has('language') };
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
