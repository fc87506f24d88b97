import { describe, expect, test } from 'vitest';
import { functionSpecs } from '#infra/functions.ts';
import { pageRoutes, pageRoutesOf } from '#test/support/pages/all-pages.ts';
import { askPage, filledCall, reportCall, tokenIn } from '#test/support/pages/ask-page.ts';
import { pagesDependencies } from '#test/support/pages/pages-dependencies.ts';

test.each(Object.entries(pageRoutesOf))(
  'every page of %s is a route of the HTTP API, and the other way round',
  (name, routes) => {
    const declared = functionSpecs.find((spec) => spec.name === name)?.routes ?? [];
    expect(declared.map(({ route }) => route).toSorted()).toEqual([...routes].toSorted());
  },
);

describe('a receipt', () => {
  test.each([
    [(receipt: string) => receipt],
    [(receipt: string) => receipt.toLowerCase()],
    [(receipt: string) => ` ${receipt.replaceAll('-', ' ')} `],
    [(receipt: string) => receipt.replaceAll('1', 'l').replaceAll('0', 'o')],
  ])('opens its report however it is typed', async (spell) => {
    const deps = pagesDependencies();
    const receipt = await reportCall(deps);
    const token = tokenIn(await askPage(deps, 'GET /status'));
    const answer = await askPage(deps, 'POST /status', { form: { token, receipt: spell(receipt) } });
    expect(answer.headers['location']).toBe(`/r/${receipt}`);
  });

  test.each([
    ['', 'Enter your receipt'],
    ['K7Q2-9MZD', 'this has 8'],
    ['K7Q2-9MZD-4TWX-81CU', 'without U'],
    ['K7Q2-9MZD-4TWX-81CB', 'We know no report'],
  ])('that is "%s" is answered with what is wrong, and kept', async (receipt, words) => {
    const deps = pagesDependencies();
    const token = tokenIn(await askPage(deps, 'GET /status'));
    const answer = await askPage(deps, 'POST /status', { form: { token, receipt } });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(words);
    expect(answer.body).toContain(`value="${receipt}"`);
  });
});

test('pages of a report show of its reporter the end of the line alone, and are not for search engines', async () => {
  const deps = pagesDependencies();
  const receipt = await reportCall(deps);
  for (const route of pageRoutes.filter((each) => each.startsWith('GET /r/{receipt}'))) {
    const page = await askPage(deps, route, { parameters: { receipt } });
    expect(page.status).toBe(200);
    expect(page.headers).toMatchObject({
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    });
    if (!route.endsWith('/complaint')) {
      expect(page.body.replaceAll(/\D/g, '')).not.toContain('4135550142');
    }
  }
});

describe('a complaint', () => {
  const details = { name: 'Sam Doe', email: 'sam@example.com' };

  test('asks for what is missing, shows the letters, and goes with the agreement only', async () => {
    const deps = pagesDependencies();
    const parameters = { receipt: await reportCall(deps) };
    const route = 'POST /r/{receipt}/complaint';
    const form = await askPage(deps, 'GET /r/{receipt}/complaint', { parameters });
    expect([...form.body.matchAll(/<(?:input|textarea) id="(\w+)"/g)].map((match) => match[1])).toEqual([
      'name',
      'email',
      'postalAddress',
    ]);
    const token = tokenIn(form);
    const lacking = await askPage(deps, route, { parameters, form: { token, step: 'check' } });
    expect(lacking.body).toContain('href="#name"');
    expect(lacking.body).toContain('href="#email"');
    const letter = await askPage(deps, route, { parameters, form: { token, step: 'check', ...details } });
    expect(letter.body).toContain('To: Federal Trade Commission\nComplaint:');
    expect(letter.body).toContain('Name: Sam Doe');
    expect(deps.stored()[0]?.complaintAsked).toBe(false);
    const unagreed = await askPage(deps, route, { parameters, form: { token, step: 'send', ...details } });
    expect(unagreed.body).toContain('href="#consent"');
    expect(deps.stored()[0]?.complaintAsked).toBe(false);
    const sent = await askPage(deps, route, { parameters, form: { token, step: 'send', ...details, consent: 'yes' } });
    expect(sent.headers['location']).toBe(`/r/${parameters.receipt}`);
    expect(deps.stored()[0]).toMatchObject({
      complaintAsked: true,
      content: { input: { complain: true, complainant: { ...details, consent: true } } },
    });
  });

  test.each([
    ['email', 'nobody'],
    ['name', 'x'.repeat(201)],
    ['postalAddress', 'a\u0000b'],
  ])('with a %s that cannot be is told so', async (field, value) => {
    const deps = pagesDependencies();
    const parameters = { receipt: await reportCall(deps) };
    const token = tokenIn(await askPage(deps, 'GET /r/{receipt}/complaint', { parameters }));
    const answer = await askPage(deps, 'POST /r/{receipt}/complaint', {
      parameters,
      form: { token, step: 'check', ...details, [field]: value },
    });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(`href="#${field}"`);
  });

  test('has a place for the registry’s confirmation where the complainant states a registration', async () => {
    const deps = pagesDependencies();
    const parameters = { receipt: await reportCall(deps) };
    const verdict = await askPage(deps, 'GET /r/{receipt}/verdict', { parameters });
    const stated = { token: tokenIn(verdict), question: 'registeredSince', skip: '', registeredSince: '2019-03-01' };
    await askPage(deps, 'POST /r/{receipt}/answer', { parameters, form: stated });
    const page = await askPage(deps, 'GET /r/{receipt}/complaint', { parameters });
    expect(page.body).toContain('<textarea id="registryConfirmation"');
    const form = { token: tokenIn(page), ...details, registryConfirmation: 'You registered\non March 1, 2019.' };
    const checked = { parameters, form: { ...form, step: 'check' } };
    const letter = await askPage(deps, 'POST /r/{receipt}/complaint', checked);
    expect(letter.body).toContain('AS THE COMPLAINANT RECEIVED IT\n&gt; You registered\n&gt; on March 1, 2019.');
    await askPage(deps, 'POST /r/{receipt}/complaint', { parameters, form: { ...form, step: 'send', consent: 'yes' } });
    expect(deps.stored()[0]?.content?.input.registryConfirmation).toBe('You registered\non March 1, 2019.');
  });

  test('is not offered where nothing looks broken', async () => {
    const deps = pagesDependencies();
    const receipt = await reportCall(deps, { ...filledCall, purpose: 'political', recorded: 'no', time: '12:00' });
    const page = await askPage(deps, 'GET /r/{receipt}/complaint', { parameters: { receipt } });
    expect(page.body).toContain('nothing to complain about yet');
  });
});

test('a correction keeps the line unless another is given, and changes the verdict', async () => {
  const deps = pagesDependencies();
  const parameters = { receipt: await reportCall(deps) };
  const form = await askPage(deps, 'GET /r/{receipt}/correct', { parameters });
  expect(form.body).toContain('value="20:41"');
  const { line: _line, ...rest } = filledCall;
  const saved = await askPage(deps, 'POST /r/{receipt}/correct', {
    parameters,
    form: { ...rest, token: tokenIn(form), purpose: 'charity', recorded: '', topic: 'charities' },
  });
  expect(saved.status).toBe(303);
  expect(deps.stored()[0]).toMatchObject({
    revision: 2,
    content: { line: { e164: '+14135550142' }, input: { purpose: 'charity', topic: 'charities' } },
  });
  expect(deps.stored()[0]?.content?.input.recorded).toBeUndefined();
});

test('a withdrawal asks first, then forgets', async () => {
  const deps = pagesDependencies();
  const parameters = { receipt: await reportCall(deps) };
  const question = await askPage(deps, 'GET /r/{receipt}/withdraw', { parameters });
  expect(deps.stored()[0]?.content).not.toBeNull();
  const form = { token: tokenIn(question) };
  for (const _time of [1, 2]) {
    const done = await askPage(deps, 'POST /r/{receipt}/withdraw', { parameters, form });
    expect(done.headers['location']).toBe(`/r/${parameters.receipt}`);
  }
  expect(deps.stored()[0]?.content).toBeNull();
  const status = await askPage(deps, 'GET /r/{receipt}', { parameters });
  expect(status.body).toContain('You have withdrawn this report');
  // Whatever address of it was kept leads to the page that says so.
  for (const page of ['GET /r/{receipt}/verdict', 'GET /r/{receipt}/correct', 'GET /r/{receipt}/complaint'] as const) {
    const kept = await askPage(deps, page, { parameters });
    expect([kept.status, kept.headers['location']]).toEqual([303, `/r/${parameters.receipt}`]);
  }
});

test('a fault is a page with the number to tell us, and logs no receipt', async () => {
  const logged: unknown[] = [];
  const log = { info: () => {}, warn: () => {}, error: (...entry: unknown[]) => logged.push(entry) };
  const broken = pagesDependencies();
  const deps = pagesDependencies({ log, reports: { ...broken.reports, get: () => Promise.reject(new Error('down')) } });
  const page = await askPage(deps, 'GET /r/{receipt}', { parameters: { receipt: 'K7Q2-9MZD-4TWX-81CB' } });
  expect(page.status).toBe(500);
  expect(page.body).toContain('request-1');
  expect(JSON.stringify(logged)).not.toContain('K7Q2');
});
