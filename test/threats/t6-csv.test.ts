import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { publishExport } from '#shared/export/publish-export.ts';
import { fakeArchive } from '#test/support/export/fake-archive.ts';
import { aSender, aSubject, fakeSource, subjectId } from '#test/support/export/offender-builders.ts';
import { regulatorCalls, testNow } from '#test/support/export/regulator-calls.ts';

/** Senders that name themselves for the regulator's spreadsheet, and what it may show of them. */
const payloads: [type: 'alphanumeric' | 'email', value: string, shown: string][] = [
  ['alphanumeric', '=CMD()', "'=CMD()"],
  ['alphanumeric', "=CMD|'/C'!A1", "'=CMD|'/C'!A1"],
  ['alphanumeric', '+SUM(1,1)', "'+SUM(1,1)"],
  ['alphanumeric', '-2+3', "'-2+3"],
  ['alphanumeric', '@SUM(A1)', "'@SUM(A1)"],
  ['alphanumeric', '＝1+1', "'＝1+1"],
  ['alphanumeric', '\t=1+1', "'=1+1"],
  ['alphanumeric', '\r=1+1', "'=1+1"],
  ['alphanumeric', '\n=1+1', "'=1+1"],
  ['alphanumeric', 'A";=1+1;"', 'A";=1+1;"'],
  ['alphanumeric', 'A\r\n=1+1', 'A=1+1'],
  ['email', '=hyperlink("http://198.51.100.7")@mail.example', `'=hyperlink("http://198.51.100.7")@mail.example`],
  ['email', '-x@mail.example', "'-x@mail.example"],
];

const subjects = payloads.map(([type, value], index) =>
  aSubject({ id: subjectId(index), sender: aSender({ type, value, country: null, validity: 'not_applicable' }) }),
);
const source = fakeSource([...subjects, aSubject({ id: subjectId(99) })]);
const formula = /^[=+\-@＝＋－＠\s\t\r\n]/u;

function check(csv: string): void {
  const rows: string[][] = parse(csv, { from: 2 });
  expect(rows.map((row) => row[4])).toEqual([...payloads.map(([, , shown]) => shown), '1 413 555 0142']);
  expect(rows.flat().filter((cell) => formula.test(cell))).toEqual([]);
  // Neither may a program that splits at other separators find a formula at the start of a piece.
  for (const line of csv.split('\r\n')) {
    expect(
      line
        .split('"')
        .filter((_piece, index) => index % 2 === 0)
        .join(''),
    ).not.toMatch(/[;\t][=+\-@]/);
  }
}

test('T6: no cell of a CSV page is a formula, and the page is an attachment that is not sniffed', async () => {
  const { get } = await regulatorCalls({ source });
  const answer = await get('/v1/offenders?format=csv');
  check(answer.body ?? '');
  expect(answer.headers).toMatchObject({
    'content-disposition': expect.stringMatching(/^attachment;/),
    'x-content-type-options': 'nosniff',
  });
});

test('T6: no cell of an exported CSV is a formula; JSON lines hold what was sent', async () => {
  const archive = fakeArchive();
  const manifest = await publishExport({ now: testNow, source, files: archive });
  const [csv = '', jsonl = ''] = manifest.files.map(({ name }) =>
    gunzipSync(archive.contents.get(`${manifest.id}/${name}`) ?? '').toString(),
  );
  check(csv);
  const values = jsonl
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).value);
  expect(values).toEqual([...payloads.map(([, value]) => value), '+14135550142']);
});
