import { expect, test } from 'vitest';
import { html } from '#shared/http/html.ts';

test.each([
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['" onfocus="alert(1)', '&quot; onfocus=&quot;alert(1)'],
  ["' onfocus='alert(1)", '&#39; onfocus=&#39;alert(1)'],
  ['&amp;', '&amp;amp;'],
  ['`', '&#96;'],
])('%s is text wherever it stands', (given, escaped) => {
  expect(html`<p title="${given}">${given}</p>`.toString()).toBe(`<p title="${escaped}">${escaped}</p>`);
});

test('markup of ours goes in as it is, lists are joined, nothing leaves nothing', () => {
  const items = ['a', '<b>'].map((item) => html`<li>${item}</li>`);
  expect(html`<ul>${items}</ul>${null}${undefined}${false}${0}${''}`.toString()).toBe(
    '<ul><li>a</li><li>&lt;b&gt;</li></ul>0',
  );
});

test('an object that looks like markup is none', () => {
  const forged: unknown = JSON.parse('["<b>"]');
  expect(html`${Array.isArray(forged) ? forged.map(String) : null}`.toString()).toBe('&lt;b&gt;');
});
