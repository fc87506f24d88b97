import { html } from '#shared/http/html.ts';
import type { HttpResponse } from '#shared/http/message.ts';
import { errorSummary, type FieldErrors, noErrors } from '#shared/pages/components/error-summary.ts';
import { answerForm, questionPanel, skippedBy } from '#shared/pages/components/question-panel.ts';
import { openSent, tokenErrors } from '#shared/pages/form-guard.ts';
import { type QuestionName, questionNamed } from '#shared/pages/forms/question.ts';
import { readAnswer } from '#shared/pages/forms/read-answer.ts';
import { pageResponse, seeOther } from '#shared/pages/layout.ts';
import { type OwnReport, withContent } from '#shared/pages/own-report.ts';
import { verdictPath } from '#shared/pages/verdict-path.ts';
import { amendReport } from '#shared/report/amend-report.ts';
import type { ReportContent } from '#shared/report/report.ts';
import type { FormPage, FormVisit } from '../words.ts';

/** Takes the answer to the one question of the verdict, and goes back there; what is wrong is told beside the question alone. */
export const takeAnswer: FormPage = withContent(async (visit: FormVisit, own, content) => {
  const { fields, deps, m } = visit;
  const skip = skippedBy(visit);
  const name = questionNamed(fields.get('question') ?? '', visit);
  if (name === null) {
    return seeOther(verdictPath(own.shown, skip));
  }
  if (visit.switching) {
    return ask(visit, own, content, name, noErrors);
  }
  const token = openSent(visit, answerForm(own));
  if (token.kind !== 'good') {
    return ask(visit, own, content, name, tokenErrors(visit, token.kind));
  }
  const answer = readAnswer(name, fields, content, visit);
  switch (answer.kind) {
    case 'skip':
      return seeOther(verdictPath(own.shown, [...skip, name]));
    case 'wrong':
      return ask(visit, own, content, name, answer.errors);
    case 'answer': {
      const amended = await amendReport(own.report.id, answer.patch, deps);
      if (amended.kind === 'amended') {
        return seeOther(verdictPath(own.shown, skip));
      }
      const text =
        amended.kind === 'exhausted' ? m.errors.tooMany : amended.kind === 'busy' ? m.errors.busy : m.errors.choose;
      return ask(visit, own, content, name, new Map([['', text]]));
    }
  }
});

function ask(
  visit: FormVisit,
  own: OwnReport,
  content: ReportContent,
  name: QuestionName,
  errors: FieldErrors,
): HttpResponse {
  const { m } = visit;
  return pageResponse(visit, {
    title: m.asking.title,
    form: 'answer',
    status: errors.size === 0 ? 200 : 422,
    failed: errors.size > 0,
    body: html`${errorSummary(m, errors)}
<h1>${m.asking.title}</h1>
${questionPanel(visit, own, content, { name, errors })}`,
  });
}
