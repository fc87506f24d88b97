import { describe, expect, it } from 'vitest';
import type { FlatListOutcome } from '#shared/registry/flat-list.ts';
import { expectRead, readText } from '#test/support/import-lines.ts';

const messageOf = (outcome: FlatListOutcome) => (outcome.kind === 'refused' ? outcome.message : 'read');
const good = Array.from({ length: 2000 }, (_, index) => `413,555${String(index).padStart(4, '0')}`);

describe('a flat full list', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('is read with %s line ends, in chunks of any size, with or without the last one', async (_, end) => {
    for (const size of [1, 2, 7, 12, 13, 4096]) {
      for (const last of ['', end]) {
        const { numbers, summary } = expectRead(await readText(good.slice(0, 50).join(end) + last, null, size));
        expect([numbers.size, summary.lines, summary.skipped]).toEqual([50, 50, {}]);
      }
    }
  });

  it('may have mixed line ends, empty lines, blanks around the parts and a byte order mark', async () => {
    const text = '\ufeff416,1234567\r\n\n 416 , 1234568 \r416,1234569\n\r\n\t\n202,5550142';
    const { numbers, summary } = expectRead(await readText(text, null, 16));
    expect([numbers.size, summary.lines, summary.skipped]).toEqual([4, 4, {}]);
    expect(numbers.areas().map(({ area, pages, numbers: count }) => [area, pages, count])).toEqual([
      ['1202', ['1202555'], 1],
      ['1416', ['1416123'], 3],
    ]);
    expect([...numbers.lines('1416123')]).toEqual([4567, 4568, 4569]);
  });

  it('holds the first and the last line of a page', async () => {
    const { numbers } = expectRead(await readText('413,5550000\n413,5559999\n413,5560000\n'));
    expect([...numbers.lines('1413555')]).toEqual([0, 9999]);
    expect([...numbers.lines('1413556')]).toEqual([0]);
  });

  it('counts what it skips by reason, with the first five lines of each', async () => {
    const bad = ['413,555014', '013,5550142', 'hello', '413,5550142,A', '413;5550142', ...good.slice(0, 7)];
    const { numbers, summary } = expectRead(await readText([...good, ...bad, '413,5559999'].join('\n')));
    expect(numbers.size).toBe(2001);
    expect(summary.lines).toBe(2013);
    expect(summary.skipped).toEqual({
      wrong_length: { count: 1, firstLines: [2001] },
      not_nanp: { count: 1, firstLines: [2002] },
      bad_line: { count: 2, firstLines: [2003, 2005] },
      more_columns: { count: 1, firstLines: [2004] },
      duplicate: { count: 7, firstLines: [2006, 2007, 2008, 2009, 2010] },
    });
  });

  it('skips numbers of another area code than the file names', async () => {
    const { numbers, summary } = expectRead(await readText([...good, '416,5550142'].join('\n'), '413'));
    expect(numbers.size).toBe(2000);
    expect(summary.skipped).toEqual({ other_area: { count: 1, firstLines: [2001] } });
  });
});

describe('a file that is refused as a whole', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['empty', '', /is empty/],
    ['nothing but line ends', '\n\n\r\n', /no numbers/],
    ['a zip archive', Buffer.from(`PK\u0003\u0004${'x'.repeat(300)}`, 'latin1'), /zip archive/],
    ['a short zip archive', Buffer.from('PK\u0003\u0004', 'latin1'), /zip archive/],
    ['binary', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2, 3]), /binary/],
    ['gzip inside gzip', Buffer.from('1f8b0800', 'hex'), /compressed twice/],
    ['UTF-16', Buffer.from('\ufeff413,5550142\n', 'utf16le'), /UTF-16/],
    ['an HTML page', `\n<!DOCTYPE html><html><body>Log in</body></html>`, /HTML page/],
    ['XML', "<list type='full' level='ac' val='416' />\n<ac val='416'>", /XML/],
    ['a change list', '413,5550142,2026-11-01 10:00:00,A\n413,5550143,2026-11-01 10:00:00,D\n', /change list/],
    ['a table of another kind', 'name;number\nDoe;4135550142\nRoe;4135550143\n', /3 of 3 lines/],
    ['one number without its comma', '4135550142\n', /1 of 1 lines/],
    ['one endless line', '4'.repeat(10_000), /more than 4096 characters/],
    ['cut in the middle of a line', `${good.join('\n')}\n413,555`, /cut short/],
    [
      'more than one in a hundred bad',
      `${[...good, ...Array(21).fill('x')].join('\n')}\n`,
      /21 of 2021 lines.*line 2001/,
    ],
    ['another area than its name says', good.join('\n'), /other_area/],
  ])('%s', async (name, content, message) => {
    expect(messageOf(await readText(content, name.startsWith('another area') ? '416' : null))).toMatch(message);
  });

  it('is given up soon, not read to the end', async () => {
    let given = 0;
    const outcome = await readText(`${'no list\n'.repeat(100_000)}`, null, 1000);
    given = outcome.summary.bytes;
    expect(outcome.kind).toBe('refused');
    expect(given).toBeLessThan(10_000);
  });
});
