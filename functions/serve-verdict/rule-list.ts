import { type Html, html } from '#shared/http/html.ts';
import type { ReportView } from '#shared/report/report-view-schema.ts';
import { ruleInWords } from './rule-words.ts';
import type { VerdictVisit } from './words.ts';

type Finding = ReportView['findings'][number];

/** Rules with their verdict, each with reason and source. Sources are cited as they are, in English. */
export function ruleList(visit: VerdictVisit, findings: readonly Finding[], broken: boolean): Html {
  return html`<ul class="rules${broken && ' broken'}">
${findings.map((finding) => {
  const { title, place } = ruleInWords(finding.rule, visit.m);
  return html`<li><h3>${title} <span class="tag">${place}</span></h3>
<p>${finding.reason}</p>
<p class="small">${visit.m.verdict.sources} <span lang="en">${finding.citation}</span></p></li>
`;
})}</ul>`;
}

export function byVerdict(findings: readonly Finding[], verdict: Finding['verdict']): readonly Finding[] {
  return findings.filter((finding) => finding.verdict === verdict);
}
