import { type Answer, no, unknown, yes } from '../answer.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { TestNamed } from '../condition.ts';

/** Looks at `purpose` and `surveyAlsoSells`: a survey that also sells is a sales call, whatever it calls itself. */
export function purpose(test: TestNamed<'purpose'>, facts: CaseFacts): Answer {
  const { kind } = facts;
  const stated = facts.purpose;
  if (stated === undefined || stated === 'unknown') {
    return unknown((m) => m.purposeUnknown(), { pointer: '/purpose', text: (m) => m.askPurpose({ kind }) });
  }
  if (stated === 'survey' && facts.surveyAlsoSells !== false) {
    if (facts.surveyAlsoSells === true) {
      return (test.is.includes('sale') ? yes : no)((m) => m.surveySells());
    }
    // Both readings lead to the same answer where neither or both are asked for.
    if (test.is.includes('sale') !== test.is.includes('survey')) {
      return unknown((m) => m.surveyUnclear(), { pointer: '/surveyAlsoSells', text: (m) => m.askSurveySells() });
    }
  }
  return (test.is.includes(stated) ? yes : no)((m) => m.purposeIs({ purpose: stated, kind }));
}
