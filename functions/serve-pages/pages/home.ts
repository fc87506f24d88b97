import { html } from '#shared/http/html.ts';
import { pageResponse } from '#shared/pages/layout.ts';
import type { FormPage } from '../words.ts';

export const homePage: FormPage = (visit) => {
  const { m } = visit;
  const ways = [
    ['/call', m.common.reportCall, m.home.callHint],
    ['/text', m.common.reportText, m.home.textHint],
    ['/log', m.common.reportLog, m.home.logHint],
    ['/status', m.common.follow, m.home.followHint],
  ] as const;
  return pageResponse(visit, {
    title: m.home.title,
    keepable: true,
    body: html`<h1>${m.home.title}</h1>
<p class="lead">${m.home.lead}</p>
<ul class="ways">
${ways.map(
  ([path, name, hint]) => html`<li><a href="${path}"><strong>${name}</strong><span>${hint}</span></a></li>
`,
)}</ul>
<h2>${m.home.stepsTitle}</h2>
<ol class="steps">
<li>${m.home.stepVerdict}</li>
<li>${m.home.stepComplaint}</li>
<li>${m.home.stepFollow}</li>
</ol>
<p class="hint">${m.home.free}</p>`,
  });
};
