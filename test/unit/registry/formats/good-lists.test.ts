import { describe, expect, it } from 'vitest';
import type { ListReadOptions } from '#shared/registry/formats/list-reading.ts';
import { formatListDay, parseListDate } from '#shared/registry/list-day.ts';
import { findRegistry, usNational } from '#shared/registry/registries.ts';
import { expectRead, listFile, nameOf, readEntries } from '#test/support/registry/list-file.ts';

const registry = (id: string) => findRegistry(id) ?? usNational;
const read = async (content: string, id = 'us-national', options: Partial<ListReadOptions> = {}, name = nameOf()) =>
  expectRead(await readEntries(listFile(content, name, 7), registry(id), options));
const lines = (...all: readonly string[]) => `${all.join('\n')}\n`;

describe('a list of each format gives its numbers in E.164 digits', () => {
  it.each<[string, string, string, Partial<ListReadOptions>, string, readonly number[]]>([
    ['flat', 'us-national', lines('413,5550142', '818,5550100'), {}, 'us-flat', [14135550142, 18185550100]],
    ['CSV of Canada', 'ca-dncl', lines('416,5550142', '604,5550100'), {}, 'canada-csv', [14165550142, 16045550100]],
    [
      'number and name, any delimiter, number first or last, quoted or not',
      'us-ma',
      lines('6175550100|DOE', '"617-555-0101"|"ROE | SON"', "O'NEIL|(508) 555-0102", '5085550103|Müller'),
      {},
      'massachusetts',
      [16175550100, 16175550101, 15085550102, 15085550103],
    ],
    [
      'number and name by tab, as told',
      'us-ma',
      '6175550100\tDOE, JR\n',
      { delimiter: '\t' },
      'massachusetts',
      [16175550100],
    ],
    [
      'one column of the United Kingdom',
      'uk-tps',
      lines('01632960123', '+44 7700 900123', '447700900124', '7700900125', '0163 296012', '"02079460001"'),
      {},
      'uk-column',
      [441632960123, 447700900123, 447700900124, 447700900125, 44163296012, 442079460001],
    ],
    [
      'one column of Singapore',
      'sg-dnc',
      lines('61234567', '81234567', '91234567'),
      { kind: 2 },
      'singapore-column',
      [6561234567, 6581234567, 6591234567],
    ],
    [
      'plain, with comments',
      'us-national',
      lines('# made up', '+14135550142', '(413) 555-0143', '1 413 555 0144'),
      {},
      'plain',
      [14135550142, 14135550143, 14135550144],
    ],
    [
      'plain, of another plan',
      'au-dncr',
      lines('+61 2 5550 1234', '0255501235', '255501236'),
      {},
      'plain',
      [61255501234, 61255501235, 61255501236],
    ],
  ])('%s', async (_, id, content, options, format, numbers) => {
    const list = await read(content, id, options);
    expect(list.facts).toMatchObject({ format, scope: 'full', dateFrom: 'file name' });
    expect(list.numbers).toEqual(numbers);
    expect(list.entries.every(([, operation, , day]) => operation === 'add' && day === null)).toBe(true);
    expect(list.summary).toMatchObject({ entries: numbers.length, deleted: 0, files: 1, skipped: {} });
  });

  it('each register of Singapore is a kind', async () => {
    for (const kind of [1, 2, 3]) {
      expect((await read('61234567\n', 'sg-dnc', { kind })).entries).toEqual([[6561234567, 'add', kind, null]]);
    }
  });
});

describe('XML', () => {
  const elements =
    "  <ac val='416'>\n    <ph val='5550142' />\n    <ph val=\"5550143\"/>\n    <ph val='5550144'></ph>\n  </ac>\n";
  const numbers = [14165550142, 14165550143, 14165550144];

  it.each([
    ['enclosing', `<list type='full' level='ac' val='416'>\n${elements}</list>\n`],
    ['self-closed, and closed again, as published', `<list type='full' level='ac' val='416' />\n${elements}</list>\n`],
    ['self-closed', `<list type='full' level='ac' val='416'/>${elements}`],
    [
      'with declaration and comments',
      `<?xml version="1.0"?><!-- a > b -- c --><list type='full' level='ac' val='416'>${elements}</list>`,
    ],
  ])('is read with a list element that is %s', async (_, content) => {
    const list = await read(content, 'ca-dncl');
    expect(list.numbers).toEqual(numbers);
    expect(list.facts).toMatchObject({ format: 'acph-xml', covers: { kind: 'areas', areas: ['1416'] }, notes: [] });
  });

  it('is what Canada publishes, and of the United States taken to be the same, which is said', async () => {
    const { facts } = await read(`<list type='full' level='ac' val='413'>${elements.replace('416', '413')}</list>`);
    expect(facts.notes).toEqual([expect.stringContaining('those that Canada publishes')]);
  });

  it('of a country says that it covers all of it', async () => {
    const list = await read(
      `<list type='full' level='all' val=''>${elements}<ac val='604'><ph val='5550142'/></ac><ac val='514'/></list>`,
      'ca-dncl',
    );
    expect(list.facts.covers).toEqual({ kind: 'whole' });
    expect(list.numbers).toEqual([...numbers, 16045550142]);
  });

  it('changes are told by an attribute with A or D, their day by one with a date', async () => {
    const list = await read(
      "<list type='change' level='ac' val='413'><ac val='413'><ph val='5550142' op='A' ts='2026-10-30T10:00:00Z'/>" +
        "<ph val='5550143' op='d'/></ac></list>",
    );
    expect(list.facts).toMatchObject({ format: 'acph-xml-change', scope: 'change' });
    expect(list.facts.notes).toEqual([expect.stringContaining('not published')]);
    expect(list.entries).toEqual([
      [14135550142, 'add', 0, parseListDate('2026-10-30')],
      [14135550143, 'delete', 0, null],
    ]);
  });
});

describe('changes', () => {
  it.each<[string, string, Partial<ListReadOptions>, string?]>([
    [
      'XML, closed',
      "<?xml version='1.0'?>\n<list type='change' level='ac' val='413'>\n<ac val='413'></ac></list>\n",
      {},
    ],
    ['XML, self-closed', "<list type='change' level='ac' val='413'/>", {}],
    ['XML named for an area code', "<list type='change'><ac val='413'/></list>", {}, nameOf('413', 'xml')],
    ['an empty file, as told', '', { format: 'us-flat-change' }, nameOf('413')],
    ['nothing but line ends, as told', '\r\n\n', { format: 'us-flat-change' }, nameOf('413')],
  ])(
    'of a quiet day there may be none, if the area code is known: %s',
    async (_, content, options, name = nameOf()) => {
      const starts: string[] = [];
      const list = await read(content, 'us-national', { ...options, onStart: ({ scope }) => starts.push(scope) }, name);
      expect(list.facts).toMatchObject({ scope: 'change', covers: { kind: 'areas', areas: ['1413'] } });
      expect([list.entries, starts]).toEqual([[], ['change']]);
    },
  );

  it('of a quiet day may be of the whole registry, if the list says so', async () => {
    const list = await read("<list type='change' level='all' val=''></list>", 'ca-dncl');
    expect([list.facts.covers, list.entries]).toEqual([{ kind: 'whole' }, []]);
  });

  it('of the flat list are read in their order, with their day, and the assumption about columns is told', async () => {
    const list = await read(lines('413,5550142,2026-10-30 10:00:00,A', '413,5550142,20261031,D', '413,5550142,,a'));
    expect(list.facts).toMatchObject({
      format: 'us-flat-change',
      scope: 'change',
      notes: [expect.stringContaining('--columns')],
    });
    expect(list.entries).toEqual([
      [14135550142, 'add', 0, parseListDate('2026-10-30')],
      [14135550142, 'delete', 0, parseListDate('2026-10-31')],
      [14135550142, 'add', 0, null],
    ]);
  });

  it('may have other columns, which are told', async () => {
    const list = await read('D;x;4135550142\n', 'us-national', {
      format: 'us-flat-change',
      columns: ['operation', 'ignored', 'number'],
      delimiter: ';',
    });
    expect(list.entries).toEqual([[14135550142, 'delete', 0, null]]);
  });

  it('of preferences in India are a kind for each category', async () => {
    const list = await read(
      lines('9876543210,START 1', '+919876543210 STOP 7', '09876543211;start 0;2026-10-30'),
      'in-ncpr',
    );
    expect(list.facts).toMatchObject({ format: 'india-preferences-change', scope: 'change' });
    expect(list.entries).toEqual([
      [919876543210, 'add', 33, null],
      [919876543210, 'delete', 39, null],
      [919876543211, 'add', 32, parseListDate('2026-10-30')],
    ]);
  });

  it('are no part of preferences as they stand', async () => {
    const list = await read(lines('9876543210,START 1', '9876543210,START 2'), 'in-ncpr');
    expect(list.facts).toMatchObject({ format: 'india-preferences', scope: 'full' });
    expect(list.entries.map(([, , kind]) => kind)).toEqual([33, 34]);
  });
});

describe('the date of a list', () => {
  it.each<[string, Partial<ListReadOptions>, string, string, string, string]>([
    ['the file name', {}, nameOf('413'), '413,5550142\n', '2026-11-01', 'file name'],
    [
      'the operator, before the file name',
      { listDate: '2026-10-31' },
      nameOf(),
      '413,5550142\n',
      '2026-10-31',
      'operator',
    ],
    ['the header of a plain list', {}, 'list.txt', '# list-date: 2026-10-30\n+14135550142\n', '2026-10-30', 'header'],
  ])('comes from %s', async (_, options, name, content, date, from) => {
    const { facts } = await read(content, 'us-national', options, name);
    expect([formatListDay(facts.listDay), facts.dateFrom]).toEqual([date, from]);
    expect(facts.notes.some((note) => note.includes('2026-11-01'))).toBe(from === 'operator');
  });

  it('and the area code it covers stand in the name', async () => {
    expect((await read('413,5550142\n', 'us-national', {}, nameOf('413'))).facts.covers).toEqual({
      kind: 'areas',
      areas: ['1413'],
    });
    expect((await read('413,5550142\n')).facts.covers).toEqual({ kind: 'not_stated' });
  });
});

describe('what does no harm', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('%s line ends, in chunks of any size, with or without the last one', async (_, end) => {
    const many = Array.from({ length: 50 }, (_, index) => `413,5550${100 + index}`);
    for (const size of [1, 2, 7, 12, 13, 4096]) {
      for (const last of ['', end]) {
        const list = expectRead(await readEntries(listFile(many.join(end) + last, nameOf(), size)));
        expect([list.numbers.length, list.summary.lines, list.summary.skipped]).toEqual([50, 50, {}]);
      }
    }
  });

  it('mixed line ends, empty lines, blanks around the parts, a byte order mark', async () => {
    const list = await read('\ufeff413,5550142\r\n\n 413 , 5550143 \r413,5550144\n\r\n\t\n202,5550142');
    expect(list.numbers).toEqual([14135550142, 14135550143, 14135550144, 12025550142]);
    expect(list.summary).toMatchObject({ lines: 4, skipped: {} });
  });

  it('duplicates are counted, with the first five lines', async () => {
    const list = await read(lines('413,5550142', '413,5550143', ...Array<string>(7).fill('413,5550142')));
    expect(list.summary).toMatchObject({
      entries: 2,
      skipped: { duplicate: { count: 7, firstLines: ['3', '4', '5', '6', '7'] } },
    });
  });
});
