import { expect, test } from 'vitest';
import { reportInputSchema } from '#shared/report/report-input.ts';

const call = { kind: 'call', occurredAt: '2026-11-20T20:41:00-05:00' };

const pointers = (value: unknown) => {
  const result = reportInputSchema.safeParse(value);
  return result.success ? [] : result.error.issues.map((issue) => `/${issue.path.join('/')}`);
};

test('kind and time are enough', () => {
  expect(reportInputSchema.parse(call)).toEqual(call);
});

test.each([
  [{ kind: 'call' }, '/occurredAt'],
  [{ occurredAt: '2026-11-20' }, '/kind'],
  [{ ...call, kind: 'fax' }, '/kind'],
  [{ ...call, topic: 'weather' }, '/topic'],
  [{ ...call, text: 'x'.repeat(1601) }, '/text'],
  [{ ...call, text: 'NUL \u0000 inside' }, '/text'],
  [{ ...call, text: 'half a surrogate \ud800' }, '/text'],
  [{ ...call, callerName: 'two\nlines' }, '/callerName'],
  [{ ...call, callerName: 'reversed \u202e eman' }, '/callerName'],
  [{ ...call, sellerName: 'x'.repeat(201) }, '/sellerName'],
  [{ ...call, registeredSince: '2019-02-30' }, '/registeredSince'],
  [{ ...call, registeredSince: 'long ago' }, '/registeredSince'],
  [{ ...call, lineRegion: 'Massachusetts' }, '/lineRegion'],
  [{ ...call, country: 'usa' }, '/country'],
  [{ ...call, recorded: 'yes' }, '/recorded'],
  [{ ...call, complainant: { name: 'A\u0007' } }, '/complainant/name'],
  [{ ...call, complainant: { email: 'nobody' } }, '/complainant/email'],
  [{ ...call, locale: '../../etc' }, '/locale'],
])('%j is refused at %s', (value, pointer) => {
  expect(pointers(value)).toContain(pointer);
});

test('unknown fields are refused, at any depth, whatever their name', () => {
  for (const hostile of [
    '{"kind":"call","occurredAt":"2026-11-20","reporter":"me"}',
    '{"kind":"call","occurredAt":"2026-11-20","__proto__":{"admin":true}}',
    '{"kind":"call","occurredAt":"2026-11-20","constructor":{}}',
    '{"kind":"call","occurredAt":"2026-11-20","complainant":{"phone":"1"}}',
    '{"kind":"call","occurredAt":"2026-11-20","complainant":{"__proto__":{}}}',
  ]) {
    expect(reportInputSchema.safeParse(JSON.parse(hostile)).success).toBe(false);
  }
});

test('a message may hold line ends, emoji and right-to-left text of its own', () => {
  expect(pointers({ kind: 'text', occurredAt: '2026-11-20', text: 'Hi 👋\r\n\tשלום \u200fעולם' })).toEqual([]);
});

test('a formula in a name is a name', () => {
  expect(pointers({ ...call, sellerName: '=HYPERLINK("http://x.example")' })).toEqual([]);
});
