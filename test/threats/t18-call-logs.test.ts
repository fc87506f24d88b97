import { expect, test } from 'vitest';
import { languages } from '#shared/intake/language.ts';
import { phoneLog } from '#test/support/call-logs/sample-logs.ts';
import { askPage } from '#test/support/pages/ask-page.ts';
import {
  follow,
  hiddenIn,
  logWorld,
  openLog,
  receiptsQuery,
  sendList,
  ticksIn,
} from '#test/support/pages/log-visit.ts';
import { expectOurs, payloads } from '#test/support/pages/only-ours.ts';

const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Logs with a payload in every field that the person who calls, texts or names a contact has a say in. */
const poisoned: [string, (payload: string) => string][] = [
  ['calls of a phone', (payload) => phoneLog([{ number: payload }, { number: '+12025550143', contact: payload }])],
  [
    'texts of a phone',
    (payload) =>
      `<smses count="2">${[payload, '+12025550143']
        .map(
          (address) =>
            `<sms address="${xml(address)}" date="1795168801000" type="1" body="${xml(payload)}" contact_name="${xml(payload)}" />`,
        )
        .join('')}</smses>`,
  ],
  [
    'a table',
    (payload) =>
      [
        'Date,Number,Type,Contact,Message',
        ...[payload, '2025550143'].map((number) =>
          ['2026-11-20 10:00', number, payload, payload, payload].map(cell).join(','),
        ),
      ].join('\n'),
  ],
];

test.each(poisoned.flatMap(([what, make]) => payloads.map((payload) => [what, payload, make] as const)))(
  'T18: %s with %s in it: text on the list, in the questions, among the receipts and in their file',
  async (_what, payload, make) => {
    const { deps, put } = logWorld();
    const id = await openLog(deps);
    await put(id, make(payload));
    const parameters = { id };
    for (const language of languages) {
      expectOurs(await askPage(deps, 'GET /log/{id}', { parameters, headers: { cookie: `language=${language}` } }));
    }
    expectOurs(await askPage(deps, 'GET /log/{id}/columns', { parameters }));
    const list = await askPage(deps, 'GET /log/{id}', { parameters });
    const facts = await sendList(deps, id, list, 'facts', ticksIn(list).keys());
    expectOurs(facts);
    const form = hiddenIn(facts);
    const receipts = await follow(deps, await askPage(deps, 'POST /log/{id}/reports', { parameters, form }), form);
    expectOurs(receipts);
    expect(receipts.status).toBe(200);
    const stored = deps.stored().length;
    expect(stored).toBeGreaterThan(0);
    const file = await askPage(deps, 'GET /log/{id}/receipts.txt', { parameters, query: receiptsQuery(receipts) });
    expect(file.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(file.headers['x-content-type-options']).toBe('nosniff');
    // T6: one report a line, and no line begins a formula.
    const lines = file.body.trimEnd().split(/[\r\n]+/);
    expect(lines).toHaveLength(stored);
    expect(lines.filter((line) => !/^[0-9A-Z]{4}-/.test(line))).toEqual([]);
  },
);

test('T6: what a phone shows as the sender begins no line and no formula in the receipts', async () => {
  const { deps, put } = logWorld();
  const id = await openLog(deps);
  const names = ['=HYPERLINK("http://x.example")', '+cmd|calc', '-2+3', '@SUM(1)', '\tTAB', '\uff1d1+1'];
  await put(
    id,
    `<smses>${names.map((name) => `<sms address="${xml(name)}" date="1795168801000" type="1" body="x" />`).join('')}</smses>`,
  );
  const list = await askPage(deps, 'GET /log/{id}', { parameters: { id } });
  const facts = await sendList(deps, id, list, 'facts');
  const form = hiddenIn(facts);
  const sent = await askPage(deps, 'POST /log/{id}/reports', { parameters: { id }, form });
  const query = receiptsQuery(await follow(deps, sent, form));
  const file = await askPage(deps, 'GET /log/{id}/receipts.txt', { parameters: { id }, query });
  const lines = file.body.trimEnd().split('\r\n');
  expect(lines).toHaveLength(deps.stored().length);
  for (const line of lines) {
    expect(line).toMatch(/^[0-9A-Z]{4}-/);
  }
});

test('T14: ids of logs are long and unlike each other; a guess gets what every other guess gets, whatever it asks for', async () => {
  const { deps, put } = logWorld();
  const id = await openLog(deps);
  await put(id, phoneLog([{ number: '+12025550143' }]));
  const list = await askPage(deps, 'GET /log/{id}', { parameters: { id } });
  const facts = await sendList(deps, id, list, 'facts');
  const form = hiddenIn(facts);
  const sent = await askPage(deps, 'POST /log/{id}/reports', { parameters: { id }, form });
  const own = receiptsQuery(await follow(deps, sent, form));
  const ids = await Promise.all(Array.from({ length: 40 }, () => openLog(logWorld().deps)));
  expect(new Set(ids.map((each) => each.slice(0, 8))).size).toBe(40);
  const answers = new Set<string>();
  for (const guess of [...ids, id.toLowerCase(), `${id.slice(0, 25)}${id.endsWith('0') ? '1' : '0'}`]) {
    for (const route of ['GET /log/{id}', 'GET /log/{id}/reports', 'GET /log/{id}/receipts.txt']) {
      for (const query of ['rows=1-1000', own]) {
        const { status, body } = await askPage(deps, route, { parameters: { id: guess }, query });
        answers.add(`${status} ${body}`);
      }
    }
  }
  expect(answers.size).toBe(1);
  expect([...answers][0]).toMatch(/^404 /);
  expect(deps.stored()).toHaveLength(1);
});
