import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHandler as createFollow } from '#functions/follow-report/handler.ts';
import { createHandler as createTake } from '#functions/take-report/handler.ts';
import { reportViewSchema } from '#shared/report/report-view-schema.ts';
import { topics } from '#shared/report/topics.ts';
import { httpEvent, jsonOf } from '#test/support/http-event.ts';
import { takeDependencies } from '#test/support/take-dependencies.ts';

const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\u202e1234567890',
    '\ud800',
    '=cmd|calc',
    '__proto__',
    'constructor',
    '911',
    '+',
    '+1',
    '0',
    'P',
    'withheld',
    '１２３４５６７８９０',
    '٠٥٠١٢٣٤٥٦٧',
    '1-800-FLOWERS',
    '💥'.repeat(40),
    '1'.repeat(254),
  ),
);
const phoneLike = fc.oneof(
  fc.stringMatching(/^\+?[0-9 ().-]{0,20}$/),
  fc.constantFrom('+1 413 555 0142', '(800) 275-2273', '+44 20 7946 0018', '88022', 'ACME', 'spam@example.com'),
);
const when = fc.oneof(
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.constantFrom('2026-11-20', '2026-11-20T20:41:00-05:00', '2026-11-20T20:41:00', '0000-01-01', '+275760-09-13'),
  hostileText,
);
const day = fc.oneof(fc.constantFrom('2019-03-01', '2026-02-30', '0001-01-01', '9999-12-31'), hostileText);
const anything = fc.oneof(fc.jsonValue({ maxDepth: 3 }), hostileText);
const maybe = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: anything });

const report = fc.record(
  {
    kind: maybe(fc.constantFrom('call', 'text')),
    sender: maybe(fc.oneof(phoneLike, hostileText)),
    callerIdShown: maybe(fc.boolean()),
    line: maybe(fc.oneof(phoneLike, hostileText)),
    lineType: maybe(fc.constantFrom('residential', 'wireless', 'business')),
    lineRegion: maybe(fc.constantFrom('MA', 'CA', 'XX')),
    country: maybe(fc.constantFrom('US', 'GB', 'DE', 'RU', 'IN', 'ZZ', 'AQ')),
    occurredAt: when,
    timeZone: maybe(fc.constantFrom('America/New_York', 'UTC', 'Asia/Kolkata', 'Nowhere/City')),
    text: maybe(hostileText),
    topic: maybe(fc.constantFrom(...topics)),
    recorded: maybe(fc.boolean()),
    optOutOffered: maybe(fc.boolean()),
    registeredSince: maybe(day),
    relationship: maybe(fc.constantFrom('none', 'customer', 'inquiry', 'permission', 'debt', 'unknown')),
    lastDealtOn: maybe(day),
    purpose: maybe(fc.constantFrom('sale', 'charity', 'political', 'survey', 'debt', 'information', 'unknown')),
    surveyAlsoSells: maybe(fc.boolean()),
    askedToStopOn: maybe(day),
    callerName: maybe(hostileText),
    sellerName: maybe(hostileText),
    complain: maybe(fc.boolean()),
    complainant: maybe(
      fc.record({ name: hostileText, email: hostileText, consent: fc.boolean() }, { requiredKeys: [] }),
    ),
    locale: maybe(fc.constantFrom('en', 'es', 'xx-YY')),
  },
  { requiredKeys: ['kind', 'occurredAt'] },
);
// Mostly valid ones too, so that what lies behind the schema is reached.
const plausible = fc.record(
  {
    kind: fc.constantFrom('call', 'text'),
    sender: phoneLike,
    line: fc.constantFrom('+1 413 555 0142', '+1 213 555 0142', '+44 20 7946 0018', '+7 495 555 01 42'),
    occurredAt: fc
      .date({ min: new Date('1991-01-01'), max: new Date('2026-11-21'), noInvalidDate: true })
      .map((date) => date.toISOString()),
    purpose: fc.constantFrom('sale', 'charity', 'unknown'),
    recorded: fc.boolean(),
    registeredSince: fc.constantFrom('2019-03-01', '0001-01-01', '9999-12-31'),
    relationship: fc.constantFrom('none', 'customer', 'permission'),
    lastDealtOn: fc.constantFrom('2026-01-15', '0001-01-01', '9999-12-31'),
    askedToStopOn: fc.constantFrom('2026-10-01', '0001-01-01', '9999-12-31'),
    complain: fc.boolean(),
  },
  { requiredKeys: ['kind', 'occurredAt'] },
);

const anyReport = fc.oneof(report, plausible, anything);

async function expectAnAnswer(event: ReturnType<typeof httpEvent>, deps = takeDependencies()): Promise<void> {
  const result = await createTake(deps)(event);
  expect(result.statusCode).toBeLessThan(500);
  if (result.statusCode === 201) {
    reportViewSchema.strict().parse(jsonOf(result));
  } else if (result.statusCode !== 207) {
    expect(result.headers).toHaveProperty('content-type', 'application/problem+json');
    expect(deps.stored()).toHaveLength(0);
  }
}

test('no report, however made, is answered with a 5xx', async () => {
  await fc.assert(
    fc.asyncProperty(anyReport, (body) =>
      expectAnAnswer(httpEvent({ route: 'POST /v1/reports', body: JSON.stringify(body) ?? '' })),
    ),
    { numRuns: 3000 },
  );
});

test('no body of bytes is answered with a 5xx', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom('application/json', 'text/plain', '', 'application/json; charset=utf-16'),
      (bytes, type) =>
        expectAnAnswer(
          httpEvent({ route: 'POST /v1/reports', body: Buffer.from(bytes), headers: { 'content-type': type } }),
        ),
    ),
  );
});

test('no batch is answered with a 5xx, and every item has its answer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyReport, { minLength: 1, maxLength: 8 }), async (bodies) => {
      const event = httpEvent({ route: 'POST /v1/reports/batch', body: JSON.stringify(bodies) });
      const result = await createTake(takeDependencies())(event);
      expect(result.statusCode).toBe(207);
      const answers: { status: number }[] = jsonOf(result);
      expect(answers).toHaveLength(bodies.length);
      for (const { status } of answers) {
        expect(status).toBeLessThan(500);
      }
    }),
    { numRuns: 200 },
  );
});

test('no correction is answered with a 5xx', async () => {
  await fc.assert(
    fc.asyncProperty(plausible, fc.oneof(report, anything), async (first, patch) => {
      const deps = takeDependencies();
      const taken = await createTake(deps)(httpEvent({ route: 'POST /v1/reports', body: JSON.stringify(first) }));
      fc.pre(taken.statusCode === 201);
      const event = httpEvent({
        route: 'PATCH /v1/reports/{receipt}',
        parameters: { receipt: jsonOf(taken).receipt },
        body: JSON.stringify(patch) ?? '',
        headers: { 'content-type': 'application/merge-patch+json' },
      });
      const result = await createFollow(deps)(event);
      expect([200, 400]).toContain(result.statusCode);
    }),
    { numRuns: 1000 },
  );
});
