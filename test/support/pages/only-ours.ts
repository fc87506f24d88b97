import { Parser } from 'htmlparser2';
import { expect } from 'vitest';
import { styleElement } from '#shared/pages/assets/style.ts';
import type { SeenPage } from './ask-page.ts';

/** What somebody may type, or have in a file, in the hope that a page runs it. */
export const payloads = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onfocus='alert(1)' autofocus='",
  '</textarea><script>alert(1)</script>',
  '</pre><svg onload=alert(1)>',
  '</title><iframe src="javascript:alert(1)">',
  'javascript:alert(1)',
  '{{constructor.constructor("alert(1)")()}}',
  '<!--<a href="x">-->',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '\u{ff1c}script\u{ff1e}alert(1)\u{ff1c}/script\u{ff1e}',
  '<style>*{display:none}</style>',
];

/** Elements and attributes that a page may hold, whatever was typed into it. */
const dangerous = ['iframe', 'object', 'embed', 'base', 'style', 'foreignobject', 'template'];

/** What a browser would find in the page that is not ours. */
export function foreignIn({ body }: SeenPage): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const { src = '', href = '', action = '' } = attributes;
      if (dangerous.includes(name) || (name === 'script' && !src.startsWith('/assets/'))) {
        found.push(name);
      }
      if (name === 'img' && !src.startsWith('/assets/')) {
        found.push(`img ${src}`);
      }
      for (const address of [src, href, action].filter((each) => each !== '')) {
        if (!/^(\/(?!\/)|#|https:\/\/)/.test(address)) {
          found.push(`${name} ${address}`);
        }
      }
      found.push(...Object.keys(attributes).filter((attribute) => attribute.startsWith('on') || attribute === 'style'));
    },
  });
  parser.end(body.replace(styleElement.toString(), ''));
  return found;
}

export function expectOurs(page: SeenPage): void {
  expect(foreignIn(page)).toEqual([]);
  expect(page.headers['content-security-policy']).toMatch(
    /default-src 'none'; script-src 'self'; style-src '(none|sha256-[^']{44})';/,
  );
  expect(page.headers['content-security-policy']).toMatch(
    /form-action 'self'; base-uri 'none'; frame-ancestors 'none'/,
  );
  expect(page.headers['x-content-type-options']).toBe('nosniff');
}
