import { html } from '#shared/http/html.ts';
import { pageResponse } from '#shared/pages/layout.ts';
import type { ContestPage } from '../words.ts';

/** What happens to my data. */
export const dataPage: ContestPage = (visit) => {
  const { data } = visit.m;
  return pageResponse(visit, {
    title: data.title,
    keepable: true,
    body: html`<h1>${data.title}</h1>
<h2>${data.keptTitle}</h2>
<p>${data.kept(visit.deps.retentionDays)}</p>
<p>${data.lineUse}</p>
<h2>${data.publicTitle}</h2>
<p>${data.public}</p>
<h2>${data.complaintTitle}</h2>
<p>${data.complaint}</p>
<h2>${data.logTitle}</h2>
<p>${data.log}</p>
<h2>${data.controlTitle}</h2>
<p>${data.control}</p>
<h2>${data.browserTitle}</h2>
<p>${data.browser}</p>
<p>${data.logs}</p>`,
  });
};

export const regulatorsPage: ContestPage = (visit) => {
  const { regulators } = visit.m;
  return pageResponse(visit, {
    title: regulators.title,
    keepable: true,
    body: html`<h1>${regulators.title}</h1>
<p class="lead">${regulators.lead}</p>
<h2>${regulators.complaintsTitle}</h2>
<p>${regulators.complaints}</p>
<h2>${regulators.offendersTitle}</h2>
<p>${regulators.offenders}</p>
<h2>${regulators.auditTitle}</h2>
<p>${regulators.audit}</p>
<h2>${regulators.accessTitle}</h2>
<p>${regulators.access} <a href="/openapi.json">${regulators.description}</a></p>`,
  });
};
