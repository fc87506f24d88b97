import { describe, expect, test } from 'vitest';
import { decideDispute } from '#shared/subject/disputes/decide-dispute.ts';
import { disputeId } from '#shared/subject/disputes/file-dispute.ts';
import { askPage, tokenIn } from '#test/support/pages/ask-page.ts';
import { pagesDependencies } from '#test/support/pages/pages-dependencies.ts';

const filled = {
  sender: '+1 202 555 0143',
  ground: 'forged',
  statement: 'This number has been mine since 2001.',
  email: 'sam@example.com',
};

type Pages = ReturnType<typeof pagesDependencies>;

async function send(deps: Pages, form: Readonly<Record<string, string>>, token?: string) {
  return askPage(deps, 'POST /contest', {
    form: { ...form, token: token ?? tokenIn(await askPage(deps, 'GET /contest')) },
  });
}

const referenceIn = ({ headers }: { readonly headers: Readonly<Record<string, string>> }) =>
  /^\/contest\/([0-9A-Z-]{19})$/.exec(headers['location'] ?? '')?.[1] ?? '';

test('the owner of a number contests its listing, and sees by the reference what became of it', async () => {
  const deps = pagesDependencies();
  const answer = await send(deps, filled);
  expect(answer.status).toBe(303);
  const reference = referenceIn(answer);
  const page = () => askPage(deps, 'GET /contest/{reference}', { parameters: { reference } });
  expect((await page()).body).toContain('waits for a person');
  expect((await page()).headers['x-robots-tag']).toBe('noindex');
  const id = disputeId(deps.referenceHash, reference.replaceAll('-', ''));
  await decideDispute(
    { id, state: 'accepted', answer: 'We <b>agree</b>.' },
    { disputes: deps.disputes, marks: { markDisputed: async () => {} }, clock: deps.clock },
  );
  const decided = await page();
  expect(decided.body).toContain('marked as disputed');
  expect(decided.body).toContain('We &lt;b&gt;agree&lt;/b&gt;.');
});

test('what was written is not shown again to whoever has the reference', async () => {
  const deps = pagesDependencies();
  const reference = referenceIn(await send(deps, filled));
  const { body } = await askPage(deps, 'GET /contest/{reference}', { parameters: { reference } });
  expect(body).not.toContain('sam@example.com');
  expect(body).not.toContain('since 2001');
});

test('sending the form twice makes one dispute; with other words it is refused, with the way to the first', async () => {
  const deps = pagesDependencies();
  const token = tokenIn(await askPage(deps, 'GET /contest'));
  const first = referenceIn(await send(deps, filled, token));
  expect(referenceIn(await send(deps, filled, token))).toBe(first);
  const other = await send(deps, { ...filled, statement: 'Other words.' }, token);
  expect(other.status).toBe(422);
  expect(other.body).toContain(`/contest/${first}`);
});

describe('what is wrong is told beside its field, and everything is kept', () => {
  test.each([
    ['sender', ''],
    ['sender', '‮0143 555 202'],
    ['ground', 'because'],
    ['statement', ''],
    ['statement', 'x'.repeat(1601)],
    ['email', ''],
    ['email', 'sam'],
    ['email', 'sam@example.com, mallory@example.com'],
    ['email', '\u001b[2J\u001b]8@b.c'],
    ['email', '\u202esam@example.com'],
    ['email', `${'x'.repeat(250)}@example.com`],
  ])('%s: %j', async (field, value) => {
    const answer = await send(pagesDependencies(), { ...filled, [field]: value });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(`<a href="#${field}">`);
    expect(answer.body).toContain(`id="${field}-error"`);
    if (field !== 'statement') {
      expect(answer.body).toContain(filled.statement);
    }
    // Nothing is asked for that the form has no field for.
    expect(answer.body).not.toContain('postal');
  });
});

test('an unknown reference gets the page of every unknown address', async () => {
  const ask = (reference: string) =>
    askPage(pagesDependencies(), 'GET /contest/{reference}', { parameters: { reference } });
  const unknown = await ask('K7Q2-9MZD-4TWX-81CB');
  expect(unknown.status).toBe(404);
  expect((await ask('%2e%2e')).body).toBe(unknown.body);
});
