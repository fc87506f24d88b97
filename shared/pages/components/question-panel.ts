import { type Html, html } from '#shared/http/html.ts';
import type { ReportContent } from '#shared/report/report.ts';
import { tokenField } from '../form-guard.ts';
import { type QuestionGroup, type QuestionName, questionFields } from '../forms/question.ts';
import type { OwnReport } from '../own-report.ts';
import { verdictPath } from '../verdict-path.ts';
import type { Visit } from '../visit.ts';
import type { FieldErrors } from './error-summary.ts';

/** The name of the form that answers a question about a report, for its token. */
export const answerForm = ({ report }: OwnReport) => `answer ${report.id}`;

/** The questions that the reporter has said they cannot answer: from the address, or from the form that was sent. */
export function skippedBy({ request, fields }: Visit): string[] {
  return (fields.get('skip') ?? request.query['skip'] ?? '')
    .split(',')
    .filter((name) => /^[a-zA-Z]{1,20}$/.test(name))
    .slice(0, 12);
}

interface Asked {
  readonly name: QuestionName;
  readonly errors: FieldErrors;
  /** How many rules the answer decides, where that is told. */
  readonly decides?: string;
}

/** One question with its form, and the way past it. */
export function questionPanel(
  visit: Visit<QuestionGroup>,
  own: OwnReport,
  content: ReportContent,
  { name, errors, decides }: Asked,
): Html {
  const { m } = visit;
  const skip = skippedBy(visit);
  return html`<form id="answer" method="post" action="/r/${own.shown}/answer" novalidate data-once>
${tokenField(visit, answerForm(own))}
<input type="hidden" name="question" value="${name}">
<input type="hidden" name="skip" value="${skip.join(',')}">
${questionFields(name, content, errors, visit)}
${decides !== undefined && html`<p class="hint">${decides}</p>`}
<p class="buttons"><button class="button">${m.asking.answer}</button>
<a href="${verdictPath(own.shown, [...skip, name])}">${m.asking.skip}</a></p>
</form>
`;
}
