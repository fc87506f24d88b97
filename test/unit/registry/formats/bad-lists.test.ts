import { describe, expect, it } from 'vitest';
import type { ListReadOptions } from '#shared/registry/formats/list-reading.ts';
import { findRegistry, usNational } from '#shared/registry/registries.ts';
import { expectRead, listFile, messageOf, nameOf, readEntries } from '#test/support/registry/list-file.ts';

const registry = (id: string) => findRegistry(id) ?? usNational;
const good = Array.from({ length: 2000 }, (_, index) => `413,555${String(index).padStart(4, '0')}`);
const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index));
const skippedOf = async (lines: readonly string[], id = 'us-national', options: Partial<ListReadOptions> = {}) =>
  expectRead(await readEntries(listFile(`${lines.join('\n')}\n`, nameOf(), 1000), registry(id), options)).summary
    .skipped;

describe('a bad line is skipped, counted by reason and located', () => {
  it.each<[string, readonly string[], string, Partial<ListReadOptions>, Record<string, readonly string[]>]>([
    [
      'flat',
      [
        ...good,
        '413,555014',
        '013,5550142',
        'hello',
        '413,5550142,A',
        '413;5550142',
        '416,5550142',
        '413,555\u00000142',
      ],
      'us-national',
      {},
      {
        wrong_length: ['2001'],
        not_in_plan: ['2002'],
        bad_line: ['2003', '2005', '2007'],
        more_columns: ['2004'],
        other_country: ['2006'],
      },
    ],
    [
      'flat changes',
      [
        ...good.map((line) => `${line},2026-10-30,A`),
        '413,5559990,2026-10-30,X',
        '413,5559990,2026-13-45,A',
        '413,5559990,2026-11-30,A',
        '413,5559990,2026-10-30',
        '413,5559990,2026-10-30,A,more',
        '413,555999,2026-10-30,D',
      ],
      'us-national',
      {},
      {
        bad_operation: ['2001'],
        bad_day: ['2002', '2003'],
        bad_line: ['2004'],
        more_columns: ['2005'],
        wrong_length: ['2006'],
      },
    ],
    [
      'number and name',
      [
        'Phone,Name',
        ...many(300, (index) => `6175550${String(index).padStart(3, '0')},DOE`),
        '2125550142,DOE',
        '617555014,DOE',
        ',DOE',
      ],
      'us-ma',
      {},
      { bad_line: ['1', '304'], other_area: ['302'], wrong_length: ['303'] },
    ],
    [
      'one column of the United Kingdom',
      [
        ...many(300, (index) => `01632960${String(index).padStart(3, '0')}`),
        '0441632960',
        '+14135550142',
        '0163296',
        '01632x60001',
      ],
      'uk-tps',
      {},
      { not_in_plan: ['301'], other_country: ['302'], wrong_length: ['303'], bad_line: ['304'] },
    ],
    [
      'one column of Singapore',
      [...many(300, (index) => `61234${String(index).padStart(3, '0')}`), '51234567', '6123456'],
      'sg-dnc',
      { kind: 1 },
      { not_in_plan: ['301'], wrong_length: ['302'] },
    ],
    [
      'preferences',
      [
        ...many(300, (index) => `9876543${String(index).padStart(3, '0')},START 1`),
        '9876543999,START 8',
        '98765439990,START 1',
        'START 1',
      ],
      'in-ncpr',
      {},
      { bad_category: ['301'], wrong_length: ['302'], bad_line: ['303'] },
    ],
  ])('%s', async (_, lines, id, options, reasons) => {
    const skipped = await skippedOf(lines, id, options);
    expect(Object.fromEntries(Object.entries(skipped).map(([reason, { firstLines }]) => [reason, firstLines]))).toEqual(
      reasons,
    );
  });

  it('XML', async () => {
    const list = expectRead(
      await readEntries(
        listFile(
          "<list type='full' level='ac' val='416'>\n<ac val='416'>\n" +
            `${many(400, (index) => `<ph val='5550${String(index).padStart(3, '0')}'/>`).join('\n')}\n` +
            "<ph val='5559990 <ph val='5559991'/>\n<ph val='555999'/>\n<ph val=5559992/>\n<ph val='&#53;559992'/>\n" +
            "<ph val='5559993' val='5559993'/>\n</ac>\n<ph val='5559994'/>\n<ac val='604'><ph val='5550142'/></ac></list>",
          nameOf(),
          3,
        ),
        registry('ca-dncl'),
      ),
    );
    expect(list.numbers).toHaveLength(401);
    expect(list.summary.skipped).toEqual({
      malformed: { count: 4, firstLines: ['403', '405', '406', '407'] },
      wrong_length: { count: 1, firstLines: ['404'] },
      bad_line: { count: 1, firstLines: ['409'] },
      other_area: { count: 1, firstLines: ['410'] },
    });
  });

  it('another area code than the file is named for', async () => {
    const reading = await readEntries(listFile([...good, '818,5550142\n'].join('\n'), nameOf('413')));
    expect(expectRead(reading).summary.skipped).toEqual({ other_area: { count: 1, firstLines: ['2001'] } });
  });
});

describe('a file is refused as a whole', () => {
  it.each<[string, string | Uint8Array, RegExp, string?, Partial<ListReadOptions>?, string?]>([
    ['empty', '', /is empty/],
    ['empty, of an area code', '', /is empty\. If .* --format us-flat-change/, 'us-national', {}, nameOf('413')],
    ['empty, told as a full list', '', /is empty/, 'us-national', { format: 'us-flat' }, nameOf('413')],
    ['empty changes of nobody knows where', '', /is empty/, 'us-national', { format: 'us-flat-change' }],
    ['a full list without numbers', "<list type='full' level='ac' val='413'><ac val='413'></ac></list>", /no numbers/],
    ['changes of nobody knows where', "<list type='change'></list>", /no numbers/],
    ['no changes, cut short', "<list type='change' level='ac' val='413'><ac val='413'>", /cut short/],
    [
      'no changes but bad ones',
      "<list type='change' level='ac' val='413'><ac val='413'><ph/></ac></list>",
      /1 of 1 lines/,
    ],
    ['nothing but line ends', '\n\n\r\n', /none of the formats/],
    ['binary', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2, 3]), /binary/],
    ['UTF-16', Buffer.from('\ufeff413,5550142\n', 'utf16le'), /UTF-16/],
    ['an HTML page', '\n<!DOCTYPE html><html><body>Log in</body></html>', /HTML page/],
    ['XML with a document type', "<!DOCTYPE list [<!ENTITY a 'b'>]><list type='full'/>", /document type or entities/],
    [
      'XML with CDATA',
      "<list type='full' level='all' val=''><![CDATA[x]]></list>",
      /line 1.* declares|Line 1 declares/,
    ],
    ['XML without a list', "<ac val='413'><ph val='5550142'/></ac>", /before the list/],
    [
      'XML of unknown scope',
      "<list type='some'><ac val='413'><ph val='5550142'/></ac></list>",
      /neither type='full' nor/,
    ],
    ['XML cut within an area', "<list type='full'><ac val='413'><ph val='5550142'/>", /cut short/],
    ['XML cut within a tag', "<list type='full'/><ac val='413'><ph val='5550142'/></ac><ac val='4", /cut short/],
    ['XML cut within its list', "<list type='full'><ac val='413'><ph val='5550142'/></ac>", /cut short/],
    ['XML with an endless tag', `<list type='full'><ac val='413'><ph ${'a'.repeat(9000)}`, /more than 4096 bytes/],
    [
      'XML of another area than named',
      "<list type='full' level='ac' val='818'/>",
      /named for area code 413/,
      'us-national',
      {},
      nameOf('413'),
    ],
    ['one endless line', `413,5550142\n${'4'.repeat(10_000)}`, /more than 4096 bytes/],
    ['cut in the middle of a line', `${good.join('\n')}\n413,555`, /middle of line 2001: it was cut short/],
    ['cut in a number of no fixed length', '01632960123\n0163296012', /middle of line 2/, 'uk-tps'],
    [
      'more than one in a hundred bad',
      `${[...good, ...many(21, () => 'x')].join('\n')}\n`,
      /21 of 2021 lines.*line 2001/,
    ],
    [
      'another area than its name says',
      good.join('\n'),
      /lines are not .*other_area/,
      'us-national',
      {},
      nameOf('818'),
    ],
    ['a list of another country', `${many(50, (i) => `416,55500${i + 10}`).join('\n')}\n`, /another country/],
    ['a list of another continent', `${many(50, (i) => `+4416329600${i + 10}`).join('\n')}\n`, /another country/],
    ['a format of another registry', '6175550100,DOE\n6175550101,ROE\n', /number and last name.*--format/],
    ['none of the formats', 'name;number\nDoe;Roe\n', /none of the formats/],
    [
      'full where changes were named',
      "<list type='full'/>",
      /taken for a change list/,
      'us-national',
      { format: 'acph-xml-change' },
    ],
    ['of no named register', '61234567\n', /--kind/, 'sg-dnc'],
    [
      'a date that there never was',
      '413,5550142\n',
      /2026-02-30, is not a date/,
      'us-national',
      {},
      nameOf('413', 'txt', '2026-2-30'),
    ],
    ['of the future', '413,5550142\n', /in the future/, 'us-national', {}, nameOf('413', 'txt', '2026-11-23')],
    ['without a date', '413,5550142\n', /date of the list is not known/, 'us-national', {}, 'list.txt'],
    ['dated twice and differently', '# list-date: 2026-11-02\n+14135550142\n', /disagree/],
    [
      'a header date of the future',
      '# list-date: 2027-11-02\n+14135550142\n',
      /in the future/,
      'us-national',
      {},
      'l.txt',
    ],
    ['no date at all as told', '413,5550142\n', /is not a date/, 'us-national', { listDate: '1.11.2026' }],
    [
      'columns that make no change list',
      '1,2\n',
      /columns/,
      'us-national',
      { format: 'us-flat-change', columns: ['number'] },
    ],
  ])('%s', async (_, content, message, id = 'us-national', options = {}, name = nameOf()) => {
    for (const size of [1, 1000]) {
      expect(messageOf(await readEntries(listFile(content, name, size), registry(id), options))).toMatch(message);
    }
  });
});

it('another kind of file is given up soon, not read to the end', async () => {
  const { reading } = await readEntries(
    listFile('no list\n'.repeat(100_000), nameOf(), 1000),
    registry('us-national'),
    { format: 'us-flat' },
  );
  expect(reading.kind).toBe('refused');
  expect(reading.summary.bytes).toBeLessThan(10_000);
});

describe('what a list says is never told', () => {
  it('no name and no number stands in what is refused or skipped', async () => {
    for (const content of [
      'CANARY,6175550142\nCANARY;617555014\nCANARY 2125550143,X\n',
      'CANARY\n6175550142,CANARY\nCANARY,1\n',
    ]) {
      const { reading } = await readEntries(listFile(content), registry('us-ma'), { format: 'massachusetts' });
      expect(JSON.stringify(reading)).not.toMatch(/CANARY|55501/);
    }
  });
});
