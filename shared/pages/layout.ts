import { type Html, html } from '#shared/http/html.ts';
import type { HttpResponse } from '#shared/http/message.ts';
import { contentPolicy } from '#shared/http/security-headers.ts';
import { languages } from '#shared/intake/language.ts';
import { assetPath } from './assets/assets.ts';
import { icon } from './assets/icon.ts';
import { styleElement, styleSource } from './assets/style.ts';
import { languageNames } from './messages/language-names.ts';
import type { Shown } from './visit.ts';

interface PageParts {
  readonly title: string;
  readonly body: Html;
  readonly status?: number;
  /** The page tells of errors: its title says so first, for people who only hear it. */
  readonly failed?: boolean;
  /** Id of the form whose answers a change of language must keep; sent to the form's own address. */
  readonly form?: string;
  /** Where the page is found again, if not where it was asked for. */
  readonly address?: string;
  /**
   * An empty form: the browser may keep it, so that going back after sending finds the same form with the same token
   * instead of a new one that would report twice. What answers a form is kept always: there is no other way back to it,
   * and to the answers in it.
   */
  readonly keepable?: boolean;
  /** The one other address that forms of this page may be sent to. */
  readonly formsTo?: string;
}

/** A page as it is sent. */
export function pageResponse(visit: Shown, parts: PageParts): HttpResponse {
  return {
    status: parts.status ?? 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': visit.language,
      'content-security-policy': contentPolicy({ styles: styleSource, formsTo: parts.formsTo }),
      ...(Object.keys(visit.request.parameters).length === 0 ? {} : { 'x-robots-tag': 'noindex' }),
      ...(parts.keepable === true || visit.request.method === 'POST'
        ? { 'cache-control': 'private, no-cache', vary: 'Accept-Language, Cookie' }
        : {}),
    },
    body: documentOf(visit, parts).toString(),
  };
}

/** After a form: the browser asks for the page at `path`, and a reload sends nothing again. */
export function seeOther(path: string): HttpResponse {
  return { status: 303, headers: { location: path } };
}

function documentOf(visit: Shown, parts: PageParts): Html {
  const { title, body, failed } = parts;
  const { m, language } = visit;
  return html`<!doctype html>
<html lang="${language}" dir="${m.common.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${failed === true && m.common.errorPrefix}${title} – Ringfence</title>
<meta name="theme-color" content="#0c4a52">
<link rel="icon" href="${assetPath('icon.svg')}" type="image/svg+xml">
${styleElement}
<script src="${assetPath('script.js')}" defer></script>
</head>
<body>
<a class="skip" href="#main">${m.common.skip}</a>
<header class="top"><div class="wrap bar">
<a class="brand" href="/">${icon}Ringfence</a>
<nav aria-label="${m.common.menu}"><ul class="nav">
${navigation(visit, [
  ['/call', m.common.reportCall],
  ['/text', m.common.reportText],
  ['/log', m.common.reportLog],
  ['/status', m.common.follow],
])}
</ul></nav>
</div></header>
<nav class="wrap" aria-label="${m.common.languages}">${languageSwitch(visit, parts)}</nav>
<main id="main" class="wrap" tabindex="-1">
${body}
</main>
<footer class="foot wrap">
<p>Ringfence. ${m.common.motto}.</p>
<ul>
${navigation(visit, [
  ['/data', m.common.myData],
  ['/regulators', m.common.forRegulators],
  ['/contest', m.common.contest],
])}
</ul>
</footer>
</body>
</html>
`;
}

function navigation({ request }: Shown, links: readonly (readonly [string, string])[]): Html[] {
  return links.map(
    ([path, name]) => html`<li><a href="${path}"${path === request.path && html` aria-current="page"`}>${name}</a></li>
`,
  );
}

/** Of the buttons of a form the Enter key presses the first: with the empty one it sends the form and not the language. */
function languageSwitch({ language, request }: Shown, { form, address }: PageParts): Html {
  const buttons = languages.map((each) =>
    each === language
      ? html`<span lang="${each}" aria-current="true">${languageNames[each]}</span>`
      : html`<button name="language" value="${each}" lang="${each}"${
          form !== undefined && html` form="${form}" formnovalidate`
        }>${languageNames[each]}</button>`,
  );
  const action = address ?? (request.method === 'GET' ? undefined : '/');
  return form === undefined
    ? html`<form method="get"${action !== undefined && html` action="${action}"`} class="tongues">${
        request.query['skip'] !== undefined && html`<input type="hidden" name="skip" value="${request.query['skip']}">`
      }${buttons}</form>`
    : html`<div class="tongues"><button class="hidden" form="${form}" tabindex="-1" aria-hidden="true"></button>${buttons}</div>`;
}
