import { expect, test } from 'vitest';
import { csvLine, safeText } from '#shared/export/csv.ts';

test.each([
  ['=cmd()', "'=cmd()"],
  ['+41', "'+41"],
  ['-x@y.example', "'-x@y.example"],
  ['@sum(a1)', "'@sum(a1)"],
  ['＝1+1', "'＝1+1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠a', "'＠a"],
  ['\t=1', "'=1"],
  ['\n=1', "'=1"],
  ['  =1', "'=1"],
  ['\u00a0=1', "'=1"],
  ['\u200b=1', "'=1"],
  ['\u202e=1', "'=1"],
  ['\u0000=1', "'=1"],
  ['BANK\u202eKNAB', 'BANKKNAB'],
  ['A=B', 'A=B'],
  ['user@mail.example', 'user@mail.example'],
  ['\ud800x', '\ufffdx'],
  ['', ''],
])('%j becomes %j', (text, safe) => {
  expect(safeText(text)).toBe(safe);
});

test('a field is quoted when any program could split it', () => {
  expect(csvLine(['a', 'a,b', 'say "x"', 'a;b', 'a b', "'=1", null, 3])).toBe(
    `a,"a,b","say ""x""","a;b","a b","'=1",,3\r\n`,
  );
});
