import { checkFields, type FormChecks, type FormVerdict, judgeForm } from '#shared/http/form-checks.ts';
import type { OpenedToken } from '#shared/http/form-token.ts';
import { type Html, html } from '#shared/http/html.ts';
import type { Visit } from './visit.ts';

/** What pages need whose forms anybody may send. */
export interface CheckDependencies {
  /** Absent or null: forms are taken at any pace. */
  readonly formChecks?: FormChecks | null;
}

type CheckedVisit = Visit<'checks', CheckDependencies>;
export type Asked = Extract<FormVerdict, { readonly kind: 'ask' }>;

/** A proof of work, or a wait, that is asked before this form is taken; `form` as the token names it. */
export function askedOf(
  { deps, fields, request }: CheckedVisit,
  form: string,
  token: Extract<OpenedToken, { readonly kind: 'good' }>,
): Asked | undefined {
  const verdict = judgeForm(
    { hash: deps.formHash, form, token, fields, headers: request.headers, now: deps.clock() },
    deps.formChecks ?? null,
  );
  return verdict.kind === 'ask' ? verdict : undefined;
}

/**
 * The fields of the checks, for inside the form. What was filled in where people see nothing stays, as every answer does:
 * whoever sends it again is asked again. A challenge that was met is kept, for the form may have to be mended.
 */
export function checkInputs({ m, fields }: CheckedVisit, asked?: Asked): Html {
  const { trap, challenge, proof } = checkFields;
  const met = fields.get(challenge);
  const trapInput = html`<div class="hidden" aria-hidden="true"><label>${m.checks.leaveEmpty} <input name="${trap}" value="${
    fields.get(trap) ?? ''
  }" tabindex="-1" autocomplete="off"></label></div>`;
  if (asked !== undefined) {
    return html`${trapInput}
<input type="hidden" name="${challenge}" value="${asked.challenge}" data-bits="${asked.bits}" data-wait="${asked.secondsLeft}">
<input type="hidden" name="${proof}" value="">`;
  }
  return met === undefined
    ? trapInput
    : html`${trapInput}
<input type="hidden" name="${challenge}" value="${met}">
<input type="hidden" name="${proof}" value="${fields.get(proof) ?? ''}">`;
}

/** Says that the form is not sent yet and what happens next; takes the focus, as a summary of errors does. */
export function askNote({ m }: CheckedVisit, asked: Asked | undefined): Html {
  return asked === undefined
    ? html``
    : html`<div class="panel ask" role="status" tabindex="-1" autofocus>
<h2>${m.checks.notYet}</h2>
<p>${m.checks.again(asked.secondsLeft)}</p>
</div>
`;
}
