import { type Html, html } from '#shared/http/html.ts';
import type { Words } from '../messages/messages.ts';

/** What is wrong, by field name; the order is that of the page. An empty name is about the form as a whole. */
export type FieldErrors = ReadonlyMap<string, string>;

export const noErrors: FieldErrors = new Map();

/** Stands first on a page and takes the focus, also with scripts off; each line leads to its field. */
export function errorSummary(m: Words<'common'>, errors: FieldErrors, more?: Html): Html {
  return errors.size === 0 && more === undefined
    ? html``
    : html`<div class="errors" role="alert" tabindex="-1" autofocus aria-labelledby="errors-title">
<h2 id="errors-title">${m.common.errorTitle}</h2>
<ul>${[...errors].map(([name, text]) =>
        name === '' ? html`<li>${text}</li>` : html`<li><a href="#${name}">${text}</a></li>`,
      )}</ul>
${more}<p>${m.common.errorKept}</p>
</div>
`;
}
