import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { languages } from '#shared/intake/language.ts';
import { pageRoutes } from '#test/support/pages/all-pages.ts';
import { askPage, filledCall, receiptIn, reportCall, type SeenPage, tokenIn } from '#test/support/pages/ask-page.ts';
import { pagesDependencies } from '#test/support/pages/pages-dependencies.ts';

const payloads = [
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
function foreignIn({ body }: SeenPage): string[] {
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
  parser.end(body);
  return found;
}

function expectOurs(page: SeenPage): void {
  expect(foreignIn(page)).toEqual([]);
  expect(page.headers['content-security-policy']).toMatch(/default-src 'none'; script-src 'self'; style-src 'self'/);
  expect(page.headers['content-security-policy']).toMatch(
    /form-action 'self'; base-uri 'none'; frame-ancestors 'none'/,
  );
  expect(page.headers['x-content-type-options']).toBe('nosniff');
}

const formFields = [
  ...['sender', 'withheld', 'date', 'time', 'zone', 'line', 'purpose', 'recorded', 'relationship', 'text', 'topic'],
  ...['callerName', 'sellerName', 'askedToStopOn', 'token', 'language', 'name', 'email', 'postalAddress', 'region'],
  ...['receipt', 'step', 'question', 'skip', 'consent', 'registeredSince'],
];

test('T18: the detector finds what it is for', () => {
  const page = (body: string): SeenPage => ({ status: 200, headers: {}, body });
  expect(foreignIn(page('<p onclick="x">'))).toEqual(['onclick']);
  expect(foreignIn(page('<script>x</script>'))).toEqual(['script']);
  expect(foreignIn(page('<a href="javascript:x">'))).toEqual(['a javascript:x']);
});

test.each(payloads)('T18: %s stays text in every field of every form', async (payload) => {
  const deps = pagesDependencies();
  const parameters = { receipt: await reportCall(deps) };
  const everywhere = Object.fromEntries(formFields.map((field) => [field, payload]));
  for (const route of pageRoutes.filter((each) => each.startsWith('POST'))) {
    const token = tokenIn(
      await askPage(deps, route.replace('POST', 'GET').replace('answer', 'verdict'), { parameters }),
    );
    expectOurs(await askPage(deps, route, { parameters, form: everywhere }));
    expectOurs(await askPage(deps, route, { parameters, form: { ...everywhere, token, step: 'check' } }));
    expectOurs(
      await askPage(deps, route, { parameters, form: { ...everywhere, token, step: 'send', question: 'purpose' } }),
    );
  }
});

test.each(payloads)('T18: %s stays text in addresses and headers', async (payload) => {
  const deps = pagesDependencies();
  for (const route of pageRoutes.filter((each) => each.startsWith('GET') && !each.includes('assets'))) {
    const query = new URLSearchParams({ language: payload, skip: payload }).toString();
    const headers = { cookie: `language=${payload}`, 'accept-language': payload };
    expectOurs(await askPage(deps, route, { parameters: { receipt: payload }, query, headers }));
  }
});

test.each(payloads)('T18: %s stays text once it is stored: verdict, letter, status, correction', async (payload) => {
  const deps = pagesDependencies({
    letters: {
      complaintOf: async (_report, id) => ({
        id,
        regulator: payload,
        letter: payload,
        regulatorPage: 'javascript:alert(1)',
        steps: [payload],
      }),
    },
    complaints: {
      complaintsOf: async () => [
        {
          id: 'FMNXM7ECCACX4AQ83J8XD3MPTC',
          regulator: payload,
          route: 'handed_over',
          status: 'handed_over',
          reference: payload,
          missing: [],
          nextStepBy: null,
          nextStep: 'not_known',
        },
      ],
    },
  });
  const receipt = await reportCall(deps, { ...filledCall, callerName: payload, sellerName: payload });
  const parameters = { receipt };
  const token = tokenIn(await askPage(deps, 'GET /r/{receipt}/complaint', { parameters }));
  const details = { name: payload, email: 'sam@example.com', postalAddress: payload };
  const letter = await askPage(deps, 'POST /r/{receipt}/complaint', {
    parameters,
    form: { token, step: 'check', ...details },
  });
  expectOurs(letter);
  expect(letter.body).toContain('sam@example.com');
  await askPage(deps, 'POST /r/{receipt}/complaint', {
    parameters,
    form: { token, step: 'send', ...details, consent: 'yes' },
  });
  for (const language of languages) {
    for (const route of pageRoutes.filter((each) => each.startsWith('GET /r/'))) {
      expectOurs(await askPage(deps, route, { parameters, headers: { cookie: `language=${language}` } }));
    }
  }
});

test('T18: the words of a text stay words', async () => {
  const deps = pagesDependencies();
  const token = tokenIn(await askPage(deps, 'GET /text'));
  const form = { token, sender: '22000', date: '2026-11-20', text: payloads.join(' ') };
  const receipt = receiptIn(await askPage(deps, 'POST /text', { form }));
  const page = await askPage(deps, 'GET /r/{receipt}/correct', { parameters: { receipt } });
  expectOurs(page);
  expect(page.body).toContain('&lt;script&gt;alert(1)');
});
