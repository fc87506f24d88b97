import { expect, test } from 'vitest';
import { readLog, refusalOf } from '#test/support/call-logs/read-log.ts';

const doctype =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"\n"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">';
const page = (body: string, type = doctype) =>
  `<?xml version="1.0" ?>\n${type}\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title>A page</title></head><body>${body}</body></html>`;
const call = (label: string, number: string, name = '', duration = '') =>
  `<div class="haudio"><span class="fn">A call</span>
<div class="contributor vcard">A call <a class="tel" href="tel:${number}"><span class="fn">${name}</span></a></div>
<abbr class="published" title="2026-11-20T05:00:01.000-05:00">Nov 20, 2026, 5:00:01 AM&nbsp;Eastern</abbr><br>
${duration === '' ? '' : `<abbr class="duration" title="${duration}">(00:00:04)</abbr>`}
<div class="tags">Labels: <a rel="tag" href="http://www.google.com/voice#${label}">${label}</a></div></div>`;

test.each([
  ['missed', 'missed'],
  ['received', 'in'],
  ['placed', 'out'],
  ['voicemail', 'voicemail'],
])('a call labelled %s', async (label, direction) => {
  const { format, rows, calls, complete } = await readLog(page(call(label, '+12025550123', '', 'PT1M4S')));
  expect({ format, rows, complete }).toEqual({ format: 'gvoice-html', rows: 1, complete: true });
  expect(calls[0]).toEqual({
    row: 1,
    direction,
    contact: false,
    durationSeconds: 64,
    report: { kind: 'call', sender: '+12025550123', occurredAt: '2026-11-20T05:00:01.000-05:00' },
  });
});

test('no number is a withheld one; a name is a contact; a label that is not known is told', async () => {
  const { calls } = await readLog(page(call('missed', '')));
  expect(calls[0]?.report.sender).toBe('withheld');
  expect((await readLog(page(call('received', '+12025550123', 'Ann')))).calls[0]?.contact).toBe(true);
  expect((await readLog(page(call('received', '+12025550123', '+1 202-555-0123')))).calls[0]?.contact).toBe(false);
  expect((await readLog(page(call('odd', '+12025550123')))).skipped).toEqual([{ row: 1, reason: 'direction' }]);
});

test('a conversation: each message with its sender, time and text', async () => {
  const message = (at: string, number: string, name: string, text: string) =>
    `<div class="message"><abbr class="dt" title="${at}">Nov 20</abbr>: <cite class="sender vcard"><a class="tel" href="tel:${number}"><span class="fn">${name}</span></a></cite>: <q>${text}</q></div>`;
  const { calls } = await readLog(
    page(
      `<div class="hChatLog hfeed">${message('2026-11-20T10:00:01.000Z', '+12025550123', '', 'You &amp; I<br>won &#128514;')}${message('2026-11-20T10:00:09.000Z', '+14135550142', 'Me', 'STOP')}</div>`,
    ),
  );
  expect(calls.map(({ direction, report }) => [direction, report.sender, report.text])).toEqual([
    ['in', '+12025550123', 'You & I\nwon 😂'],
    ['out', '+12025550123', 'STOP'],
  ]);
});

test.each([
  ['another document type', '<!DOCTYPE html>'],
  ['one with declarations of its own', doctype.replace(/>$/, ' [<!ENTITY a "b">]>')],
  ['one from elsewhere', doctype.replace('www.w3.org/TR', 'evil.example')],
])('%s is refused', async (_name, type) => {
  expect(await refusalOf(page(call('missed', '+12025550123'), type))).toBe('declarations');
});

test('a document type further down is refused too', async () => {
  expect(await refusalOf(page(`${call('missed', '+12025550123')}${' '.repeat(70_000)}<!DOCTYPE html>`))).toBe(
    'declarations',
  );
});
