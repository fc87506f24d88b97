import { expect, test } from 'vitest';
import type { ComplaintSummary } from '#shared/report/ports.ts';
import { askPage, filledCall, reportCall, tokenIn } from '#test/support/pages/ask-page.ts';
import { pagesDependencies } from '#test/support/pages/pages-dependencies.ts';
import { proofLinks } from '#test/support/pages/proof-links.ts';
import { takeDependencies } from '#test/support/take-dependencies.ts';

const waiting: ComplaintSummary = {
  id: 'FMNXM7ECCACX4AQ83J8XD3MPTC',
  regulator: 'us-ma-ag',
  route: 'queue',
  status: 'incomplete',
  reference: null,
  missing: ['/contactProof'],
  nextStepBy: null,
  nextStep: 'not_known',
};

const details = { name: 'Sam Doe', email: 'sam@example.com', postalAddress: '1 Example Street', region: 'MA' };

function world() {
  const taking = takeDependencies();
  const links = proofLinks(taking, true);
  const deps = pagesDependencies({
    ...taking,
    requireContactProof: true,
    proofs: links.proofs,
    queueRegulators: new Set(['us-ma-ag']),
    complaints: { complaintsOf: async () => [waiting] },
  });
  return { deps, mailed: links.mailed };
}

/** Reports a call and complains about it; where the browser is sent then. */
async function complain({ deps }: ReturnType<typeof world>, headers: Record<string, string> = {}) {
  const receipt = await reportCall(deps, filledCall);
  const parameters = { receipt };
  const token = tokenIn(await askPage(deps, 'GET /r/{receipt}/complaint', { parameters }));
  const answer = await askPage(deps, 'POST /r/{receipt}/complaint', {
    parameters,
    headers,
    form: { token, step: 'send', consent: 'yes', ...details },
  });
  return { receipt, location: answer.headers['location'] ?? '' };
}

test('with the complaint the link is sent, and the page of the report says so', async () => {
  const here = world();
  const { receipt, location } = await complain(here);
  expect(location).toBe(`/r/${receipt}?proof=sent`);
  expect(here.mailed()).toHaveLength(1);
  const page = await askPage(here.deps, 'GET /r/{receipt}', { parameters: { receipt }, query: 'proof=sent' });
  expect(page.body).toContain('We have sent a link');
  expect(page.body).toContain(`action="/r/${receipt}/proof"`);
});

test('the mail is written in the language of the pages', async () => {
  const here = world();
  await complain(here, { 'accept-language': 'ru' });
  expect(here.deps.stored().at(-1)?.content?.input.locale).toBe('ru');
});

test('looking at the link does nothing, its button confirms, and a second time says so', async () => {
  const here = world();
  await complain(here);
  const parameters = { token: here.mailed()[0] ?? '' };
  const link = await askPage(here.deps, 'GET /r/proof/{token}', { parameters });
  expect(link.status).toBe(200);
  expect(link.headers['x-robots-tag']).toBe('noindex');
  for (const secret of [details.name, details.email, '555', filledCall.line]) {
    expect(link.body).not.toContain(secret);
  }
  expect(here.deps.stored().at(-1)?.contactProof).toBe('none');
  const confirmed = await askPage(here.deps, 'POST /r/proof/{token}', { parameters, form: {} });
  expect(confirmed.body).toContain('Your address is confirmed');
  expect(here.deps.stored().at(-1)?.contactProof).toBe('email');
  const again = await askPage(here.deps, 'POST /r/proof/{token}', { parameters, form: {} });
  expect([again.status, again.body.includes('confirmed before')]).toEqual([200, true]);
});

test('the link can be sent again, three times a day', async () => {
  const here = world();
  const { receipt } = await complain(here);
  const parameters = { receipt };
  const send = async () => {
    const token = tokenIn(await askPage(here.deps, 'GET /r/{receipt}', { parameters }));
    return (await askPage(here.deps, 'POST /r/{receipt}/proof', { parameters, form: { token } })).headers['location'];
  };
  expect([await send(), await send(), await send()]).toEqual([
    `/r/${receipt}?proof=sent`,
    `/r/${receipt}?proof=sent`,
    `/r/${receipt}?proof=too_many`,
  ]);
  expect(here.mailed()).toHaveLength(3);
});

test('without its token the form sends nothing', async () => {
  const here = world();
  const { receipt } = await complain(here);
  const answer = await askPage(here.deps, 'POST /r/{receipt}/proof', { parameters: { receipt }, form: { token: 'x' } });
  expect(answer.headers['location']).toBe(`/r/${receipt}`);
  expect(here.mailed()).toHaveLength(1);
});

test.each(['', 'x', 'A'.repeat(48), '../../etc'])('T14: %j opens nothing', async (token) => {
  const page = await askPage(world().deps, 'GET /r/proof/{token}', { parameters: { token } });
  expect(page.status).toBe(404);
  expect(page.body).not.toContain('<form method="post" action="/r/proof');
});
