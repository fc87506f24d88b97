import { expect, test } from 'vitest';
import { languages } from '#shared/intake/language.ts';
import { askPage } from '#test/support/pages/ask-page.ts';
import { pagesDependencies } from '#test/support/pages/pages-dependencies.ts';

const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const ask = (headers: Record<string, string>, query = '') =>
  askPage(pagesDependencies(), '$default', { headers, query });

test('an address that is no route is a page for whoever looks, in their language', async () => {
  const leads = new Set<string>();
  for (const language of languages) {
    const page = await ask({ ...html, 'accept-language': language });
    expect(page.status).toBe(404);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.body).toContain(`<html lang="${language}"`);
    expect(page.body).toContain('class="button" href="/"');
    leads.add(/<p class="lead">([^<]+)/.exec(page.body)?.[1] ?? '');
  }
  expect(leads.size).toBe(languages.length);
});

test('the language is switched there, too', async () => {
  const page = await ask(html, 'language=ru');
  expect(page.body).toContain('<html lang="ru"');
  expect(page.headers['set-cookie']).toMatch(/^language=ru;/);
});

test.each([{}, { accept: '*/*' }, { accept: 'application/json' }])(
  'for programs it is a problem: %j',
  async (headers) => {
    const { status, headers: answered, body } = await ask(headers);
    expect(status).toBe(404);
    expect(answered['content-type']).toBe('application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ type: 'urn:ringfence:problem:not-found' });
  },
);
