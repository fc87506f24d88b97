import { beforeEach, expect, test } from 'vitest';
import { createHandler as createFollow } from '#functions/follow-report/handler.ts';
import { createHandler as createTake } from '#functions/take-report/handler.ts';
import { httpEvent, jsonOf } from '#test/support/http-event.ts';
import { takeDependencies } from '#test/support/take-dependencies.ts';

const call = {
  kind: 'call',
  sender: '(800) 275-2273',
  line: '+1 413 555 0142',
  occurredAt: '2026-11-20T20:41:00-05:00',
};

let deps: ReturnType<typeof takeDependencies>;
let receipt: string;

beforeEach(async () => {
  deps = takeDependencies();
  const taken = await createTake(deps)(httpEvent({ route: 'POST /v1/reports', body: JSON.stringify(call) }));
  receipt = jsonOf(taken).receipt;
});

const get = (code = receipt) =>
  createFollow(deps)(httpEvent({ route: 'GET /v1/reports/{receipt}', parameters: { receipt: code } }));
const remove = (code = receipt) =>
  createFollow(deps)(httpEvent({ route: 'DELETE /v1/reports/{receipt}', parameters: { receipt: code } }));
const patch = (body: unknown, type = 'application/merge-patch+json') =>
  createFollow(deps)(
    httpEvent({
      route: 'PATCH /v1/reports/{receipt}',
      parameters: { receipt },
      body: JSON.stringify(body),
      headers: { 'content-type': type },
    }),
  );
const verdict = (view: { findings: { rule: string; verdict: string }[] }, rule: string) =>
  view.findings.find((finding) => finding.rule === rule)?.verdict;

test('a receipt in any spelling opens the report', async () => {
  expect(jsonOf(await get(receipt.toLowerCase().replaceAll('-', '')))).toMatchObject({ receipt, status: 'received' });
});

test.each(['0000-0000-0000-0000', 'nonsense', '', '../../etc/passwd', 'x'.repeat(5000), '%00'])(
  'one answer for every receipt that opens nothing (case %#)',
  async (code) => {
    const [answer, unknown] = await Promise.all([get(code), get('1111-1111-1111-1111')]);
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toBe(unknown.body);
  },
);

test('the answer to a question decides the finding that asked it', async () => {
  const before = jsonOf(await get());
  expect(verdict(before, 'US-DNC-REG')).toBe('undetermined');
  const after = jsonOf(await patch({ purpose: 'sale', registeredSince: '2019-03-01', relationship: 'none' }));
  expect(verdict(after, 'US-DNC-REG')).toBe('violation');
  expect(deps.stored()[0]).toMatchObject({ revision: 2 });
});

test('null takes a field back', async () => {
  await patch({ purpose: 'sale' });
  await patch({ purpose: null });
  expect(deps.stored()[0]?.content?.input).not.toHaveProperty('purpose');
});

test('a corrected sender moves the report to another subject and remembers the first', async () => {
  const [first] = deps.stored();
  await patch({ sender: '202 555 0143' });
  const [second] = deps.stored();
  expect(second?.subjectId).not.toBe(first?.subjectId);
  expect(second?.pastSubjectIds).toEqual([first?.subjectId]);
  await patch({ sender: call.sender });
  expect(deps.stored()[0]?.subjectId).toBe(first?.subjectId);
  expect(deps.stored()[0]?.pastSubjectIds).toEqual([second?.subjectId]);
});

test.each([
  [{ kind: null }, '/kind'],
  [{ reporter: 'me' }, '/reporter'],
  [{ sender: '911' }, '/sender'],
  [{ complainant: { shoeSize: 44 } }, '/complainant/shoeSize'],
  [{ lastDelt: null }, '/lastDelt'],
  [{ complainant: { name: 'Ada Moore', shoeSize: null } }, '/complainant/shoeSize'],
  [[], ''],
  ['x', ''],
])('a patch that leaves no report is refused, and the report stays as it was (case %#)', async (body, pointer) => {
  const result = await patch(body);
  expect(result.statusCode).toBe(400);
  expect(jsonOf(result).errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  expect(deps.stored()[0]).toMatchObject({ revision: 1 });
});

test('a patch of another type is refused', async () => {
  expect((await patch({}, 'text/plain')).statusCode).toBe(415);
});

test('a withdrawn report shows nothing of what it held; withdrawing again is the same', async () => {
  expect((await remove()).statusCode).toBe(204);
  expect((await remove()).statusCode).toBe(204);
  expect(jsonOf(await get())).toMatchObject({ receipt, status: 'withdrawn', sender: null, line: null, findings: [] });
  expect(JSON.stringify(deps.stored())).not.toMatch(/8002752273|4135550142/);
  expect(deps.stored()[0]).toMatchObject({ revision: 2, content: null, reporter: null, subjectId: null });
});

test('a withdrawn report cannot be corrected, and an unknown one not withdrawn', async () => {
  await remove();
  expect((await patch({ purpose: 'sale' })).statusCode).toBe(409);
  expect((await remove('0000-0000-0000-0000')).statusCode).toBe(404);
});

test('two corrections at once both count', async () => {
  await Promise.all([patch({ purpose: 'sale' }), patch({ recorded: true })]);
  expect(deps.stored()[0]).toMatchObject({ revision: 3, content: { input: { purpose: 'sale', recorded: true } } });
});

test('the status is the furthest of the complaints', async () => {
  const complaint = (status: 'queued' | 'acknowledged' | 'refused' | 'incomplete') => ({
    id: status,
    regulator: 'us-ftc',
    route: 'queue' as const,
    status,
    reference: null,
    missing: [],
    nextStepBy: null,
    nextStep: 'not_known',
  });
  await patch({ complain: true });
  const statusWith = async (...complaints: ReturnType<typeof complaint>[]) => {
    const reader = { complaintsOf: async () => complaints };
    const view = await createFollow({ ...deps, complaints: reader })(
      httpEvent({ route: 'GET /v1/reports/{receipt}', parameters: { receipt } }),
    );
    return jsonOf(view).status;
  };
  expect(await statusWith(complaint('queued'), complaint('acknowledged'))).toBe('acknowledged');
  expect(await statusWith(complaint('queued'), complaint('refused'))).toBe('complaint_queued');
  expect(await statusWith(complaint('refused'), complaint('refused'))).toBe('refused');
  expect(await statusWith(complaint('incomplete'))).toBe('received');
});

test('a letter is plain text for a download; a complaint of another report is not found', async () => {
  const letters = {
    complaintOf: async (_report: string, id: string) =>
      id === 'c1'
        ? { id, regulator: 'us-ftc', letter: 'Dear …', regulatorPage: 'https://example.org', steps: [] }
        : null,
  };
  const read = (route: string, id: string) =>
    createFollow({ ...deps, letters })(httpEvent({ route, parameters: { receipt, id } }));
  const letter = await read('GET /v1/reports/{receipt}/complaints/{id}/letter.txt', 'c1');
  expect(letter).toMatchObject({ statusCode: 200, body: 'Dear …' });
  expect(letter.headers).toHaveProperty('content-type', 'text/plain; charset=utf-8');
  expect(jsonOf(await read('GET /v1/reports/{receipt}/complaints/{id}', 'c1'))).toMatchObject({ id: 'c1' });
  expect((await read('GET /v1/reports/{receipt}/complaints/{id}', 'c2')).statusCode).toBe(404);
});

test('a report that others change under every try is a conflict, not a fault', async () => {
  const replace = async () => ({ kind: 'conflict' }) as const;
  const contested = createFollow({ ...deps, reports: { ...deps.reports, replace } });
  const send = (method: string) =>
    contested(
      httpEvent({
        route: `${method} /v1/reports/{receipt}`,
        parameters: { receipt },
        body: JSON.stringify({ purpose: 'sale' }),
      }),
    );
  expect((await send('PATCH')).statusCode).toBe(409);
  expect((await send('DELETE')).statusCode).toBe(409);
});
