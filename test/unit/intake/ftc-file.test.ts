import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { FtcFileFault, type FtcRecord, readFtcFile } from '#shared/intake/ftc-file.ts';
import { ftcColumns } from '#shared/intake/ftc-row.ts';

const header = ftcColumns.join(',');

async function read(...lines: readonly string[]): Promise<FtcRecord[]> {
  const records: FtcRecord[] = [];
  for await (const record of readFtcFile(Readable.from([lines.join('\r\n')]))) {
    records.push(record);
  }
  return records;
}

const row = (number: string, rest = '2026-03-05 00:06:28,2026-03-04 16:25:00,Springfield,Illinois,217,Other,Y') =>
  `${number},${rest}`;

test('an ordinary row', async () => {
  const [record] = await read(
    header,
    row(
      '2175550143',
      '2026-03-05 00:06:28,2026-03-04 16:25:00,SPRINGFIELD,Illinois,217,"Reducing your debt (credit cards, mortgage, student loans)",N',
    ),
  );
  expect(record).toMatchObject({
    kind: 'row',
    row: {
      number: '2175550143',
      createdAt: '2026-03-05T00:06:28',
      calledAt: '2026-03-04T16:25:00',
      city: 'SPRINGFIELD',
      state: 'Illinois',
      areaCode: '217',
      topic: 'debt_relief',
      recorded: false,
    },
  });
});

test('midnight exactly means that the time is not known', async () => {
  const [record] = await read(
    header,
    row('2175550143', '2026-03-05 00:06:28,2026-03-04 00:00:00,,Illinois,217,Other,'),
  );
  expect(record).toMatchObject({ row: { calledAt: '2026-03-04', recorded: undefined } });
});

test('labels are compared with white space collapsed; an unknown one is kept as other', async () => {
  const records = await read(
    header,
    row('2175550143', '2026-03-05 00:06:28,2026-03-04 16:25:00,,Illinois,217,Computer  & technical support,Y'),
    row('2175550143', '2026-03-05 00:06:28,2026-03-04 16:25:00,,Illinois,217,Computer & technical support,Y'),
    row('2175550143', '2026-03-05 00:06:28,2026-03-04 16:25:00,,Illinois,217,Something new,Y'),
  );
  expect(
    records.map((record) => (record.kind === 'row' ? [record.row.topic, record.row.unknownSubject] : null)),
  ).toEqual([
    ['tech_support', false],
    ['tech_support', false],
    ['other', true],
  ]);
});

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['__________', 'placeholder'],
  ['0000000000', 'placeholder'],
  ['5006', 'short'],
  ['+15006', 'short'],
  ['000000000000', 'long'],
  ['12175550143', 'long'],
  ['1175550143', 'not_nanp'],
  ['2171550143', 'not_nanp'],
  ['0175550143', 'not_nanp'],
])('the number "%s" is skipped as %s', async (number, reason) => {
  expect(await read(header, row(number))).toEqual([{ kind: 'skipped', reason, line: 2 }]);
});

test('+1 before ten digits is dropped', async () => {
  expect(await read(header, row('+12175550143'))).toMatchObject([{ row: { number: '2175550143' } }]);
});

test('a row with too few cells or a broken date is skipped, and the next one read', async () => {
  expect(
    await read(
      header,
      '2175550143,2026-03-05',
      row('2175550143', 'soon,now,,Illinois,217,Other,Y'),
      row('2175550143', '2026-02-30 00:00:00,2026-02-01 10:00:00,,Illinois,217,Other,Y'),
      row('2175550143'),
    ),
  ).toMatchObject([
    { kind: 'skipped', reason: 'columns', line: 2 },
    { kind: 'skipped', reason: 'date', line: 3 },
    { kind: 'skipped', reason: 'date', line: 4 },
    { kind: 'row' },
  ]);
});

test('identical rows have the same fingerprint, others not', async () => {
  const records = await read(header, row('2175550143'), row('2175550143'), row('2175550144'));
  const prints = records.map((record) => (record.kind === 'row' ? record.row.fingerprint : null));
  expect(prints[0]).toBe(prints[1]);
  expect(prints[0]).not.toBe(prints[2]);
});

test.each([
  ['an empty file', ['']],
  ['another header', ['number,date', '1,2']],
  ['a web page', ['<!DOCTYPE html><html><body>404</body></html>']],
  ['binary data', ['PK\u0003\u0004\u0000\u0000', '\u0000\u0001']],
  ['an open quotation mark', [header, '2175550143,"2026-03-05 00:06:28,x', row('2175550143')]],
  ['a record without end', [header, `2175550143,"${'x'.repeat(100_000)}`]],
])('%s is refused as a whole, in words that quote nothing of it', async (_name, lines) => {
  const reading = read(...lines);
  await expect(reading).rejects.toBeInstanceOf(FtcFileFault);
  await expect(reading).rejects.not.toThrow('2175550143');
});

test.each([
  ['called', '2026-03-05 00:06:28,1969-07-20 20:17:00'],
  ['created', '1969-07-20 20:17:00,2026-03-04 16:25:00'],
  ['created', '2126-03-05 00:06:28,2026-03-04 16:25:00'],
])('a row %s in another age is skipped by its date', async (_which, dates) => {
  expect(await read(header, row('2175550143', `${dates},,Illinois,217,Other,Y`))).toEqual([
    { kind: 'skipped', reason: 'date', line: 2 },
  ]);
});
