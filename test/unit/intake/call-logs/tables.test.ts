import { expect, test } from 'vitest';
import { csvMappingSchema } from '#shared/intake/call-logs/csv/csv-mapping.ts';
import { readLog, refusalOf } from '#test/support/call-logs/read-log.ts';

const zone = { timeZone: 'America/New_York' };

/** What is seen at carriers and exchanges; numbers invented. */
const seen: readonly (readonly [string, string, readonly (readonly unknown[])[]])[] = [
  [
    'BT: a bill of outgoing calls',
    'Charge Code,Installation No,Line No,Charge Card No,Date,Time,Destination,Called No,Duration,Txt Direct Rebate,Cost\nX,1,02079460123,,2026-11-20,10:00:01,London,2025550123,00:01:05,,0.1\n',
    [['out', 65, '2025550123', '2026-11-20T10:00:01']],
  ],
  [
    'DIDWW: incoming, in UTC',
    'Date/Time Start (UTC),Date/Time Connect (UTC),Date/Time End (UTC),Source,DID,Destination,Duration (secs),Disconnect Initiator\n2026-11-20 10:00:01,,2026-11-20 10:00:30,12025550123,14135550142,100,25,x\n',
    [['in', 25, '12025550123', '2026-11-20T10:00:01Z']],
  ],
  [
    'T-Mobile: the destination says which calls came in',
    'Date and time,Destination,Number,Minutes,Type\n"Nov 20, 2026, 9:05 PM",Incoming,(202) 555-0123,2,-\n"Nov 20, 2026, 9:15 PM","Boston, MA",(202) 555-0124,3,-\n',
    [
      ['in', 120, '(202) 555-0123', '2026-11-20T21:05:00'],
      ['out', 180, '(202) 555-0124', '2026-11-20T21:15:00'],
    ],
  ],
  [
    'Verizon, with lines in front of the header',
    'Account 12,summary\n\nDate,Time,Number,Origination,Destination,Min.\n11/20/2026,9:05PM,202-555-0123,"Boston, MA","Incoming, CL",2\n',
    [['in', 120, '202-555-0123', '2026-11-20T21:05:00']],
  ],
  [
    'iMazing',
    'Call type,Date,Duration,Number,Contact,Location,Service\nIncoming,2026-11-20 10:00:01,00:00:12,+1 202 555 0123,,US,Phone\nMissed,2026-11-20 10:00:01,,+1 202 555 0124,Bob,US,Phone\n',
    [
      ['in', 12, '+1 202 555 0123', '2026-11-20T10:00:01'],
      ['missed', null, '+1 202 555 0124', '2026-11-20T10:00:01'],
    ],
  ],
  [
    "3CX, the console's export",
    'Call Time,Call ID,From,To,Direction,Status,Ringing,Talking,Cost,Call Activity Details\n2026-11-20 10:00:01,1,SPAM (2025550123),100,Inbound,Unanswered,00:00:10,00:00:00,,x\n',
    [['missed', 0, '2025550123', '2026-11-20T10:00:01']],
  ],
  [
    'a spreadsheet paste without header',
    '2026-11-20\t10:00\t202-555-0123\n2026-11-20\t11:00\t202-555-0124\n',
    [
      ['in', null, '202-555-0123', '2026-11-20T10:00:00'],
      ['in', null, '202-555-0124', '2026-11-20T11:00:00'],
    ],
  ],
  [
    'German, with semicolons and its own date',
    'sep=;\r\nDatum;Uhrzeit;Rufnummer;Dauer;Richtung\r\n20.11.2026;10:00:01;+12025550123;00:00:12;eingehend\r\n',
    [['in', 12, '+12025550123', '2026-11-20T10:00:01']],
  ],
];

test.each(seen)('%s', async (_name, file, expected) => {
  const page = await readLog(file, zone);
  expect(page.format).toBe('generic-csv');
  expect(
    page.calls.map(({ direction, durationSeconds, report }) => [
      direction,
      durationSeconds,
      report.sender,
      report.occurredAt,
    ]),
  ).toEqual(expected);
});

test.each([
  ['a day after the twelfth tells: day first', '20/11/2026', 'US', '2026-11-20'],
  ['a day after the twelfth tells: month first', '11/20/2026', 'GB', '2026-11-20'],
  ['the country tells: month first', '02/03/2026', 'US', '2026-02-03'],
  ['the country tells: day first', '02/03/2026', 'GB', '2026-03-02'],
  ['the year in front tells', '2026/02/03', 'GB', '2026-02-03'],
])('dates: %s', async (_name, date, country, read) => {
  const page = await readLog(`Date,Number\n${date},+1 202 555 0123\n`, { country });
  expect(page.calls[0]?.report.occurredAt).toBe(read);
});

test('the mapping is shown, and the one that a person sends back is used', async () => {
  const file = 'Date,Number,Name\n02/03/2026,+1 202 555 0123,Bob\n';
  const guessed = await readLog(file);
  expect(guessed.mapping).toEqual({
    delimiter: ',',
    headerRecords: 1,
    columns: { date: 0, number: 1, contact: 2 },
    dateOrder: 'mdy',
    durationIn: 'seconds',
    utc: false,
    otherwise: 'in',
  });
  const mapping = csvMappingSchema.parse({ ...guessed.mapping, dateOrder: 'dmy', otherwise: 'out' });
  const corrected = await readLog(file, { mapping });
  expect(corrected.calls[0]).toMatchObject({ direction: 'out', contact: true, report: { occurredAt: '2026-03-02' } });
});

test("the person's own line at one end tells the way", async () => {
  const file = 'Date,From,To\n2026-11-20,2025550123,4135550142\n2026-11-20,4135550142,2025550124\n';
  const { calls } = await readLog(file, { line: '+1 413 555 0142' });
  expect(calls.map(({ direction, report }) => [direction, report.sender])).toEqual([
    ['in', '2025550123'],
    ['out', '2025550124'],
  ]);
});

test('broken rows are told, whatever is wrong with them', async () => {
  const file = [
    'Date,Number,Duration',
    '2026-11-20,2025550123,1',
    '2026-11-20',
    '"2026-11-20"x,2025550123,1',
    '2026-02-30,2025550123,1',
    '2027-11-20,2025550123,1',
    ',2025550123,1',
    'Total,,3',
    `2026-11-20,${'1'.repeat(70)},1`,
    `2026-11-20,"${'x'.repeat(70_000)}",1`,
    '2026-11-20,2025550124,"never closed',
    '2026-11-20,2025550125,1',
  ].join('\n');
  const { rows, calls, skipped } = await readLog(file);
  expect(rows).toBe(11);
  expect(calls.map(({ row }) => row)).toEqual([1, 11]);
  expect(skipped.map(({ reason }) => reason)).toEqual([
    'columns',
    'malformed',
    'date',
    'date',
    'date',
    'date',
    'too_long',
    'too_long',
    'malformed',
  ]);
});

test.each([
  ['prose', 'Dear friend,\nthis is a letter, not a log.\n'],
  ['a table of other things', 'Name,Price\nApples,3\nPears,4\n'],
  ['JSON', '{"kind":"call"}'],
  ['another XML', '<feed><entry/></feed>'],
  ['a web page', '<html><body><p>Hello</p></body></html>'],
])('%s is no call log', async (_name, file) => {
  expect(await refusalOf(file)).toBe('not_a_log');
});

test('a log in another format than the one asked for is refused', async () => {
  expect(await readLog('Date,Number\n2026-11-20,2025550123\n', { format: 'generic-csv' })).toMatchObject({ rows: 1 });
  await expect(readLog('Date,Number\n2026-11-20,2025550123\n', { format: 'smsbr-calls' })).rejects.toThrow('not_a_log');
});
