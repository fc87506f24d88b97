import { describe, expect, test } from 'vitest';
import { readLog } from '#test/support/call-logs/read-log.ts';

const reports = (page: Awaited<ReturnType<typeof readLog>>) =>
  page.calls.map(({ direction, durationSeconds, report }) => [
    direction,
    durationSeconds,
    report.sender,
    report.occurredAt,
  ]);

describe('Asterisk', () => {
  const csv = (context: string, disposition = 'ANSWERED', unique = '1795168801.1', app = 'Dial') =>
    `"","2025550123","100","${context}","""SPAM"" <2025550123>","SIP/trunk-0001","SIP/100-0002","${app}","SIP/100,20","2026-11-20 10:00:01","2026-11-20 10:00:05","2026-11-20 10:00:30",29,25,"${disposition}","DOCUMENTATION","${unique}",""`;
  const custom =
    '"""SPAM"" <2025550123>","2025550123","100","from-trunk","SIP/trunk-0001","SIP/100-0002","Dial","SIP/100,20","2026-11-20 10:00:01","","2026-11-20 10:00:30",29,0,"NO ANSWER","DOCUMENTATION","","1795168801.1",""';

  test('both orders of columns, with the offset that the unique id shows', async () => {
    const ordinary = await readLog(`${csv('from-trunk')}\r\n${csv('from-trunk', 'ANSWERED', '1795186801.7')}\r\n`);
    expect(ordinary.format).toBe('asterisk-csv');
    expect(reports(ordinary)).toEqual([
      ['in', 25, '2025550123', '2026-11-20T10:00:01+00:00'],
      ['in', 25, '2025550123', '2026-11-20T10:00:01-05:00'],
    ]);
    expect(reports(await readLog(custom))).toEqual([['missed', 0, '2025550123', '2026-11-20T10:00:01+00:00']]);
  });

  test('the zone a person says wins; without id or zone the day alone is told', async () => {
    const said = await readLog(csv('from-trunk'), { timeZone: 'America/Chicago' });
    expect(said.calls[0]?.report).toMatchObject({ occurredAt: '2026-11-20T10:00:01', timeZone: 'America/Chicago' });
    const unsaid = await readLog(csv('from-trunk', 'ANSWERED', ''));
    expect(unsaid.calls[0]?.report.occurredAt).toBe('2026-11-20');
    expect(unsaid.timeZoneNeeded).toBe(true);
    expect((await readLog(csv('from-trunk', 'ANSWERED', '1795168999.1'))).timeZoneNeeded).toBe(true);
  });

  test('directions by the usual contexts, the ones a person names, or the line; never by a guess', async () => {
    const outgoing = csv('from-internal').replace('"100"', '"2025550124"');
    const voicemail = csv('from-trunk', 'ANSWERED', '', 'VoiceMail');
    const log = [csv('from-trunk'), outgoing, csv('from-internal'), csv('shop'), voicemail].join('\n');
    const usual = await readLog(log);
    expect(usual.calls.map(({ direction, report }) => [direction, report.sender])).toEqual([
      ['in', '2025550123'],
      ['out', '2025550124'],
      ['voicemail', '2025550123'],
    ]);
    expect(usual.skipped).toEqual([
      { row: 3, reason: 'internal' },
      { row: 4, reason: 'direction' },
    ]);
    const named = await readLog(log, { inbound: ['shop'] });
    expect(named.calls.map(({ row, direction }) => [row, direction])).toEqual([
      [2, 'out'],
      [4, 'in'],
    ]);
    const ownLine = await readLog(csv('shop').replace('"100"', '"14135550142"'), { line: '+1 413 555 0142' });
    expect(ownLine.calls[0]?.direction).toBe('in');
  });

  test('a row with the wrong number of columns or a broken date is told', async () => {
    const log = [csv('from-trunk'), '"a","b"', csv('from-trunk').replace('"2026-11-20 10:00:01"', '"soon"')].join('\n');
    expect((await readLog(log)).skipped).toEqual([
      { row: 2, reason: 'columns' },
      { row: 3, reason: 'date' },
    ]);
  });
});

describe('3CX', () => {
  const row = (parts: {
    from?: string;
    to?: string;
    answered?: string;
    fromType?: string;
    toType?: string;
    final?: string;
  }) =>
    `Call 1234,00000123ABCD,00:00:29,2026/11/20 10:00:01,${parts.answered ?? '2026/11/20 10:00:05'},2026/11/20 10:00:30,TerminatedBySrc,${parts.from ?? '2025550123'},${parts.to ?? 'Ext.100'},,100,100,,100,100,,,,,Chain: 2025550123;Ext.100;,${parts.fromType ?? 'LineNumber'},${parts.toType ?? 'Extension'},${parts.final ?? 'Extension'},SPAM,,,`;

  test('the usual fields without header', async () => {
    const page = await readLog(
      [
        row({}),
        row({ answered: '' }),
        row({ final: 'VoiceMail' }),
        row({ from: 'Ext.100', to: '2025550124', fromType: 'Extension', toType: 'LineNumber' }),
        row({ from: 'Ext.100', to: 'Ext.101', fromType: 'Extension' }),
      ].join('\r\n'),
      { timeZone: 'America/New_York' },
    );
    expect(page.format).toBe('3cx-cdr');
    expect(reports(page)).toEqual([
      ['in', 29, '2025550123', '2026-11-20T10:00:01'],
      ['missed', 0, '2025550123', '2026-11-20T10:00:01'],
      ['voicemail', 29, '2025550123', '2026-11-20T10:00:01'],
      ['out', 29, '2025550124', '2026-11-20T10:00:01'],
    ]);
    expect(page.skipped).toEqual([{ row: 5, reason: 'internal' }]);
  });

  test('fields in another order, by their header', async () => {
    const log = 'time-start,time-answered,from-no,to-no,duration\n2026-11-20 10:00:01,,2025550123,Ext.100,00:00:10\n';
    const page = await readLog(log, { timeZone: 'America/New_York' });
    expect(page.format).toBe('3cx-cdr');
    expect(reports(page)).toEqual([['missed', 0, '2025550123', '2026-11-20T10:00:01']]);
  });
});

describe('FRITZ!Box', () => {
  const seven = 'sep=;\nTyp;Datum;Name;Rufnummer;Nebenstelle;Eigene Rufnummer;Dauer\n';
  const eight = 'sep=;\nTyp;Datum;Name;Rufnummer;Landes-/Ortsnetzbereich;Nebenstelle;Eigene Rufnummer;Dauer\n';
  const german = { country: 'DE', timeZone: 'Europe/Berlin' };

  test('seven columns', async () => {
    const page = await readLog(
      `${seven}1;20.11.26 10:01;Müller, Eva;0301234567;Fon 1;5550142;0:05\n2;20.11.26 10:02;;03012345678;;5550142;0:00\n3;20.11.26 10:03;;;;5550142;0:00\n4;20.11.26 10:04;;0301234567;Fon 1;5550142;1:02\n9;20.11.26 10:04;;0301234567;Fon 1;5550142;1:02\n`,
      german,
    );
    expect(page.format).toBe('fritzbox-csv');
    expect(reports(page)).toEqual([
      ['in', 300, '0301234567', '2026-11-20T10:01:00'],
      ['missed', 0, '03012345678', '2026-11-20T10:02:00'],
      ['rejected', 0, '', '2026-11-20T10:03:00'],
      ['out', 3720, '0301234567', '2026-11-20T10:04:00'],
    ]);
    expect(page.calls.map(({ contact }) => contact)).toEqual([true, false, false, false]);
    expect(page.skipped).toEqual([{ row: 5, reason: 'direction' }]);
  });

  test.each([['utf8'], ['latin1']] as const)('eight columns, in %s', async (encoding) => {
    const file = Buffer.from(`${eight}1;20.11.26 10:01;Müller;0301234567;Köln;Fon 1;5550142;0:05\n`, encoding);
    const page = await readLog(file, german);
    expect(reports(page)).toEqual([['in', 300, '0301234567', '2026-11-20T10:01:00']]);
    expect(page.calls[0]?.contact).toBe(true);
  });

  test('a row with another number of columns is told', async () => {
    const page = await readLog(`${eight}1;20.11.26 10:01;;0301234567;Fon 1;5550142;0:05\n`, german);
    expect(page.skipped).toEqual([{ row: 1, reason: 'columns' }]);
  });
});

test('FTC: topic and robocall flag are kept, the consumer is not', async () => {
  const page = await readLog(
    [
      'Company_Phone_Number,Created_Date,Violation_Date,Consumer_City,Consumer_State,Consumer_Area_Code,Subject,Recorded_Message_Or_Robocall',
      '2025550123,2026-11-20 00:01:41,2026-11-19 18:17:00,Exampletown,Illinois,217,Warranties  & protection plans,Y',
      '+12025550124,2026-11-20 00:04:45,2026-11-20 00:00:00,,Florida,305,No Subject Provided,',
      ',2026-11-20 00:10:01,2026-11-19 20:59:00,,California,805,Other,N',
      '0000000000,2026-11-20 00:10:01,2026-11-19 20:59:00,,California,805,Other,N',
    ].join('\n'),
  );
  expect(page.format).toBe('ftc-csv');
  expect(page.calls.map(({ report }) => report)).toEqual([
    {
      kind: 'call',
      sender: '+12025550123',
      occurredAt: '2026-11-19T18:17:00',
      timeZone: 'America/Chicago',
      topic: 'warranties',
      recorded: true,
    },
    { kind: 'call', sender: '+12025550124', occurredAt: '2026-11-20', topic: 'none_given' },
  ]);
  expect(page.skipped).toEqual([
    { row: 3, reason: 'sender_empty' },
    { row: 4, reason: 'sender_placeholder' },
  ]);
});
