import { issueToken, type OpenedToken, openToken } from '#shared/http/form-token.ts';
import { type Html, html } from '#shared/http/html.ts';
import type { FieldErrors } from './components/error-summary.ts';
import type { Visit } from './visit.ts';

/** The hidden field with the token of a form; `form` names it and, where it is about one, its report. */
export function tokenField(visit: Visit, form: string): Html {
  const sent = visit.fields.get('token') ?? '';
  const token = openSent(visit, form).kind === 'good' ? sent : freshToken(visit, form);
  return html`<input type="hidden" name="token" value="${token}">`;
}

/** As above for a form whose token was used up. */
export function freshTokenField(visit: Visit, form: string): Html {
  return html`<input type="hidden" name="token" value="${freshToken(visit, form)}">`;
}

export function openSent({ deps, fields }: Visit, form: string): OpenedToken {
  return openToken({ hash: deps.formHash, form, now: deps.clock() }, fields.get('token') ?? '');
}

/** What to say about a token that opens nothing; the page that says it has a good one. */
export function tokenErrors({ m }: Visit<'errors'>, kind: 'expired' | 'not_ours'): FieldErrors {
  return new Map([['', kind === 'expired' ? m.errors.tokenExpired : m.errors.tokenForeign]]);
}

function freshToken({ deps }: Visit, form: string): string {
  return issueToken({ hash: deps.formHash, form, now: deps.clock() }, deps.random);
}
