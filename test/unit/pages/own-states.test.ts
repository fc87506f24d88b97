import { describe, expect, test } from 'vitest';
import type { Complaint } from '#shared/complaint/complaint.ts';
import type { ComplaintSummary } from '#shared/report/ports.ts';
import { displayReceipt } from '#shared/report/receipt.ts';
import type { ReportInput } from '#shared/report/report-input.ts';
import { takeReport } from '#shared/report/take-report.ts';
import { askPage, filledCall, reportCall, tokenIn } from '#test/support/pages/ask-page.ts';
import { pagesDependencies } from '#test/support/pages/pages-dependencies.ts';

type Deps = ReturnType<typeof pagesDependencies>;

async function report(deps: Deps, input: ReportInput): Promise<string> {
  const taken = await takeReport({ input, channel: 'api', contactProof: 'none' }, deps);
  return taken.kind === 'taken' ? displayReceipt(taken.receipt) : expect.fail(taken.kind);
}

describe('a correction leaves a time that nobody touched as it was told', () => {
  const fieldsOf = (body: string) =>
    Object.fromEntries(
      ['sender', 'date', 'time', 'token'].map((name) => [
        name,
        new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(body)?.[1] ?? '',
      ]),
    );
  const zoneIn = (body: string) =>
    /<option value="([^"]+)" selected>[^<]*<\/option>/.exec(body.slice(body.indexOf('id="zone"')))?.[1];

  test.each([
    ['an instant, of which no zone is known', {}],
    ['an instant, with a line of two zones', { line: '+1 850 555 0142' }],
    ['seconds', { line: '+1 413 555 0142', occurredAt: '2026-11-20T20:41:37-05:00' }],
  ])('%s', async (_name, over) => {
    const deps = pagesDependencies();
    const input: ReportInput = { kind: 'call', sender: '+1 202 555 0143', occurredAt: '2026-11-20T02:30:00Z', ...over };
    const receipt = await report(deps, input);
    const before = deps.stored().at(-1)?.content?.occurred;
    const page = await askPage(deps, 'GET /r/{receipt}/correct', { parameters: { receipt } });
    const zone = zoneIn(page.body);
    const form = { ...fieldsOf(page.body), topic: 'warranties', ...(zone === undefined ? {} : { zone }) };
    const saved = await askPage(deps, 'POST /r/{receipt}/correct', { parameters: { receipt }, form });
    expect(saved.status).toBe(303);
    const after = deps.stored().at(-1)?.content;
    expect(after?.input.topic).toBe('warranties');
    expect(after?.occurred).toEqual(before);
  });

  test('one that was changed counts as entered', async () => {
    const deps = pagesDependencies();
    const receipt = await reportCall(deps);
    const page = await askPage(deps, 'GET /r/{receipt}/correct', { parameters: { receipt } });
    const form = { ...fieldsOf(page.body), time: '19:05' };
    await askPage(deps, 'POST /r/{receipt}/correct', { parameters: { receipt }, form });
    expect(deps.stored().at(-1)?.content?.occurred.at).toBe('2026-11-21T00:05:00Z');
  });
});

test('a complaint without a violation is not said to be on its way', async () => {
  const deps = pagesDependencies();
  const receipt = await report(deps, {
    kind: 'call',
    sender: '+44 20 7946 0143',
    line: '+44 7700 900142',
    occurredAt: '2026-11-20',
    complain: true,
  });
  const { body } = await askPage(deps, 'GET /r/{receipt}', { parameters: { receipt } });
  expect(body).not.toContain('is being prepared');
  expect(body).toContain('nothing to complain about yet');
});

test('what became of the link is said while the complaint is still being prepared', async () => {
  const deps = pagesDependencies();
  const receipt = await reportCall(deps);
  const parameters = { receipt };
  const token = tokenIn(await askPage(deps, 'GET /r/{receipt}/complaint', { parameters }));
  const details = { name: 'Sam Doe', email: 'sam@example.com', postalAddress: '1 Example Street', region: 'MA' };
  await askPage(deps, 'POST /r/{receipt}/complaint', {
    parameters,
    form: { token, step: 'send', consent: 'yes', ...details },
  });
  const { body } = await askPage(deps, 'GET /r/{receipt}', { parameters, query: 'proof=sent' });
  expect(body).toContain('is being prepared');
  expect(body).toContain('We have sent a link');
  expect(body).toContain(`href="/r/${receipt}?proof=sent"`);
});

test('a line that takes the last violation away is no letter to agree to', async () => {
  const deps = pagesDependencies();
  const { sender: _sender, line: _line, ...withoutLine } = filledCall;
  const receipt = await reportCall(deps, { ...withoutLine, withheld: 'yes', time: '', recorded: 'no' });
  const parameters = { receipt };
  const first = await askPage(deps, 'GET /r/{receipt}/complaint', { parameters });
  const answer = await askPage(deps, 'POST /r/{receipt}/complaint', {
    parameters,
    form: {
      token: tokenIn(first),
      step: 'check',
      line: '+44 20 7946 0111',
      name: 'Sam Doe',
      email: 'sam@example.com',
      sellerName: 'Example Ltd',
    },
  });
  expect(answer.status).toBe(422);
  expect(answer.body).toContain('A complaint needs at least one possible violation');
  expect(answer.body).not.toContain('Read it before it goes');
});

describe('the page of a report with complaints', () => {
  const complaintId = 'AMNXM7ECCACX4AQ83J8XD3MPTC';
  const summary: ComplaintSummary = {
    ...{ id: complaintId, regulator: 'us-ma-ag', route: 'queue', status: 'queued' },
    ...{ reference: null, missing: [], nextStepBy: null, nextStep: 'not_known' },
  };
  const extended: Complaint = {
    ...{ kind: 'complaint', id: complaintId, reportId: '0'.repeat(64), regulator: 'us-ma-ag', route: 'queue' },
    ...{ case: 'open', delivery: 'submitted', publication: 'none', version: 1, reportRevision: 1 },
    ...{ sha256: null, missing: [], reference: null, refusalReason: null, extendedUntil: '2026-12-31' },
    ...{ withdrawalReason: null, createdAt: '2026-11-21T12:00:00Z', updatedAt: '2026-11-21T12:00:00Z', taken: [] },
    history: [{ at: '2026-11-21T12:00:00Z', event: 'extended', actor: 'regulator', version: 1, until: '2026-12-31' }],
    edit: 1,
    outbox: { since: '2026-11-21T12:00:00Z', sentVersion: 1, sends: 1, sendAfter: '2026-11-21T12:00:00Z' },
  };
  const statusPage = async (deps: Deps, receipt: string) =>
    (await askPage(deps, 'GET /r/{receipt}', { parameters: { receipt } })).body;
  const asked = { kind: 'call', sender: '+1 202 555 0143', occurredAt: '2026-11-20', complain: true } as const;

  test('writes the day that a regulator named as a day', async () => {
    const deps = pagesDependencies({ complaintStore: { getAll: async () => [extended] } });
    const body = await statusPage(deps, await report(deps, asked));
    expect(body).toContain('The regulator said: by December 31, 2026.');
    expect(body).not.toContain('2026-12-31');
  });

  test('says of a withdrawn report at once that what no regulator has is withdrawn', async () => {
    const deps = pagesDependencies({ complaints: { complaintsOf: async () => [summary] } });
    const receipt = await report(deps, asked);
    expect(await statusPage(deps, receipt)).toContain('Waits for the regulator to fetch it');
    const parameters = { receipt };
    const token = tokenIn(await askPage(deps, 'GET /r/{receipt}/withdraw', { parameters }));
    await askPage(deps, 'POST /r/{receipt}/withdraw', { parameters, form: { token } });
    expect(await statusPage(deps, receipt)).not.toContain('Waits for the regulator to fetch it');
  });
});
