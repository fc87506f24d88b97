import { expect, test } from 'vitest';
import { languages } from '#shared/intake/language.ts';
import { pageRoutes } from '#test/support/pages/all-pages.ts';
import { askPage, filledCall, receiptIn, reportCall, type SeenPage, tokenIn } from '#test/support/pages/ask-page.ts';
import { expectOurs, foreignIn, payloads } from '#test/support/pages/only-ours.ts';
import { pagesDependencies } from '#test/support/pages/pages-dependencies.ts';

const formFields = [
  ...['sender', 'withheld', 'date', 'time', 'zone', 'line', 'purpose', 'recorded', 'relationship', 'text', 'topic'],
  ...['callerName', 'sellerName', 'askedToStopOn', 'token', 'language', 'name', 'email', 'postalAddress', 'region'],
  ...['receipt', 'step', 'question', 'skip', 'consent', 'registeredSince'],
  ...['start', 'changed', 'shown', 'page', 'part', 'row', 'go', 'calls', 'rest', 'done', 'goesOn', 'column-date'],
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
    const shown = route.replace('POST', 'GET').replace('answer', 'verdict');
    const token = pageRoutes.includes(shown) ? tokenIn(await askPage(deps, shown, { parameters })) : '';
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
