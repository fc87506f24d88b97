import { type Html, html } from '#shared/http/html.ts';
import type { HttpResponse } from '#shared/http/message.ts';
import { errorSummary, type FieldErrors, noErrors } from '#shared/pages/components/error-summary.ts';
import { areaField, inputField, radioField } from '#shared/pages/components/field.ts';
import { type Asked, askedOf, askNote, checkInputs } from '#shared/pages/form-checks.ts';
import { freshTokenField, openSent, tokenErrors, tokenField } from '#shared/pages/form-guard.ts';
import { chosen, written } from '#shared/pages/forms/written.ts';
import { pageResponse, seeOther } from '#shared/pages/layout.ts';
import { displayReceipt, receiptForKey } from '#shared/report/receipt.ts';
import { emailSchema } from '#shared/report/report-input.ts';
import { disputeGrounds } from '#shared/subject/disputes/dispute.ts';
import { fileDispute } from '#shared/subject/disputes/file-dispute.ts';
import type { ContestPage, ContestVisit } from '../words.ts';

const mostCharacters = 1600;
const longestAddress = 254;

/** The form for the owner of a number that others have reported. */
export const contestForm: ContestPage = (visit) => formPage(visit, { errors: noErrors, keepable: true });

/** Takes the form; from the same form the same dispute, however often it is sent. */
export const takeContest: ContestPage = async (visit) => {
  const { deps, fields, m } = visit;
  if (visit.switching) {
    return formPage(visit, { errors: noErrors });
  }
  const token = openSent(visit, 'contest');
  if (token.kind !== 'good') {
    return formPage(visit, { errors: tokenErrors(visit, token.kind) });
  }
  const sender = written(fields, 'sender');
  const ground = chosen(fields, 'ground', disputeGrounds);
  const statement = written(fields, 'statement');
  const email = written(fields, 'email');
  const errors = new Map([
    ...(sender === undefined ? [['sender', m.errors.textSender] as const] : []),
    ...(ground === undefined ? [['ground', m.errors.choose] as const] : []),
    ...textErrors('statement', statement, mostCharacters, m.contest.statementMissing, visit),
    ...emailErrors(email, visit),
  ]);
  if (
    sender === undefined ||
    ground === undefined ||
    statement === undefined ||
    email === undefined ||
    errors.size > 0
  ) {
    return formPage(visit, { errors });
  }
  const asked = askedOf(visit, 'contest', token);
  if (asked !== undefined) {
    return formPage(visit, { errors, asked });
  }
  const receipt = receiptForKey(deps.identity.receipt, `contest ${token.nonce}`);
  const reference = displayReceipt(receipt);
  const filed = await fileDispute({ sender, ground, statement, email, reference: receipt }, deps);
  switch (filed.kind) {
    case 'filed':
      return seeOther(`/contest/${reference}`);
    case 'key_reused':
      return formPage(visit, { errors: new Map([['', m.contest.alreadySent]]), sentBefore: reference });
    case 'refused':
      return formPage(visit, {
        errors: new Map([['sender', filed.reason === 'country_needed' ? m.errors.senderCountry : m.errors.textSender]]),
      });
  }
};

function textErrors(
  name: string,
  text: string | undefined,
  most: number,
  missing: string,
  { m }: ContestVisit,
): (readonly [string, string])[] {
  if (text === undefined) {
    return [[name, missing]];
  }
  return text.length > most ? [[name, m.errors.tooLong(most)]] : [];
}

/** One address, as in a report; whether it is the visitor's shows when it is answered. */
function emailErrors(email: string | undefined, visit: ContestVisit): (readonly [string, string])[] {
  const { m } = visit;
  const found = textErrors('email', email, longestAddress, m.errors.emailInvalid, visit);
  return found.length > 0 || emailSchema.safeParse(email).success ? found : [['email', m.errors.emailInvalid]];
}

interface FormState {
  readonly errors: FieldErrors;
  readonly keepable?: boolean;
  /** The reference of the dispute that this form made before. */
  readonly sentBefore?: string;
  readonly asked?: Asked;
}

function formPage(visit: ContestVisit, { errors, keepable = false, sentBefore, asked }: FormState): HttpResponse {
  const { m, fields } = visit;
  const frame = (name: string) => ({ name, value: fields.get(name) ?? '', error: errors.get(name) });
  return pageResponse(visit, {
    title: m.contest.title,
    status: errors.size === 0 && asked === undefined ? 200 : 422,
    failed: errors.size > 0,
    form: 'contest',
    keepable,
    body: html`${errorSummary(m, errors, sentBefore === undefined ? undefined : sentBeforeNote(visit, sentBefore))}${askNote(visit, asked)}
<h1>${m.contest.title}</h1>
<p class="lead">${m.contest.lead}</p>
<form id="contest" method="post" action="/contest?send" novalidate data-once>
${sentBefore === undefined ? tokenField(visit, 'contest') : freshTokenField(visit, 'contest')}
${checkInputs(visit, asked)}
${inputField(m, { ...frame('sender'), label: m.contest.sender, hint: m.contest.senderHint, direction: 'ltr' })}
${radioField(m, { ...frame('ground'), label: m.contest.ground, options: disputeGrounds.map((each) => [each, m.contest[each]]) })}
${areaField(m, { ...frame('statement'), label: m.contest.statement, hint: m.contest.statementHint, most: mostCharacters })}
${inputField(m, {
  ...frame('email'),
  type: 'email',
  label: m.contest.email,
  hint: m.contest.emailHint,
  autocomplete: 'email',
  direction: 'ltr',
})}
<p class="hint">${m.contest.privacy} <a href="/data">${m.common.myData}</a></p>
<p class="buttons"><button class="button">${m.contest.submit}</button></p>
</form>`,
  });
}

function sentBeforeNote({ m }: ContestVisit, reference: string): Html {
  return html`<p><a href="/contest/${reference}">${m.contest.openIt}</a></p>`;
}
