import { describe, expect, test } from 'vitest';
import { languages } from '#shared/intake/language.ts';
import { askPage, filledCall, receiptIn, reportCall, tokenIn } from '#test/support/pages/ask-page.ts';
import { pagesDependencies } from '#test/support/pages/pages-dependencies.ts';

const linksOf = (body: string) => [...body.matchAll(/<li><a href="#(\w+)">/g)].map((match) => match[1]);

async function sendCall(form: Readonly<Record<string, string>>, deps = pagesDependencies(), headers = {}) {
  const token = tokenIn(await askPage(deps, 'GET /call'));
  return askPage(deps, 'POST /call', { form: { token, ...form }, headers });
}

describe('a call through the form', () => {
  test('is taken on the web channel and leads to the verdict', async () => {
    const deps = pagesDependencies();
    const answer = await sendCall(filledCall, deps);
    expect(answer.status).toBe(303);
    expect(answer.headers['location']).toMatch(/^\/r\/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}\/verdict$/);
    expect(deps.stored()).toHaveLength(1);
    expect(deps.stored()[0]).toMatchObject({
      channel: 'web',
      content: { occurred: { at: '2026-11-21T01:41:00Z', timeKnown: true }, line: { e164: '+14135550142' } },
    });
  });

  test.each([
    ['nothing', {}, ['sender', 'date']],
    ['a name instead of a number', { ...filledCall, sender: 'my bank' }, ['sender']],
    ['an emergency number', { ...filledCall, sender: '911' }, ['sender']],
    ['a number and none', { ...filledCall, withheld: 'yes' }, ['sender']],
    ['too long a number', { ...filledCall, sender: '1'.repeat(300) }, ['sender']],
    ['letters of another alphabet', { ...filledCall, sender: 'Пример' }, ['sender']],
    ['an impossible date', { ...filledCall, date: '2026-02-30' }, ['date']],
    ['a date in other words', { ...filledCall, date: '20.11.2026' }, ['date']],
    ['a date ahead', { ...filledCall, date: '2027-11-20' }, ['date']],
    ['a date long ago', { ...filledCall, date: '1989-12-31' }, ['date']],
    ['an impossible time', { ...filledCall, time: '25:00' }, ['time']],
    ['a line that is none', { ...filledCall, line: 'hello', time: '' }, ['line']],
    ['too long a name', { ...filledCall, callerName: 'a'.repeat(201) }, ['callerName']],
    ['control characters', { ...filledCall, sellerName: 'a\u202eb' }, ['sellerName']],
    ['an impossible day of asking', { ...filledCall, askedToStopOn: '2026-13-01' }, ['askedToStopOn']],
    ['a day of asking ahead', { ...filledCall, askedToStopOn: '2028-01-01' }, ['askedToStopOn']],
    ['everything wrong at once', { sender: 'x', date: 'y', time: 'z', line: '!' }, ['sender', 'date', 'time', 'line']],
    [
      'too much beside it',
      { sender: '1'.repeat(300), date: 'y', time: 'z', line: '!' },
      ['sender', 'date', 'time', 'line'],
    ],
  ])('with %s is told what to do about it, keeps the answers, and is not taken', async (_what, form, fields) => {
    const deps = pagesDependencies();
    for (const language of languages) {
      const answer = await sendCall(form, deps, { cookie: `language=${language}` });
      expect(answer.status).toBe(422);
      expect(linksOf(answer.body)).toEqual(fields);
      for (const field of fields) {
        expect(answer.body).toContain(`id="${field}-error"`);
        expect(answer.body).toMatch(
          new RegExp(`id="${field}"[^>]*aria-describedby="[^"]*${field}-error[^"]*" aria-invalid="true"`),
        );
      }
      for (const value of Object.values(form).filter((text) => /^[\w :+()-]+$/.test(text))) {
        expect(answer.body).toContain(value);
      }
    }
    expect(deps.stored()).toEqual([]);
  });

  test('asks for the zone only where the line leaves several', async () => {
    const far = { ...filledCall, line: '+1 615 555 0142', sender: '2025550143' };
    const kentucky = { ...far, line: '+1 270 555 0142' };
    const deps = pagesDependencies();
    const first = await sendCall(filledCall, deps);
    expect(first.status).toBe(303);
    const second = await sendCall({ ...kentucky, line: '' }, deps);
    expect(second.status).toBe(422);
    expect(linksOf(second.body)).toEqual(['zone']);
    const third = await sendCall({ ...kentucky, line: '', zone: 'America/Chicago' }, deps);
    expect(third.status).toBe(303);
    expect(deps.stored().at(-1)?.content?.occurred.at).toBe('2026-11-21T02:41:00Z');
  });

  test('sent twice makes one report', async () => {
    const deps = pagesDependencies();
    const token = tokenIn(await askPage(deps, 'GET /call'));
    const answers = await Promise.all(
      [1, 2, 3].map(() => askPage(deps, 'POST /call', { form: { ...filledCall, token } })),
    );
    expect(new Set(answers.map(receiptIn)).size).toBe(1);
    expect(deps.stored()).toHaveLength(1);
  });

  test('sent again with other answers shows the way to the report that was sent, and a new form', async () => {
    const deps = pagesDependencies();
    const token = tokenIn(await askPage(deps, 'GET /call'));
    const sent = await askPage(deps, 'POST /call', { form: { ...filledCall, token } });
    const again = await askPage(deps, 'POST /call', { form: { ...filledCall, sender: '2025550199', token } });
    expect(again.status).toBe(422);
    expect(again.body).toContain(`href="/r/${receiptIn(sent)}"`);
    expect(tokenIn(again)).not.toBe(token);
    const other = await askPage(deps, 'POST /call', {
      form: { ...filledCall, sender: '2025550199', token: tokenIn(again) },
    });
    expect(other.status).toBe(303);
    expect(deps.stored()).toHaveLength(2);
  });

  test.each(['', 'forged', 'a.b.c'])('with the token "%s" is not taken, but kept', async (token) => {
    const deps = pagesDependencies();
    const answer = await askPage(deps, 'POST /call', { form: { ...filledCall, token } });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('(202) 555-0143');
    expect(tokenIn(answer)).not.toBe(token);
    expect(deps.stored()).toEqual([]);
  });

  test('with an expired token is not taken, but kept, and can be sent from there', async () => {
    let now = new Date('2026-11-20T12:00:00Z');
    const deps = pagesDependencies({ clock: () => now });
    const token = tokenIn(await askPage(deps, 'GET /call'));
    now = new Date('2026-11-21T12:01:00Z');
    const late = await askPage(deps, 'POST /call', { form: { ...filledCall, token } });
    expect(late.status).toBe(422);
    expect(late.body).toContain('open for more than a day');
    expect((await askPage(deps, 'POST /call', { form: { ...filledCall, token: tokenIn(late) } })).status).toBe(303);
  });

  test('in another language comes back with its answers and is not taken', async () => {
    const deps = pagesDependencies();
    const answer = await sendCall({ ...filledCall, language: 'ru' }, deps);
    expect(answer.status).toBe(200);
    expect(answer.headers['set-cookie']).toMatch(/^language=ru;.*SameSite=Lax; HttpOnly$/);
    expect(answer.body).toContain('lang="ru"');
    expect(answer.body).toContain('value="(202) 555-0143"');
    expect(deps.stored()).toEqual([]);
  });

  test.each([{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }])(
    'from another site is refused: %j',
    async (headers) => {
      const deps = pagesDependencies();
      expect((await sendCall(filledCall, deps, headers)).status).toBe(403);
      expect(deps.stored()).toEqual([]);
    },
  );

  test('too large is refused with a page', async () => {
    const answer = await sendCall({ ...filledCall, callerName: 'a'.repeat(70_000) });
    expect(answer.status).toBe(413);
    expect(answer.headers['content-type']).toContain('text/html');
  });
});

test('a text needs its words, and takes a name as sender', async () => {
  const deps = pagesDependencies();
  const token = tokenIn(await askPage(deps, 'GET /text'));
  const form = { token, sender: 'VM-EXMPLE', date: '2026-11-20' };
  const empty = await askPage(deps, 'POST /text', { form });
  expect(linksOf(empty.body)).toEqual(['text']);
  expect((await askPage(deps, 'POST /text', { form: { ...form, text: 'a'.repeat(1601) } })).body).toContain('1,600');
  expect((await askPage(deps, 'POST /text', { form: { ...form, text: 'Win a prize' } })).status).toBe(303);
  expect(deps.stored()[0]?.content).toMatchObject({ sender: { type: 'alphanumeric' }, input: { text: 'Win a prize' } });
});

test('what was answered with "I do not know" is not asked again', async () => {
  const deps = pagesDependencies();
  const token = tokenIn(await askPage(deps, 'GET /call'));
  const sent = await askPage(deps, 'POST /call', { form: { ...filledCall, recorded: 'unknown', token } });
  expect(sent.headers['location']).toMatch(/\?skip=recorded$/);
  const verdict = await askPage(deps, 'GET /r/{receipt}/verdict', {
    parameters: { receipt: receiptIn(sent) },
    query: 'skip=recorded',
  });
  expect(verdict.body).not.toContain('name="question" value="recorded"');
  expect(verdict.body).toContain('name="question" value="registeredSince"');
});

test('an answer on the verdict decides more', async () => {
  const deps = pagesDependencies();
  const receipt = await reportCall(deps);
  const parameters = { receipt };
  const page = await askPage(deps, 'GET /r/{receipt}/verdict', { parameters });
  expect(page.body).toContain('This may have broken 3 rules');
  const form = { token: tokenIn(page), question: 'registeredSince', skip: '' };
  const wrong = await askPage(deps, 'POST /r/{receipt}/answer', {
    parameters,
    form: { ...form, registeredSince: '2030-01-01' },
  });
  expect(wrong.status).toBe(422);
  expect(linksOf(wrong.body)).toEqual(['registeredSince']);
  const registeredSince = '2019-03-01';
  // What confirms the day is asked for once, before a complaint.
  expect(page.body).toContain('id="registeredSince"');
  expect(page.body).not.toContain('registryConfirmation');
  const right = await askPage(deps, 'POST /r/{receipt}/answer', { parameters, form: { ...form, registeredSince } });
  expect(deps.stored()[0]?.content?.input).toMatchObject({ registeredSince });
  expect(right.headers['location']).toBe(`/r/${receipt}/verdict`);
  expect((await askPage(deps, 'GET /r/{receipt}/verdict', { parameters })).body).toContain('broken 5 rules');
});
