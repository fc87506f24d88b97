import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { offenderDetailSchema, offenderPageSchema } from '#shared/export/export-schemas.ts';
import { offenderColumns } from '#shared/export/offender-csv.ts';
import { aSender, aSubject, fakeSource, someFigures, subjectId } from '#test/support/export/offender-builders.ts';
import { regulatorCalls } from '#test/support/export/regulator-calls.ts';
import { jsonOf } from '#test/support/http-event.ts';

const withFigures = (n: number, figures: Parameters<typeof someFigures>[0], sender = aSender()) =>
  aSubject({ id: subjectId(n), figures: someFigures(figures), sender });

const subjects = [
  withFigures(1, { reporters: 8, lastReported: '2026-11-20T20:41:00Z' }),
  withFigures(2, { reporters: 3, lastReported: '2026-06-01T00:00:00Z', topics: [{ topic: 'bank', reports: 3 }] }),
  withFigures(3, { reporters: 2 }),
  withFigures(4, { reporters: 5 }, aSender({ value: '+441632960123', country: 'GB' })),
  withFigures(5, { reports: 0, reporters: 0, firstReported: null, lastReported: null, topics: [] }),
];
const calls = () => regulatorCalls({ source: fakeSource(subjects) });
const idsAt = async (address: string): Promise<string[]> => {
  const { get } = await calls();
  const page = offenderPageSchema.parse(jsonOf(await get(address)));
  return page.offenders.map(({ id }) => id.slice(-1));
};

describe('the list', () => {
  test('shows what the contract says of an offender, and nothing else', async () => {
    const { get } = await calls();
    const answer = await get('/v1/offenders?limit=1');
    expect(answer.statusCode).toBe(200);
    expect(jsonOf(answer).offenders[0]).toEqual({
      id: subjectId(1),
      type: 'phone',
      value: '+14135550142',
      display: '+1 413 555 0142',
      validity: 'valid',
      country: 'US',
      reports: 12,
      reporters: 8,
      firstReported: '2026-11-01T10:00:00Z',
      lastReported: '2026-11-20T20:41:00Z',
      topics: [
        { topic: 'warranties', reports: 9 },
        { topic: 'other', reports: 3 },
      ],
      recordedShare: 0.6667,
      registeredShare: null,
      violations: 7,
      campaignId: null,
      status: 'alleged',
      updatedAt: '2026-11-21T00:00:00Z',
    });
  });

  test.each([
    ['three reporters make an offender listed', '', ['1', '2', '4']],
    ['fewer on request, but never a subject whose reports are all withdrawn', '?minReporters=0', ['1', '2', '3', '4']],
    ['by country', '?country=GB', ['4']],
    ['by date of the last report', '?since=2026-11-01', ['1', '4']],
    ['by time of the last report, whatever its offset', '?since=2026-11-20T15:42:00-05:00', []],
    ['by topic', '?topic=bank', ['2']],
    ['all at once', '?topic=warranties&country=US&minReporters=5&since=2026-11-20', ['1']],
  ])('%s', async (_name, query, expected) => {
    expect(await idsAt(`/v1/offenders${query}`)).toEqual(expected);
  });

  test.each([
    ['minReporters=-1', '/minReporters'],
    ['minReporters=three', '/minReporters'],
    ['limit=0', '/limit'],
    ['limit=1001', '/limit'],
    ['limit=', '/limit'],
    ['country=usa', '/country'],
    ['since=yesterday', '/since'],
    ['since=2026-13-01', '/since'],
    ['topic=fraud', '/topic'],
    ['offset=10', '/offset'],
    ['__proto__=1', '/__proto__'],
    ['cursor=abc', '/cursor'],
    ['cursor=', '/cursor'],
  ])('?%s is refused and named', async (query, pointer) => {
    const { get } = await calls();
    const answer = await get(`/v1/offenders?${query}`);
    expect(answer.statusCode).toBe(400);
    expect(jsonOf(answer).errors).toEqual([{ pointer, detail: expect.any(String) }]);
  });

  test('pages are linked, and the link carries the filter', async () => {
    const { get } = await calls();
    const first = await get('/v1/offenders?limit=2&minReporters=0');
    const link = String(first.headers?.['link']);
    expect(link).toMatch(/^<\/v1\/offenders\?minReporters=0&limit=2&cursor=[^>]+>; rel="next"$/);
    const second = await get(link.slice(1, link.indexOf('>')));
    expect(jsonOf(second).offenders.map(({ id }: { id: string }) => id.slice(-1))).toEqual(['3', '4']);
    expect(jsonOf(second).next).toEqual(expect.any(String));
    const third = await get(`/v1/offenders?limit=2&minReporters=0&cursor=${jsonOf(second).next}`);
    expect(jsonOf(third)).toEqual({ offenders: [], next: null });
    expect(third.headers?.['link']).toBeUndefined();
  });

  test('a cursor is good for its own filter only', async () => {
    const { get } = await calls();
    const { next } = jsonOf(await get('/v1/offenders?limit=1'));
    expect((await get(`/v1/offenders?limit=3&cursor=${next}`)).statusCode).toBe(200);
    expect((await get(`/v1/offenders?country=US&cursor=${next}`)).statusCode).toBe(400);
  });
});

describe('formats', () => {
  test.each([
    [undefined, '', 'application/json'],
    ['*/*', '', 'application/json'],
    ['text/csv', '', 'text/csv; charset=utf-8; header=present'],
    ['text/*', '', 'text/csv; charset=utf-8; header=present'],
    ['application/x-ndjson', '', 'application/x-ndjson'],
    [
      'application/json;q=0.3, text/csv;q=0.5, application/x-ndjson;q=0.4',
      '',
      'text/csv; charset=utf-8; header=present',
    ],
    ['text/csv;q=0, */*;q=0.1', '', 'application/json'],
    ['text/html, application/xml;q=0.9, */*;q=0.8', '', 'application/json'],
    ['application/json', '?format=csv', 'text/csv; charset=utf-8; header=present'],
    ['text/html', '?format=jsonl', 'application/x-ndjson'],
    ['text/csv', '?format=json', 'application/json'],
  ])('Accept %s with query "%s" gives %s', async (accept, query, type) => {
    const { get } = await calls();
    const answer = await get(`/v1/offenders${query}`, accept === undefined ? {} : { headers: { accept } });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers?.['content-type']).toBe(type);
  });

  test.each([
    ['text/html', ''],
    ['application/vnd.apache.parquet', ''],
    ['application/json', '?format=xml'],
    ['application/json', '?format=toString'],
  ])('Accept %s with query "%s" is not acceptable', async (accept, query) => {
    const { get } = await calls();
    expect((await get(`/v1/offenders${query}`, { headers: { accept } })).statusCode).toBe(406);
  });

  test('CSV has the columns of the contract, digits instead of a plus sign, and CRLF', async () => {
    const { get } = await calls();
    const answer = await get('/v1/offenders?limit=1&format=csv');
    expect(answer.body).toBe(
      'subject_id,type,number_digits,country_code,display,validity,reports,reporters,first_reported,last_reported,' +
        'top_topic,recorded_share,registered_share,violations,campaign_id,status,updated_at\r\n' +
        `${subjectId(1)},phone,14135550142,US,"1 413 555 0142",valid,12,8,2026-11-01T10:00:00Z,` +
        '2026-11-20T20:41:00Z,warranties,0.6667,,7,,alleged,2026-11-21T00:00:00Z\r\n',
    );
    expect(answer.headers).toMatchObject({
      'content-disposition': 'attachment; filename="offenders.csv"',
      'x-content-type-options': 'nosniff',
      link: expect.stringContaining('format=csv'),
    });
  });

  test('all formats show the same page', async () => {
    const { get } = await calls();
    const json = jsonOf(await get('/v1/offenders'));
    const lines = (await get('/v1/offenders?format=jsonl')).body ?? '';
    const rows: string[][] = parse((await get('/v1/offenders?format=csv')).body ?? '');
    expect(
      lines
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(json.offenders);
    expect(rows[0]).toEqual(offenderColumns);
    expect(rows.slice(1).map((row) => row[0])).toEqual(json.offenders.map(({ id }: { id: string }) => id));
  });
});

describe('one offender', () => {
  test('comes with its figures by day, topic and region; small regions are left out', async () => {
    const regions = [
      { country: 'US', region: 'MA', reports: 8, reporters: 6 },
      { country: 'US', region: 'RI', reports: 9, reporters: 4 },
    ];
    const { get } = await regulatorCalls({ source: fakeSource([withFigures(1, { regions })]) });
    const detail = offenderDetailSchema.parse(jsonOf(await get(`/v1/offenders/${subjectId(1)}`)));
    expect(detail.days).toEqual(someFigures().days);
    expect(detail.regions).toEqual([regions[0]]);
    expect(detail.topics).toHaveLength(2);
  });

  test.each([subjectId(99), subjectId(5), 'x', '%2e%2e', `${subjectId(1).slice(1)}i`])(
    '%s is not there',
    async (id) => {
      const { get } = await calls();
      expect((await get(`/v1/offenders/${id}`)).statusCode).toBe(404);
    },
  );
});
