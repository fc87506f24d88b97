import { describe, expect, test } from 'vitest';
import { originHeader } from '#shared/http/origin-header.ts';
import { languages } from '#shared/intake/language.ts';
import { carrierTable, fortyCalls, phoneLog } from '#test/support/call-logs/sample-logs.ts';
import { askPage, type SeenPage } from '#test/support/pages/ask-page.ts';
import {
  follow,
  hiddenIn,
  logWorld,
  openLog,
  receiptsQuery,
  sendList,
  ticksIn,
} from '#test/support/pages/log-visit.ts';

const get = (deps: Parameters<typeof askPage>[0], id: string, query = ''): Promise<SeenPage> =>
  askPage(deps, 'GET /log/{id}', { parameters: { id }, query });

async function listed(file: string, form: Record<string, string> = {}) {
  const world = logWorld();
  const id = await openLog(world.deps, form);
  await world.put(id, file);
  return { ...world, id, page: await get(world.deps, id) };
}

/** Answers the questions about chosen calls and follows to the receipts. */
async function report(
  { deps, id }: Awaited<ReturnType<typeof listed>>,
  facts: SeenPage,
  said: Record<string, string> = {},
) {
  const form = { ...hiddenIn(facts), ...said };
  const answer = await askPage(deps, 'POST /log/{id}/reports', { parameters: { id }, form });
  return { form, answer, page: answer.status === 307 ? await follow(deps, answer, form) : answer };
}

describe('the way to the file', () => {
  test('needs no answer; the form for the file goes to the bucket, and to it alone', async () => {
    const { deps } = logWorld();
    const token = hiddenIn(await askPage(deps, 'GET /log'))['token'] ?? '';
    const page = await askPage(deps, 'POST /log', { form: { token } });
    expect(page.status).toBe(200);
    expect(page.body).toContain('action="https://uploads.example/" enctype="multipart/form-data"');
    expect(page.headers['content-security-policy']).toContain("form-action 'self' https://uploads.example/;");
    expect(hiddenIn(page)['success_action_redirect']).toMatch(/^https:\/\/test\.example\/log\/[0-9A-Z]{26}$/);
    const other = await askPage(deps, 'GET /log');
    expect(other.headers['content-security-policy']).toContain("form-action 'self';");
  });

  test('comes back to the public address; where nobody knows it, the page says how to go on', async () => {
    const known = logWorld({ publicUrl: 'https://reports.example' });
    const hidden = logWorld({ originSecret: async () => 'secret' });
    const headers = { [originHeader]: 'secret' };
    const pages = await Promise.all(
      [known.deps, hidden.deps].map(async (deps) => {
        const token = hiddenIn(await askPage(deps, 'GET /log', { headers }))['token'] ?? '';
        return askPage(deps, 'POST /log', { form: { token }, headers });
      }),
    );
    expect(pages.map((page) => hiddenIn(page)['success_action_redirect']?.slice(0, 28))).toEqual([
      'https://reports.example/log/',
      undefined,
    ]);
    expect(pages[1]?.body).toMatch(/href="\/log\/[0-9A-Z]{26}">See the list/);
  });

  test.each([
    ['a line that is none', { line: 'hello' }, 'line'],
    ['a zone that is none', { zone: 'Mars/Olympus' }, 'zone'],
  ])('%s is told in every language, and the answer is kept', async (_what, form, field) => {
    const { deps, everything } = logWorld();
    for (const language of languages) {
      const headers = { cookie: `language=${language}` };
      const token = hiddenIn(await askPage(deps, 'GET /log'))['token'] ?? '';
      const page = await askPage(deps, 'POST /log', { form: { ...form, token }, headers });
      expect(page.status).toBe(422);
      expect(page.body).toContain(`<a href="#${field}">`);
    }
    expect(everything()).toEqual([]);
  });

  test('without a token of ours nothing is opened', async () => {
    const { deps, everything } = logWorld();
    expect((await askPage(deps, 'POST /log', { form: { line: '+1 413 555 0142' } })).status).toBe(422);
    expect(everything()).toEqual([]);
  });

  test('another language before the file keeps number and step', async () => {
    const { deps } = logWorld();
    const token = hiddenIn(await askPage(deps, 'GET /log'))['token'] ?? '';
    const first = await askPage(deps, 'POST /log', { form: { token, line: '+1 413 555 0142' } });
    const again = hiddenIn(first);
    const second = await askPage(deps, 'POST /log', {
      form: { token: again['token'] ?? '', step: 'file', line: again['line'] ?? '', zone: '', language: 'de' },
    });
    expect(second.body).toContain('Wählen Sie die Datei');
    expect(hiddenIn(second)['line']).toBe('+1 413 555 0142');
  });
});

describe('while the log is read', () => {
  test('the page looks again by itself, less and less often, and says so when nothing comes', async () => {
    const { deps } = logWorld();
    const id = await openLog(deps);
    const first = await get(deps, id);
    expect(first.headers['refresh']).toBe(`2; url=/log/${id}?look=1`);
    expect((await get(deps, id, 'look=9999')).headers['refresh']).toMatch(/^20; /);
    expect((await get(deps, id, 'look=%3Cscript%3E')).headers['refresh']).toBe(`2; url=/log/${id}?look=1`);
    const later = {
      ...deps,
      uploads: { ...deps.uploads, read: async () => ({ kind: 'waiting', openedAt: '2026-11-21T11:00:00Z' }) as const },
    };
    const late = await get(later, id);
    expect(late.body).toContain('There is still no list.');
    expect(late.headers['refresh']).toBeUndefined();
  });

  test.each([
    ['not_a_log', 'A letter to my aunt.'],
    ['empty', ''],
    ['binary', '\u0000\u0001\u0002PNG\u0000\u0000'],
    ['declarations', '<!DOCTYPE calls [<!ENTITY a "b">]><calls/>'],
  ])('%s is told in every language, with what to do', async (_reason, file) => {
    const { deps, id } = await listed(file);
    const told = new Set<string>();
    for (const language of languages) {
      const page = await askPage(deps, 'GET /log/{id}', {
        parameters: { id },
        headers: { cookie: `language=${language}` },
      });
      expect(page.status).toBe(422);
      told.add(/<p class="lead">([^<]*)</.exec(page.body)?.[1] ?? '');
    }
    expect(told.size).toBe(languages.length);
  });

  test('after a wrong file the right one is waited for, and then listed', async () => {
    const { deps, id, put } = await listed('A letter to my aunt.');
    expect((await get(deps, id)).status).toBe(422);
    const sent = await get(deps, id, `bucket=b&key=k&etag=%22${'a'.repeat(32)}%22`);
    expect(sent.headers['refresh']).toBe(`2; url=/log/${id}?etag=%22${'a'.repeat(32)}%22&look=1`);
    // What never comes is not waited for.
    expect((await get(deps, id, `etag=%22${'a'.repeat(32)}%22&look=5`)).status).toBe(422);
    const tag = await put(id, fortyCalls());
    expect(ticksIn(await get(deps, id, `etag=%22${tag}%22`)).size).toBe(40);
  });

  test('a log that is not here is the same page whatever the reason', async () => {
    const { deps, id } = await listed(fortyCalls());
    await deps.uploads.finish(id);
    const bodies = await Promise.all(
      [id, '0'.repeat(26), 'x', '../../etc', ''].map(async (each) => {
        const page = await get(deps, each);
        return `${page.status} ${page.body}`;
      }),
    );
    expect(new Set(bodies).size).toBe(1);
    expect(bodies[0]).toMatch(/^404 /);
  });
});

describe('the list', () => {
  test('has strangers ticked, contacts and own calls not', async () => {
    const { page } = await listed(fortyCalls());
    const ticks = ticksIn(page);
    expect(ticks.size).toBe(40);
    expect([...ticks].filter(([, ticked]) => ticked).map(([row]) => row)).toEqual(
      expect.arrayContaining([1, 2, 3, 4, 5, 6, 18]),
    );
    expect([...ticks].filter(([row, ticked]) => ticked && row > 18)).toEqual([]);
    expect(page.body).toContain('18 ticked');
  });

  test('shows times by the zone of the line, and each number once', async () => {
    const { page } = await listed(fortyCalls());
    expect(page.body).toContain('Nov 20, 2026, 6:00');
    expect(page.body.match(/\+1 202 555 0143/g)).toHaveLength(1);
    expect(page.body).toContain('3 times');
  });

  test('keeps ticks from page to page, back and forth', async () => {
    const file = phoneLog(
      Array.from({ length: 150 }, (_, at) => ({ number: `+1202555${String(at).padStart(4, '0')}`, minutes: at })),
    );
    const world = await listed(file);
    const first = ticksIn(world.page);
    expect(first.size).toBe(60);
    const [one = 0, two = 0, ...others] = [...first.keys()];
    const second = await sendList(world.deps, world.id, world.page, 'page:2', others);
    const third = await sendList(world.deps, world.id, second, 'page:3', []);
    expect(third.body).toContain('88 ticked');
    const back = await sendList(world.deps, world.id, third, 'page:1');
    expect([ticksIn(back).get(one), ticksIn(back).get(two), ticksIn(back).get(others[0] ?? 0)]).toEqual([
      false,
      false,
      true,
    ]);
    const facts = await sendList(world.deps, world.id, back, 'facts');
    expect(facts.body).toContain('Report 88 entries of your log');
  });

  test('unticks all, ticks all of one number, and the usual again', async () => {
    const world = await listed(fortyCalls());
    const none = await sendList(world.deps, world.id, world.page, 'none');
    expect(none.body).toContain('0 ticked');
    const group = await sendList(world.deps, world.id, none, 'group:1');
    expect([...ticksIn(group)].filter(([, ticked]) => ticked).map(([row]) => row)).toEqual([1, 2, 3]);
    const away = await sendList(world.deps, world.id, group, 'group:1');
    expect(away.body).toContain('0 ticked');
    expect((await sendList(world.deps, world.id, away, 'usual')).body).toContain('18 ticked');
  });

  test('going on with nothing, or with too much, is told, and ticks are kept', async () => {
    const world = await listed(fortyCalls());
    const nothing = await sendList(world.deps, world.id, world.page, 'facts', []);
    expect(nothing.status).toBe(422);
    expect(nothing.body).toContain('Tick at least one call or text.');
    const many = await listed(
      phoneLog(Array.from({ length: 1001 }, (_, at) => ({ number: '+12025550143', minutes: at }))),
    );
    const page = await sendList(many.deps, many.id, many.page, 'facts');
    expect(page.body).toContain('At most 1,000 can be reported at once.');
    expect(page.body).toContain('1,001 ticked');
  });

  test('another language keeps page and ticks', async () => {
    const world = await listed(fortyCalls());
    const form = [...Object.entries(hiddenIn(world.page)), ['row', '2'], ['language', 'fr']] as const;
    const page = await askPage(world.deps, 'POST /log/{id}', { parameters: { id: world.id }, form });
    expect(page.body).toContain('Cochez les indésirables');
    expect([...ticksIn(page)].filter(([, ticked]) => ticked).map(([row]) => row)).toEqual([2]);
  });

  test('a log of which half is broken shows the rest, and says what is left out and why', async () => {
    const { page } = await listed(carrierTable);
    expect(ticksIn(page).size).toBe(3);
    expect(page.body).toContain('2 rows of the file are left out');
    expect(page.body).toContain('no date, or an impossible one: 1');
  });

  test('fields that no page of ours sends do no harm', async () => {
    const world = await listed(fortyCalls());
    for (const value of ['1-999999999', '<script>', '-', 'x'.repeat(50_000)]) {
      const form = { changed: value, shown: value, page: value, row: value, go: `page:${value}`, start: value };
      const page = await askPage(world.deps, 'POST /log/{id}', { parameters: { id: world.id }, form });
      expect(page.status).toBeLessThan(500);
    }
  });
});

describe('a table whose columns were guessed', () => {
  test('is read again as the person says', async () => {
    const world = await listed(carrierTable);
    const { deps, id } = world;
    expect(world.page.body).toContain('Correct the columns');
    const columns = await askPage(deps, 'GET /log/{id}/columns', { parameters: { id } });
    expect(columns.body).toContain('<option value="2" selected>');
    const token = hiddenIn(columns)['token'] ?? '';
    const form = {
      token,
      'column-date': '0',
      'column-number': '2',
      dateOrder: 'mdy',
      durationIn: 'seconds',
      otherwise: 'out',
      utc: 'local',
    };
    const missing = await askPage(deps, 'POST /log/{id}/columns', {
      parameters: { id },
      form: { ...form, 'column-date': '' },
    });
    expect(missing.status).toBe(422);
    expect(missing.body).toContain('<a href="#column-date">');
    const saved = await askPage(deps, 'POST /log/{id}/columns', { parameters: { id }, form });
    expect(saved.headers['location']).toBe(`/log/${id}`);
    await world.read(id);
    const list = await get(deps, id);
    expect([...ticksIn(list).values()]).toEqual([false, false, false]);
    // What was said at the beginning still holds.
    const facts = await sendList(deps, id, list, 'facts', [1]);
    await report({ ...world, page: list }, facts);
    expect(deps.stored()[0]?.content?.line?.e164).toBe('+14135550142');
  });

  test('keeps the ticks that a hand has set, however the columns are read; the others follow the columns', async () => {
    const world = await listed(carrierTable);
    const { deps, id } = world;
    const untouched = await sendList(deps, id, world.page, 'columns');
    expect(untouched.headers['location']).toBe(`/log/${id}/columns?page=1&start=usual`);
    const way = await sendList(deps, id, world.page, 'columns', [2]);
    expect(way.headers['location']).toBe(`/log/${id}/columns?page=1&start=none&changed=2`);
    const columns = await askPage(deps, 'GET /log/{id}/columns', {
      parameters: { id },
      query: 'page=1&start=none&changed=2',
    });
    expect(columns.body).toContain(`<a href="/log/${id}?page=1&amp;start=none&amp;changed=2">`);
    const form = { ...hiddenIn(columns), 'column-date': '0', 'column-number': '2', otherwise: 'out' };
    const saved = await askPage(deps, 'POST /log/{id}/columns', { parameters: { id }, form });
    expect(saved.headers['location']).toBe(`/log/${id}?page=1&start=none&changed=2`);
  });

  test('a log of another kind has no columns to correct', async () => {
    const { deps, id } = await listed(fortyCalls());
    const page = await askPage(deps, 'GET /log/{id}/columns', { parameters: { id } });
    expect(page.headers['location']).toBe(`/log/${id}`);
  });
});

describe('a clock without a place', () => {
  const sendZone = (world: Awaited<ReturnType<typeof listed>>, ticked: readonly number[], zone: string) => {
    const rows = ticked.map((row) => ['row', String(row)] as const);
    const form = [...Object.entries(hiddenIn(world.page)), ...rows, ['zone', zone]] as const;
    return askPage(world.deps, 'POST /log/{id}/zone', { parameters: { id: world.id }, form });
  };

  test('is asked for only then, and what was unticked stays unticked', async () => {
    const world = await listed(carrierTable, { line: '' });
    expect(world.page.body).toContain('Where did this clock run?');
    const [away = 0, ...others] = [...ticksIn(world.page)].filter(([, ticked]) => ticked).map(([row]) => row);
    const saved = await sendZone(world, others, 'America/Chicago');
    const query = `page=1&start=usual&changed=${away}`;
    expect([saved.status, saved.headers['location']]).toEqual([303, `/log/${world.id}?${query}`]);
    expect((await follow(world.deps, saved)).headers['refresh']).toContain(`changed=${away}`);
    await world.read(world.id);
    const list = await get(world.deps, world.id, query);
    expect(list.body).not.toContain('Where did this clock run?');
    expect(list.body).toContain('10:15');
    expect(ticksIn(list).get(away)).toBe(false);
    expect(others.map((row) => ticksIn(list).get(row))).toEqual(others.map(() => true));
  });

  test.each([
    ['no zone', '', 'reading', 'Choose where this clock ran.'],
    ['a file that is gone', 'America/Chicago', 'gone', 'no longer here to be read again'],
    ['a file that was read too often', 'America/Chicago', 'too_often', 'read too often'],
  ] as const)('%s is told on the list, with its ticks', async (_what, zone, kind, told) => {
    const world = await listed(carrierTable, { line: '' });
    const deps = { ...world.deps, uploads: { ...world.deps.uploads, reread: async () => ({ kind }) } };
    const answer = await sendZone({ ...world, deps }, [2], zone);
    expect(answer.status).toBe(307);
    const form = [...Object.entries(hiddenIn(world.page)), ['row', '2'], ['zone', zone]] as const;
    const list = await askPage(deps, 'POST /log/{id}', {
      parameters: { id: world.id },
      query: (answer.headers['location'] ?? '').split('?')[1] ?? '',
      form,
    });
    expect([list.status, list.body.includes(told), list.body.includes('<a href="#zone">')]).toEqual([422, true, true]);
    expect([...ticksIn(list)].filter(([, ticked]) => ticked).map(([row]) => row)).toEqual([2]);
  });

  test('what is no id stands in no header', async () => {
    const world = await listed(carrierTable, { line: '' });
    const page = await askPage(world.deps, 'POST /log/{id}/zone', { parameters: { id: '/evil.example' }, form: {} });
    expect([page.status, page.headers['location']]).toEqual([404, undefined]);
  });
});

describe('ticks that cannot be read', () => {
  test('tick nothing, and the list says so', async () => {
    const world = await listed(fortyCalls());
    const pages = [
      await get(world.deps, world.id, 'changed=x'),
      await askPage(world.deps, 'POST /log/{id}', {
        parameters: { id: world.id },
        form: { ...hiddenIn(world.page), changed: 'x', go: 'facts' },
      }),
    ];
    for (const page of pages) {
      expect([page.status, page.body.includes('0 ticked')]).toEqual([422, true]);
      expect(page.body).toContain('We could not read which entries you had ticked.');
    }
  });
});

describe('reporting', () => {
  const six = [1, 2, 3, 4, 5, 6];

  test('six of forty calls: six reports with what was said for all, and nothing of the log stays', async () => {
    const world = await listed(fortyCalls());
    const facts = await sendList(world.deps, world.id, world.page, 'facts', six);
    expect(facts.body).toContain('Report 6 entries of your log');
    const { page } = await report(world, facts, {
      purpose: 'sale',
      relationship: 'none',
      registeredSince: '2019-03-01',
    });
    expect(page.body).toContain('6 reports are saved');
    expect(page.body).toContain('are erased');
    expect(page.body.match(/This may have broken \d rules?/g)).toHaveLength(6);
    expect(world.everything()).toEqual([]);
    const stored = world.deps.stored();
    expect(stored).toHaveLength(6);
    expect(stored.map(({ channel }) => channel)).toEqual(Array(6).fill('web'));
    expect(stored[0]?.content?.input).toMatchObject({
      purpose: 'sale',
      relationship: 'none',
      registeredSince: '2019-03-01',
    });
  });

  test('sent twice, gone back to or reloaded: the same six reports and the same receipts', async () => {
    const world = await listed(fortyCalls());
    const facts = await sendList(world.deps, world.id, world.page, 'facts', six);
    const first = await report(world, facts, { purpose: 'sale' });
    const second = await report(world, facts, { purpose: 'sale' });
    const other = await report(world, facts, { purpose: 'charity' });
    expect(world.deps.stored()).toHaveLength(6);
    expect(second.page.body).toBe(first.page.body);
    expect(other.page.body).toBe(first.page.body);
  });

  test('what does not fit in one form follows after it, with the same answers', async () => {
    const file = phoneLog(
      Array.from({ length: 230 }, (_, at) => ({ number: `+1202555${String(at % 90).padStart(4, '0')}`, minutes: at })),
    );
    const world = await listed(file);
    const facts = await sendList(world.deps, world.id, world.page, 'facts');
    expect(facts.body).toContain('130 more that you ticked follow after these.');
    const one = await report(world, facts, { purpose: 'sale' });
    expect(one.page.body).toContain('100 are reported already.');
    expect(one.page.body).toMatch(/value="sale" checked/);
    const two = await report(world, one.page, { purpose: 'sale' });
    const three = await report(world, two.page, { purpose: 'sale' });
    expect(three.page.body).toContain('230 reports are saved');
    expect(world.deps.stored()).toHaveLength(230);
    expect(world.everything()).toEqual([]);
  });

  test('who stops after the first hundred has their receipts, what was refused is told at the end, and the list knows of both', async () => {
    const file = phoneLog(Array.from({ length: 150 }, (_, at) => ({ number: '+12025550143', minutes: at })));
    const world = await listed(file);
    const facts = await sendList(world.deps, world.id, world.page, 'facts');
    const one = await report(world, {
      ...facts,
      body: facts.body.replace('name="refused" value="0"', 'name="refused" value="3"'),
    });
    const path = /href="(\/log\/[^"]*\/reports\?[^"]*)"/.exec(one.page.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const soFar = await follow(world.deps, { ...one.answer, status: 303, headers: { location: path } });
    expect(soFar.body).toContain('100 reports are saved');
    expect(soFar.body).toContain('Your log is still here');
    const list = await sendList(world.deps, world.id, one.page, 'list', []);
    expect(hiddenIn(list)).toMatchObject({ done: hiddenIn(one.page)['done'], refused: '3' });
    const again = await sendList(world.deps, world.id, list, 'facts');
    expect(again.body).toContain('Report 50 entries of your log');
    const { page } = await report(world, again);
    expect(page.body).toContain('150 reports are saved');
    expect(page.body).toContain('We could not take 3 entries');
  });

  test('while the rest waits for another reading, the log is not said to be erased', async () => {
    const file = phoneLog(Array.from({ length: 150 }, (_, at) => ({ number: '+12025550143', minutes: at })));
    const world = await listed(file);
    const facts = await sendList(world.deps, world.id, world.page, 'facts');
    await world.deps.uploads.reread(world.id, { timeZone: 'America/Chicago' });
    const { page } = await report(world, facts);
    expect(page.body).toContain('50 of your choice could not be reported now');
    expect(page.body).not.toContain('are erased.');
  });

  test('an address of receipts that we did not make is read for nobody, whatever it names', async () => {
    const world = await listed(fortyCalls());
    const facts = await sendList(world.deps, world.id, world.page, 'facts', six);
    const { page } = await report(world, facts);
    const query = receiptsQuery(page);
    let reads = 0;
    const reports = {
      ...world.deps.reports,
      get: (id: string) => {
        reads += 1;
        return world.deps.reports.get(id);
      },
    };
    const ask = (id: string, text: string, route = 'GET /log/{id}/reports') =>
      askPage({ ...world.deps, reports }, route, { parameters: { id }, query: text });
    for (const [id, text] of [
      [world.id, 'rows=1-1000'],
      [world.id, query.replace('1-6', '1-7')],
      [world.id, `${query}&left=900`],
      ['0'.repeat(26), query],
    ] as const) {
      const answers = [await ask(id, text), await ask(id, text, 'GET /log/{id}/receipts.txt')];
      expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    }
    expect(reads).toBe(0);
    expect((await ask(world.id, `${query}&language=de`)).body).toContain('6 Meldungen');
  });

  test('a wrong day is told with everything kept, an expired token, too; a foreign one opens nothing', async () => {
    const world = await listed(fortyCalls());
    const facts = await sendList(world.deps, world.id, world.page, 'facts', six);
    for (const [said, what] of [
      [{ registeredSince: '2026-02-30' }, 'There is no such day.'],
      [{ registeredSince: '1989-01-01' }, 'between 1990 and today'],
      [{ registeredSince: '2027-01-01' }, 'between 1990 and today'],
    ] as const) {
      const { answer } = await report(world, facts, { purpose: 'sale', ...said });
      expect(answer.status).toBe(422);
      expect(answer.body).toContain(what);
      expect(answer.body).toMatch(/value="sale" checked/);
      expect(hiddenIn(answer)['calls']).toBe(hiddenIn(facts)['calls']);
    }
    const tomorrow = { ...world.deps, clock: () => new Date(world.deps.clock().getTime() + 25 * 3600 * 1000) };
    expect((await report({ ...world, deps: tomorrow }, facts)).answer.body).toContain('value="sale"');
    for (const said of [
      { token: 'x' },
      { token: 'x', language: 'de' },
      { token: hiddenIn(await askPage(world.deps, 'GET /log'))['token'] ?? '' },
    ]) {
      const { answer } = await report(world, facts, said);
      expect([answer.status, answer.body.includes('name="token"')]).toEqual([404, false]);
    }
    expect(world.deps.stored()).toEqual([]);
    expect(world.everything().length).toBeGreaterThan(0);
  });

  test('changing the choice leads back to the list as it was', async () => {
    const world = await listed(fortyCalls());
    const facts = await sendList(world.deps, world.id, world.page, 'facts', six);
    const back = await sendList(world.deps, world.id, facts, 'list', []);
    expect([...ticksIn(back)].filter(([, ticked]) => ticked).map(([row]) => row)).toEqual(expect.arrayContaining(six));
    expect(back.body).toContain('6 ticked');
  });

  test('calls that are no calls are the page of a log that is not here', async () => {
    const world = await listed(fortyCalls());
    const { answer } = await report(world, { ...world.page, body: '' }, { calls: 'AAAA' });
    expect(answer.status).toBe(404);
  });

  test('the receipts as text: one report a line', async () => {
    const world = await listed(fortyCalls());
    const facts = await sendList(world.deps, world.id, world.page, 'facts', six);
    const { page } = await report(world, facts);
    const query = receiptsQuery(page);
    const file = await askPage(world.deps, 'GET /log/{id}/receipts.txt', { parameters: { id: world.id }, query });
    expect(file.headers['content-disposition']).toBe('attachment; filename="receipts.txt"');
    const lines = file.body.trimEnd().split('\r\n');
    expect(lines).toHaveLength(6);
    for (const line of lines) {
      expect(line).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3} {2}/);
    }
  });
});
