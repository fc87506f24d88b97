import { beforeEach, describe, expect, test } from 'vitest';
import { createHandler } from '#functions/serve-complaints/handler.ts';
import { registerKey } from '#shared/access/register-key.ts';
import { complaintPageSchema, complaintViewSchema } from '#shared/complaint/complaint-schemas.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { silentLog } from '#shared/runtime/log.ts';
import { fakeAuditTrail, fakeKeyStore } from '#test/support/access/fake-access.ts';
import { aRegistration } from '#test/support/access/registrations.ts';
import { aReport, corrected, ftc, lawOf, massachusetts, withdrawn } from '#test/support/complaint/builders.ts';
import { World } from '#test/support/complaint/world.ts';
import { httpEvent, jsonOf } from '#test/support/http-event.ts';

const key = 'rfk_0123456789abcdef';
const otherKey = 'rfk_massachusetts_key';
const bothKey = 'rfk_acts_for_both_here';

let world: World;
let audit: ReturnType<typeof fakeAuditTrail>;
let handler: ReturnType<typeof createHandler>;

beforeEach(async () => {
  world = new World({
    law: lawOf(ftc, massachusetts),
    regulators: [ftc, massachusetts].map(({ id }) => ({ id, takesFromQueue: true })),
  });
  audit = fakeAuditTrail();
  const keys = fakeKeyStore();
  await registerKey(aRegistration({ key }), keys);
  await registerKey(aRegistration({ key: otherKey, regulators: ['us-ma-ag'], keyId: 'us-ma-ag-1' }), keys);
  await registerKey(
    aRegistration({ key: bothKey, regulators: ['us-ftc', 'us-ma-ag'], keyId: 'both-1', scopes: ['complaints'] }),
    keys,
  );
  await registerKey(
    aRegistration({ key: 'rfk_reads_exports_only', regulators: ['uk-ico'], scopes: ['exports'], keyId: 'exports' }),
    keys,
  );
  handler = createHandler({
    complaints: world.complaints,
    documents: world.documents,
    takenBack: world.taking.takenBack,
    list: world.complaints,
    keys,
    audit,
    cursorHash: keyedHash('a secret of the test', 'cursor'),
    clock: () => world.now,
    newId: () => `audit-${audit.entries.length}`,
    log: silentLog,
  });
});

const list = (query = '', bearer = key) =>
  handler(httpEvent({ route: 'GET /v1/complaints', query, headers: { authorization: `Bearer ${bearer}` } }));
const get = (id: string, bearer = key) =>
  handler(
    httpEvent({
      route: 'GET /v1/complaints/{id}',
      parameters: { id },
      headers: { authorization: `Bearer ${bearer}` },
    }),
  );
const post = (id: string, body: unknown, bearer = key) =>
  handler(
    httpEvent({
      route: 'POST /v1/complaints/{id}/events',
      parameters: { id },
      headers: { authorization: `Bearer ${bearer}` },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );

const idsOf = async (query = '', bearer = key): Promise<string[]> =>
  complaintPageSchema.parse(jsonOf(await list(query, bearer))).complaints.map(({ id }) => id);

const reportNumber = (number: number, input = {}) => aReport({ id: number.toString(16).padStart(32, '0') }, input);

async function filed(): Promise<string> {
  await world.decide(aReport());
  const [id] = await idsOf();
  if (id === undefined) {
    throw new Error('nothing was filed');
  }
  return id;
}

describe('without the right key', () => {
  test.each([
    ['', 401],
    ['rfk_unknown_key_here', 401],
    ['rfk_reads_exports_only', 403],
  ])('%j: %i', async (bearer, status) => {
    const id = await filed();
    expect((await list('', bearer)).statusCode).toBe(status);
    expect((await get(id, bearer)).statusCode).toBe(status);
    expect((await post(id, { event: 'decided' }, bearer)).statusCode).toBe(status);
    expect((await world.complaints.get(id))?.edit).toBe(1);
  });
});

describe('the list', () => {
  test('shows a regulator its own, as the contract has it', async () => {
    await world.decide(aReport());
    const page = jsonOf(await list());
    expect(page).toEqual({
      complaints: [
        {
          id: expect.stringMatching(/^[0-9A-Z]{26}$/),
          version: 1,
          regulator: 'us-ftc',
          status: 'queued',
          case: 'open',
          delivery: 'queued',
          reference: null,
          createdAt: '2026-11-21T02:00:01.000Z',
          dueOn: null,
          href: `/v1/complaints/${page.complaints[0].id}`,
        },
      ],
      next: null,
    });
    expect(await idsOf('', bothKey)).toHaveLength(2);
  });

  test('pages through every one once, over several regulators, and says where the next page is', async () => {
    for (let number = 1; number <= 7; number += 1) {
      await world.decide(reportNumber(number));
    }
    const seen: string[] = [];
    let query = 'limit=3';
    for (let pages = 0; pages < 20; pages += 1) {
      const answer = await list(query, bothKey);
      const page = complaintPageSchema.parse(jsonOf(answer));
      seen.push(...page.complaints.map(({ id }) => id));
      if (page.next === null) {
        break;
      }
      const link = String(answer.headers?.['link']);
      expect(link).toMatch(/^<\/v1\/complaints\?limit=3&cursor=[^>]+>; rel="next"$/);
      query = link.slice(link.indexOf('?') + 1, link.indexOf('>'));
    }
    expect(seen).toHaveLength(14);
    expect(new Set(seen).size).toBe(14);
  });

  test('filters by status', async () => {
    for (let number = 1; number <= 3; number += 1) {
      await world.decide(reportNumber(number));
    }
    const [first = ''] = await idsOf();
    await post(first, { event: 'acknowledged' });
    expect(await idsOf('status=acknowledged')).toEqual([first]);
    expect(await idsOf('status=queued')).toHaveLength(2);
    expect(await idsOf('status=decided')).toEqual([]);
  });

  test('leaves out what is incomplete and what was withdrawn before it was taken', async () => {
    await world.decide(reportNumber(1, { complainant: {} }));
    await world.decide(reportNumber(2), withdrawn(reportNumber(2)));
    expect(await idsOf()).toEqual([]);
  });

  test.each([
    'status=lost',
    'limit=0',
    'limit=1001',
    'limit=ten',
    'page=2',
    'cursor=invented',
    'cursor=bnVsbA.AAAA',
    'status=queued&cursor=@',
    'status=queued&status=submitted',
    'limit=1&limit=1',
  ])('refuses ?%s', async (query) => {
    await world.decide(reportNumber(1));
    await world.decide(reportNumber(2));
    const { next } = jsonOf(await list('limit=1'));
    const answer = await list(query.replace('@', next));
    expect(answer.statusCode).toBe(400);
    expect(jsonOf(answer).errors).toHaveLength(1);
  });
});

describe('one complaint', () => {
  test('comes with document, letter, evidence and history; fetching it is taking it', async () => {
    const id = await filed();
    const answer = await get(id);
    expect(answer.statusCode).toBe(200);
    const view = complaintViewSchema.parse(jsonOf(answer));
    expect(view).toMatchObject({
      status: 'submitted',
      case: 'open',
      delivery: 'submitted',
      publication: 'none',
      document: { schema: 'ringfence/complaint/1', complainant: { name: 'Ada Moore' } },
      history: [{ event: 'drafted' }, { event: 'taken', actor: 'regulator', version: 1 }],
    });
    expect(view.letter).toContain('Federal Trade Commission');
    expect(view.evidence.taken).toMatchObject([{ version: 1, sha256: view.evidence.sha256 }]);
  });

  test('fetched again is the same, and no change', async () => {
    const id = await filed();
    const first = jsonOf(await get(id));
    world.now = new Date(world.now.getTime() + 1000);
    expect(jsonOf(await get(id))).toEqual(first);
  });

  test('is 410 once withdrawn before it was taken', async () => {
    const id = await filed();
    await world.decide(withdrawn(aReport()));
    expect((await get(id)).statusCode).toBe(410);
    expect((await post(id, { event: 'acknowledged' })).statusCode).toBe(410);
  });

  test('is 410 from the moment the report is withdrawn, before the decision has followed', async () => {
    const id = await filed();
    world.takenBack.add(aReport().id);
    expect((await get(id)).statusCode).toBe(410);
    expect((await post(id, { event: 'acknowledged' })).statusCode).toBe(410);
    expect(await world.complaints.get(id)).toMatchObject({ taken: [] });
  });

  test('stays what was filed when withdrawn afterwards', async () => {
    const id = await filed();
    const before = complaintViewSchema.parse(jsonOf(await get(id)));
    await world.decide(withdrawn(aReport()));
    const after = complaintViewSchema.parse(jsonOf(await get(id)));
    expect(after).toMatchObject({
      status: 'withdrawn',
      version: 2,
      document: before.document,
      withdrawal: { reason: 'report_withdrawn' },
    });
    expect(after.evidence.sha256).toBe(before.evidence.sha256);
  });

  test.each(['unknown', '../x', '0'.repeat(26), '', 'I'.repeat(26)])('%j is 404', async (id) => {
    expect((await get(id)).statusCode).toBe(404);
    expect((await post(id, { event: 'decided' })).statusCode).toBe(404);
  });

  test('is 404 to another regulator', async () => {
    const id = await filed();
    expect((await get(id, otherKey)).statusCode).toBe(404);
    expect((await post(id, { event: 'decided' }, otherKey)).statusCode).toBe(404);
  });

  test('is a 500 and not taken when its document is missing', async () => {
    const id = await filed();
    world.documents.objects.clear();
    expect((await get(id)).statusCode).toBe(500);
    expect(await world.complaints.get(id)).toMatchObject({ delivery: 'queued', taken: [] });
  });
});

describe('events', () => {
  test.each([
    [
      { event: 'acknowledged', reference: 'FTC-77' },
      { status: 'acknowledged', reference: 'FTC-77' },
    ],
    [{ event: 'decided' }, { status: 'decided', reference: null }],
    [
      { event: 'refused', reason: 'Out of scope.' },
      { status: 'refused', refusalReason: 'Out of scope.' },
    ],
    [
      { event: 'extended', until: '2027-01-31' },
      { status: 'submitted', extendedUntil: '2027-01-31', dueOn: null },
    ],
  ])('%j straight from the queue', async (event, expected) => {
    const id = await filed();
    const answer = await post(id, event);
    expect(answer.statusCode).toBe(200);
    expect(complaintViewSchema.parse(jsonOf(answer))).toMatchObject({ ...expected, delivery: 'submitted' });
  });

  test('the same again is 200 and changes nothing, also late', async () => {
    const id = await filed();
    const acknowledged = { event: 'acknowledged', reference: 'FTC-77' };
    await post(id, acknowledged);
    const { edit } = (await world.complaints.get(id)) ?? {};
    expect((await post(id, acknowledged)).statusCode).toBe(200);
    expect((await post(id, { event: 'acknowledged' })).statusCode).toBe(200);
    expect((await world.complaints.get(id))?.edit).toBe(edit);
    await post(id, { event: 'decided' });
    const late = await post(id, acknowledged);
    expect(late.statusCode).toBe(200);
    expect(jsonOf(late)).toMatchObject({ case: 'decided', reference: 'FTC-77' });
  });

  test('a new reference replaces the old one and keeps it in the history', async () => {
    const id = await filed();
    await post(id, { event: 'acknowledged', reference: 'A-1' });
    const view = jsonOf(await post(id, { event: 'acknowledged', reference: 'B-2' }));
    expect(view).toMatchObject({ reference: 'B-2', case: 'acknowledged' });
    expect(view.history.map(({ reference }: { reference?: string }) => reference)).toEqual([
      undefined,
      undefined,
      'A-1',
      'B-2',
    ]);
  });

  test.each([
    [{ event: 'decided' }, { event: 'acknowledged', reference: 'late' }],
    [{ event: 'decided' }, { event: 'refused', reason: 'No.' }],
    [{ event: 'decided' }, { event: 'extended', until: '2027-01-31' }],
    [
      { event: 'refused', reason: 'No.' },
      { event: 'decided', reference: 'X' },
    ],
  ])('after %j comes no %j', async (first, second) => {
    const id = await filed();
    await post(id, first);
    const before = await world.complaints.get(id);
    expect((await post(id, second)).statusCode).toBe(409);
    expect(await world.complaints.get(id)).toEqual(before);
  });

  test.each([
    [{ event: 'withdrawn' }, '/event'],
    [{ event: 'taken' }, '/event'],
    [{ event: 'refused' }, '/reason'],
    [{ event: 'extended', until: 'soon' }, '/until'],
    [{ event: 'acknowledged', reference: 'x'.repeat(65) }, '/reference'],
    [{ event: 'acknowledged', reference: 'a\nb' }, '/reference'],
    [{ event: 'acknowledged', reference: 'a\u202Eb' }, '/reference'],
    [{ event: 'acknowledged', reason: 'not here' }, '/reason'],
    [[], ''],
    ['{"event":"decided","__proto__":{"reference":"x"}}', '/__proto__'],
  ])('refuses %j', async (body, pointer) => {
    const id = await filed();
    const answer = await post(id, body);
    expect(answer.statusCode).toBe(400);
    expect(jsonOf(answer).errors[0].pointer).toBe(pointer);
  });

  test.each([
    [{ event: 'taken' }, 'Use one of: acknowledged, decided, refused, extended.'],
    [{}, 'Use one of: acknowledged, decided, refused, extended.'],
    [{ event: 'refused' }, 'This field is required.'],
    [{ event: 'extended' }, 'This field is required.'],
    [{ event: 'extended', until: '2027-02-30' }, 'Write a date as 2026-11-20.'],
    [{ event: 'refused', reason: 7 }, 'This must be a text.'],
  ])('says of %j in plain words what is wrong', async (body, detail) => {
    expect(jsonOf(await post(await filed(), body)).errors).toMatchObject([{ detail }]);
  });

  test('refuses what is not JSON, and more than 8 KB', async () => {
    const id = await filed();
    expect((await post(id, 'event=decided')).statusCode).toBe(400);
    expect((await post(id, { event: 'refused', reason: 'x'.repeat(9000) })).statusCode).toBe(413);
  });
});

test('every read and every event is in the trail of the regulator whose complaint it is', async () => {
  const id = await filed();
  await get(id, bothKey);
  await post(id, { event: 'acknowledged' }, bothKey);
  expect(audit.entries.map(({ action, objectId, keyId }) => [action, objectId, keyId])).toEqual([
    ['complaints_listed', null, 'us-ftc-1'],
    ['complaint_fetched', id, 'both-1'],
    ['complaint_event', id, 'both-1'],
  ]);
  const theirs = await audit.page(['us-ma-ag'], null, 10);
  expect(theirs).toEqual([]);
});

test('a correction after acknowledgement is told as the next version', async () => {
  const id = await filed();
  await post(id, { event: 'acknowledged' });
  await world.decide(corrected(aReport(), { callerName: 'Ace Warranty' }));
  expect(jsonOf(await get(id))).toMatchObject({
    version: 2,
    status: 'acknowledged',
    document: { sender: { callerName: 'Ace Warranty' } },
  });
});
