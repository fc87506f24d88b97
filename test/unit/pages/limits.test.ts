import { describe, expect, test } from 'vitest';
import { busyHeader } from '#shared/http/busy-header.ts';
import { checkFields } from '#shared/http/form-checks.ts';
import { type Language, languages } from '#shared/intake/language.ts';
import { checks, errors } from '#shared/pages/messages/groups.ts';
import { createLineAllowance } from '#shared/report/allowance/line-allowance.ts';
import { memoryTally } from '#test/support/allowance/memory-tally.ts';
import { fortyCalls } from '#test/support/call-logs/sample-logs.ts';
import { solveChallenge } from '#test/support/http/solve-challenge.ts';
import { askPage, filledCall, receiptIn, type SeenPage, tokenIn } from '#test/support/pages/ask-page.ts';
import { follow, hiddenIn, logWorld, openLog, sendList } from '#test/support/pages/log-visit.ts';
import { pagesDependencies } from '#test/support/pages/pages-dependencies.ts';

const formChecks = { hastySeconds: 3, proofBits: 6, waitSeconds: 20 };
const busy = { [busyHeader]: '1' };
const trapped = { [checkFields.trap]: 'https://buy.example' };

const forms = {
  call: filledCall,
  text: { sender: 'VM-EXMPLE', date: '2026-11-20', text: 'Win a prize' },
  contest: { sender: '+1 202 555 0143', ground: 'forged', statement: 'It is mine.', email: 'sam@example.com' },
} as const;
type Form = keyof typeof forms;

/** One form that was shown a while ago, and what comes of sending it. */
async function opened(form: Form = 'call', { after = 60 } = {}) {
  let now = new Date('2026-11-21T12:00:00Z');
  const wait = (seconds: number) => {
    now = new Date(now.getTime() + seconds * 1000);
  };
  const deps = pagesDependencies({ clock: () => now, formChecks });
  const token = tokenIn(await askPage(deps, `GET /${form}`));
  wait(after);
  const send = (more: Readonly<Record<string, string>> = {}, headers: Readonly<Record<string, string>> = {}) =>
    askPage(deps, `POST /${form}`, { form: { ...forms[form], token, ...more }, headers });
  return { deps, token, wait, send };
}

/** The challenge of a page that asks. */
function askedOn({ body }: SeenPage) {
  const found = /name="challenge" value="([^"]+)" data-bits="(\d+)" data-wait="(\d+)"/.exec(body);
  return { challenge: found?.[1] ?? '', bits: Number(found?.[2]), wait: Number(found?.[3]) };
}

const answerTo = (page: SeenPage) => {
  const { challenge, bits } = askedOn(page);
  return { challenge, proof: solveChallenge(challenge, bits) };
};

/** A page without what is another each time. */
const alike = ({ status, body }: SeenPage) => ({
  status,
  body: body.replaceAll(/name="(token|challenge|homepage)" value="[^"]*"/g, '$1').replaceAll('https://buy.example', ''),
});

describe.each(Object.keys(forms) as Form[])('the form /%s', (form) => {
  test('of a person who takes a moment is taken, with no word of checks', async () => {
    const { deps, send } = await opened(form);
    expect((await askPage(deps, `GET /${form}`)).body).not.toContain('data-bits');
    expect((await send()).status).toBe(303);
  });

  test.each([
    ['with the field that nobody sees', 60, trapped, {}],
    ['sent sooner than anybody types', 1, {}, {}],
    ['from an address that the edge marked', 60, {}, busy],
  ])('%s is not taken, but comes back with everything and a challenge', async (_why, after, more, headers) => {
    const { token, send, deps } = await opened(form, { after });
    const page = await send(more, headers);
    expect(page.status).toBe(422);
    expect(askedOn(page)).toEqual({ challenge: expect.stringMatching(/^[\w.-]+$/), bits: 6, wait: 20 });
    expect(tokenIn(page)).toBe(token);
    for (const value of Object.values(forms[form])) {
      expect(page.body).toContain(value);
    }
    expect(page.body).toContain('again in 20 seconds');
    expect(deps.stored()).toEqual([]);
    // Solved by the script of the page: taken.
    expect((await send({ ...more, ...answerTo(page) }, headers)).status).toBe(303);
  });

  test('has a trap that neither the tab key nor a screen reader meets', async () => {
    const { body } = await askPage((await opened(form)).deps, `GET /${form}`);
    expect(body).toMatch(
      /<div class="hidden" aria-hidden="true"><label>Leave this field empty <input name="homepage" value="" tabindex="-1" autocomplete="off"><\/label><\/div>/,
    );
  });
});

describe('a form that asks', () => {
  test('tells a machine nothing of why', async () => {
    const pages = await Promise.all([
      (await opened()).send(trapped),
      (await opened()).send({}, busy),
      (await opened('call', { after: 1 })).send(),
    ]);
    expect(alike(pages[0] ?? pages[1])).toEqual(alike(pages[1]));
    expect(alike(pages[2])).toEqual(alike(pages[1]));
  });

  test('keeps its challenge and counts down; without scripts it is taken after the wait', async () => {
    const { wait, send, deps } = await opened();
    const { challenge } = askedOn(await send({}, busy));
    wait(5);
    const early = await send({ challenge, proof: '' }, busy);
    expect(askedOn(early)).toEqual({ challenge, bits: 6, wait: 15 });
    expect(early.body).toContain('again in 15 seconds');
    wait(15);
    expect((await send({ challenge, proof: '' }, busy)).status).toBe(303);
    expect(deps.stored()).toHaveLength(1);
  });

  test.each([
    ['no number', 'x'],
    ['too long', '0'.repeat(17)],
    ['a page', '<script>'],
  ])('takes no wrong proof: %s', async (_what, proof) => {
    const { send, deps } = await opened();
    const { challenge } = askedOn(await send({}, busy));
    const page = await send({ challenge, proof }, busy);
    expect(page.status).toBe(422);
    expect(page.body).not.toContain('<script>');
    expect(deps.stored()).toEqual([]);
  });

  test('takes no proof of another form, of another hour, and asks anew', async () => {
    const { wait, send, deps } = await opened();
    const good = answerTo(await send({}, busy));
    const token = tokenIn(await askPage(deps, 'GET /call'));
    const elsewhere = await send({ ...good, token }, busy);
    expect(askedOn(elsewhere).challenge).not.toBe(good.challenge);
    wait(3601);
    const late = await send(good, busy);
    expect(late.status).toBe(422);
    expect(askedOn(late).challenge).not.toBe(good.challenge);
    expect(deps.stored()).toEqual([]);
    expect((await send(answerTo(late), busy)).status).toBe(303);
  });

  test('a proof makes one report however often it is sent', async () => {
    const { send, deps } = await opened();
    const good = answerTo(await send({}, busy));
    const [first, second] = [await send(good, busy), await send(good, busy)];
    expect(receiptIn(second)).toBe(receiptIn(first));
    const other = await send({ ...good, sender: '2025550199' }, busy);
    expect(other.status).toBe(422);
    expect(deps.stored()).toHaveLength(1);
    const again = await send({ ...good, sender: '2025550199', token: tokenIn(other) }, busy);
    expect(askedOn(again).challenge).not.toBe(good.challenge);
    expect(deps.stored()).toHaveLength(1);
  });

  test('is mended first; what was solved holds for what was mended, and in another language', async () => {
    const { send, deps } = await opened();
    const wrong = await send({ date: '2026-02-30' }, busy);
    expect(wrong.body).toContain('id="date-error"');
    expect(wrong.body).not.toContain('data-bits');
    const good = answerTo(await send({}, busy));
    for (const page of [
      await send({ ...good, date: '2026-02-30' }, busy),
      await send({ ...good, language: 'de' }, busy),
    ]) {
      expect(hiddenIn(page)).toMatchObject(good);
      expect(page.body).not.toContain('data-bits');
    }
    expect(deps.stored()).toEqual([]);
    expect((await send(good, busy)).status).toBe(303);
  });

  test.each(languages)('says so in %s, in the right plural', async (language) => {
    for (const seconds of [20, 2, 1]) {
      const { send, wait } = await opened();
      const { challenge } = askedOn(await send({}, busy));
      wait(20 - seconds);
      const { body } = await send({ challenge }, { ...busy, cookie: `language=${language}` });
      expect(body).toContain(checks[language].notYet);
      expect(body).toContain(checks[language].again(seconds));
      expect(body).toMatch(/<div class="panel ask" role="status" tabindex="-1" autofocus>/);
    }
  });
});

describe('a line that has made its reports of today', () => {
  const clock = () => new Date('2026-11-21T12:00:00Z');
  const limited = (perDay: number) => ({
    allowance: createLineAllowance({ tally: memoryTally(), perDay, clock, choose: () => 7 }),
  });
  const sendCall = async (deps: ReturnType<typeof pagesDependencies>, more: Record<string, string>, language = 'en') =>
    askPage(deps, 'POST /call', {
      form: { ...filledCall, token: tokenIn(await askPage(deps, 'GET /call')), ...more },
      headers: { cookie: `language=${language}` },
    });

  test.each(languages)('is told in %s when to come again, and keeps every answer', async (language: Language) => {
    const deps = pagesDependencies({ clock, ...limited(1) });
    const token = tokenIn(await askPage(deps, 'GET /call'));
    const first = await sendCall(deps, { token });
    const page = await sendCall(deps, { sender: '2025550199' }, language);
    expect(page.status).toBe(429);
    expect(page.headers['retry-after']).toBe(String(12 * 3600));
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain(errors[language].usedUp(12));
    expect(page.body).toContain('value="2025550199"');
    expect(page.body).toContain('value="+1 413 555 0142"');
    // What was taken before is answered as before; another line is free.
    expect(receiptIn(await sendCall(deps, { token }, language))).toBe(receiptIn(first));
    expect((await sendCall(deps, { line: '+1 413 555 0143' }, language)).status).toBe(303);
    expect(deps.stored()).toHaveLength(2);
  });

  async function chosenOf(perDay: number) {
    const world = logWorld({ clock, ...limited(perDay) });
    const id = await openLog(world.deps);
    await world.put(id, fortyCalls());
    const page = await askPage(world.deps, 'GET /log/{id}', { parameters: { id } });
    const facts = await sendList(world.deps, id, page, 'facts', [1, 2, 3, 4, 5, 6]);
    const form: Record<string, string> = { ...hiddenIn(facts), purpose: 'sale' };
    const answer = await askPage(world.deps, 'POST /log/{id}/reports', { parameters: { id }, form });
    return { ...world, answer, form };
  }

  test('gets receipts for those calls of a log that had room; the log stays for the others', async () => {
    const { deps, answer, form, everything } = await chosenOf(4);
    const page = await follow(deps, answer, form);
    expect(page.body).toContain('4 reports are saved');
    expect(page.body).toContain('2 of your choice could not be reported now. Try again tomorrow');
    expect(deps.stored()).toHaveLength(4);
    expect(everything()).not.toEqual([]);
  });

  test('keeps its choice of a log when there is no room at all', async () => {
    const full = await chosenOf(0);
    expect(full.answer.status).toBe(429);
    expect(full.answer.headers['retry-after']).toBe(String(12 * 3600));
    expect(full.answer.body).toContain(errors.en.usedUp(12));
    expect(hiddenIn(full.answer)['calls']).toBe(full.form['calls']);
    expect(full.deps.stored()).toEqual([]);
  });
});
