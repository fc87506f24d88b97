import { expect, test } from 'vitest';
import { readLog } from '#test/support/call-logs/read-log.ts';

const calls = (...rows: readonly string[]) => `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<!--File Created By SMS Backup & Restore v10.20-->
<?xml-stylesheet type="text/xsl" href="calls.xsl"?>
<calls count="${rows.length}" backup_set="example" backup_date="1795168900000" type="full">
${rows.map((row) => `  ${row}`).join('\n')}
</calls>`;

const call = (attributes: Readonly<Record<string, string>>) => {
  const all = { number: '+12025550123', duration: '0', date: '1795168801000', type: '1', presentation: '1' };
  const written = Object.entries({ ...all, contact_name: '(Unknown)', ...attributes });
  return `<call ${written.map(([name, value]) => `${name}="${value}"`).join(' ')} />`;
};

const texts = (...rows: readonly string[]) =>
  `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count="1">\n${rows.join('\n')}\n</smses>`;

test('calls: each type as what it was, with number, time in UTC, duration and contact', async () => {
  const {
    format,
    rows,
    calls: found,
    skipped,
    complete,
  } = await readLog(
    calls(
      call({ type: '1', duration: '29' }),
      call({ type: '2', contact_name: 'Ann &amp; Bob' }),
      call({ type: '3' }),
      call({ type: '4' }),
      call({ type: '5' }),
      call({ type: '6' }),
      call({ type: '7' }),
      call({ type: '9' }),
    ),
  );
  expect({ format, rows, complete }).toEqual({ format: 'smsbr-calls', rows: 8, complete: true });
  expect(found.map(({ direction }) => direction)).toEqual(['in', 'out', 'missed', 'voicemail', 'rejected', 'rejected']);
  expect(found[0]).toEqual({
    row: 1,
    direction: 'in',
    contact: false,
    durationSeconds: 29,
    report: { kind: 'call', sender: '+12025550123', occurredAt: '2026-11-20T10:00:01Z' },
  });
  expect(found[1]?.contact).toBe(true);
  expect(skipped).toEqual([
    { row: 7, reason: 'answered_elsewhere' },
    { row: 8, reason: 'direction' },
  ]);
});

test.each([
  ['restricted', { number: '', presentation: '2' }, 'withheld'],
  ['restricted, with a number all the same', { presentation: '2' }, 'withheld'],
  ['not known', { number: '', presentation: '3' }, ''],
  ['-1', { number: '-1' }, ''],
  ['-2', { number: '-2' }, 'withheld'],
  ['the word null', { number: 'null' }, ''],
])('calls: a number that is %s', async (_name, attributes, sender) => {
  const { calls: found } = await readLog(calls(call(attributes)));
  expect(found[0]?.report.sender).toBe(sender);
});

test('calls: the line, zone and country of the request go into each report', async () => {
  const asked = { line: '(413) 555-0142', timeZone: 'America/New_York', country: 'US' };
  const { calls: found } = await readLog(calls(call({})), asked);
  expect(found[0]?.report).toMatchObject(asked);
});

test('calls: a broken row is told with its number, and the others are read', async () => {
  const {
    rows,
    calls: found,
    skipped,
  } = await readLog(
    calls(
      call({}),
      '<call number="+12025550123 duration="0" date="1795168801000" type="1" />',
      '<call number=+12025550123 date="1795168801000" type="1" />',
      '<call number="&nbsp;" date="1795168801000" type="1" />',
      '<call number="1" number="2" date="1795168801000" type="1" />',
      '<call number="+12025550123" date="1795168801000" type="1"',
      call({ date: 'yesterday' }),
      call({ date: '99999999999999' }),
      call({ number: 'x'.repeat(65) }),
      call({ number: '911' }),
      call({ number: 'nobody' }),
      call({ number: '+12025550124' }),
    ),
  );
  expect(rows).toBe(12);
  expect(found.map(({ row }) => row)).toEqual([1, 12]);
  expect(skipped.map(({ reason }) => reason)).toEqual([
    'malformed',
    'malformed',
    'malformed',
    'malformed',
    'malformed',
    'date',
    'date',
    'too_long',
    'emergency_number',
    'sender',
  ]);
});

test('calls: of a file that breaks off, what came before is read', async () => {
  const whole = calls(call({}), call({}), call({}));
  const { rows, complete } = await readLog(whole.slice(0, -40));
  expect({ rows, complete }).toEqual({ rows: 2, complete: false });
});

test('texts: body, sender and direction', async () => {
  const {
    format,
    calls: found,
    skipped,
  } = await readLog(
    texts(
      '<sms address="+12025550123" date="1795168801000" type="1" body="You won &#128514;&#10;now" contact_name="(Unknown)" />',
      `<sms address='SAMPLE' date='1795168801000' type='1' body='say "yes" data="x' contact_name='(Unknown)' />`,
      '<sms address="88022" date="1795168801000" type="2" body="STOP" contact_name="Bank" />',
      '<sms address="88022" date="1795168801000" type="3" body="draft" />',
      '<sms address="88022" date="1795168801000" type="5" body="failed" />',
    ),
  );
  expect(format).toBe('smsbr-sms');
  expect(found.map(({ report }) => [report.kind, report.sender, report.text])).toEqual([
    ['text', '+12025550123', 'You won 😂\nnow'],
    ['text', 'SAMPLE', 'say "yes" data="x'],
    ['text', '88022', 'STOP'],
  ]);
  expect(found.map(({ direction, contact }) => [direction, contact])).toEqual([
    ['in', false],
    ['in', false],
    ['out', true],
  ]);
  expect(skipped).toEqual([
    { row: 4, reason: 'not_sent' },
    { row: 5, reason: 'not_sent' },
  ]);
});

test.each([
  ['two references to surrogates', '&#55357;&#56834;', '😂'],
  ['the same in hexadecimal', '&#xD83D;&#xDE02;', '😂'],
  ['one half alone', '&#55357;!', '\ufffd!'],
  ['a control character', 'a&#1;b&#9;c', 'ab\tc'],
  ['an ampersand twice', '&amp;amp;', '&amp;'],
])('texts: %s', async (_name, body, text) => {
  const { calls: found } = await readLog(
    texts(`<sms address="88022" date="1795168801000" type="1" body="${body}" contact_name="(Unknown)" />`),
  );
  expect(found[0]?.report.text).toBe(text);
});

test('texts: of a long one as much as a report takes, never half a character', async () => {
  const body = `${'x'.repeat(1599)}😂${'y'.repeat(5000)}`;
  const { calls: found } = await readLog(texts(`<sms address="88022" date="1795168801000" type="1" body="${body}" />`));
  expect(found[0]?.report.text).toBe('x'.repeat(1599));
});

test('multimedia: its plain text and its sender; pictures are stepped over', async () => {
  const picture = 'QUJD'.repeat(700_000);
  const {
    rows,
    calls: found,
    skipped,
  } = await readLog(
    texts(
      `<mms date="1795168801000" msg_box="1" address="+12025550124~+12025550125" contact_name="(Unknown)"><parts>
        <part seq="-1" ct="application/smil" text="&lt;smil/&gt;" /><part seq="0" ct="image/jpeg" text="null" data="${picture}" />
        <part seq="1" ct="text/plain" text="Your parcel" /><part seq="2" ct="text/plain" text="is held" data="" /></parts>
        <addrs><addr address="+12025550199" type="137" charset="106" /><addr address="+14135550142" type="151" /></addrs></mms>`,
      '<mms date="1795168801000" msg_box="1" address="+12025550124~+12025550125" contact_name="(Unknown)"><parts></parts></mms>',
      '<sms address="88022" date="1795168801000" type="1" body="after" contact_name="(Unknown)" />',
    ),
  );
  expect(rows).toBe(3);
  expect(found.map(({ report }) => [report.sender, report.text])).toEqual([
    ['+12025550199', 'Your parcel\nis held'],
    ['88022', 'after'],
  ]);
  expect(skipped).toEqual([{ row: 2, reason: 'sender' }]);
});
