import { type Html, html } from '#shared/http/html.ts';
import type { Visit } from '../visit.ts';

/** The receipt to keep, and the way to its report. */
export function receiptPanel({ m }: Visit<'receipt'>, receipt: string, link: boolean): Html {
  return html`<section class="panel calm" aria-labelledby="receipt-title">
<h2 id="receipt-title">${m.receipt.title}</h2>
<p class="receipt" dir="ltr" translate="no">${receipt}</p>
<p class="hint">${m.receipt.keep}</p>
<p class="buttons">${link && html`<a href="/r/${receipt}">${m.receipt.open}</a>`}<button type="button" class="button plain" data-copy="${receipt}" data-copied="${m.receipt.copied}" hidden>${m.receipt.copy}</button></p>
</section>
`;
}
