import { expect, test } from 'vitest';
import { aReport, corrected, ftc, lawOf, massachusetts, withdrawn } from '#test/support/complaint/builders.ts';
import { World } from '#test/support/complaint/world.ts';

test('a violation becomes a complaint, its pointer goes out, the regulator fetches it and answers', async () => {
  const world = new World();
  await world.decide(aReport());
  await world.drain();
  const { id, version, sha256 } = await world.only;
  expect(world.queue.sent).toEqual([
    { regulator: 'us-ftc', pointer: { id, version: 1, event: 'filed', sha256, href: `/v1/complaints/${id}` } },
  ]);

  const taken = await world.take(id);
  expect(taken).toMatchObject({ kind: 'filed', complaint: { case: 'open', delivery: 'submitted', version } });

  const answered = await world.say(id, { event: 'acknowledged', reference: 'FTC-77' });
  expect(answered).toMatchObject({ kind: 'recorded', complaint: { case: 'acknowledged', reference: 'FTC-77' } });
});

test('a report whose rules were kept makes no complaint', async () => {
  const world = new World();
  await world.decide(aReport({}, { purpose: 'charity' }));
  expect(world.complaints.items.size).toBe(0);
});

test('a report that asks for none makes no complaint', async () => {
  const world = new World();
  await world.decide(aReport({}, { complain: false }));
  await world.decide(aReport({ complaintAsked: false }));
  expect(world.complaints.items.size).toBe(0);
});

test('each regulator whose rules were broken gets its own', async () => {
  const world = new World({
    law: lawOf(ftc, massachusetts),
    regulators: [
      { id: 'us-ftc', takesFromQueue: true },
      { id: 'us-ma-ag', takesFromQueue: false },
    ],
  });
  const outcomes = await world.decide(aReport());
  expect(outcomes).toMatchObject([
    { regulator: 'us-ftc', delivery: 'queued' },
    { regulator: 'us-ma-ag', delivery: 'handed_over' },
  ]);
  await world.drain();
  expect(world.queue.sent.map(({ regulator }) => regulator)).toEqual(['us-ftc']);
});

test('what is missing is named, and a correction that brings it sends the complaint out', async () => {
  const world = new World({
    law: lawOf(massachusetts),
    regulators: [{ id: 'us-ma-ag', takesFromQueue: true }],
    requireContactProof: true,
  });
  const report = aReport({}, { complainant: {} });
  await world.decide(report);
  expect(await world.only).toMatchObject({
    delivery: 'incomplete',
    missing: ['/complainant/name', '/complainant/email', '/complainant/consent', '/contactProof'],
    sha256: null,
  });
  expect(world.documents.objects.size).toBe(0);
  await world.drain();
  expect(world.queue.sent).toEqual([]);

  const complete = corrected(report, {
    complainant: { name: 'Ada Moore', postalAddress: '1 Elm Street', consent: true },
  });
  await world.decide({ ...complete, contactProof: 'email' });
  await world.drain();
  expect(await world.only).toMatchObject({ delivery: 'queued', missing: [], version: 2 });
  expect(world.queue.sent).toMatchObject([{ pointer: { version: 2, event: 'filed' } }]);
});

test('a withdrawal before the regulator fetched it takes it back whole', async () => {
  const world = new World();
  const report = aReport();
  await world.decide(report);
  await world.drain();
  await world.decide(withdrawn(report));
  await world.drain();
  const { id } = await world.only;
  expect(await world.only).toMatchObject({ case: 'withdrawn', withdrawalReason: 'report_withdrawn', sha256: null });
  expect(await world.take(id)).toEqual({ kind: 'recalled' });
  expect(await world.say(id, { event: 'acknowledged' })).toEqual({ kind: 'recalled' });
  expect(world.documents.objects.size).toBe(0);
  expect(world.queue.sent).toHaveLength(1);
});

test('a withdrawal afterwards tells the regulator by the next version and keeps what was filed', async () => {
  const world = new World();
  const report = aReport();
  await world.decide(report);
  await world.drain();
  const { id, sha256 } = await world.only;
  const first = await world.take(id);
  await world.decide(withdrawn(report));
  await world.drain();
  expect(world.queue.sent.at(-1)?.pointer).toMatchObject({ id, version: 2, event: 'withdrawn', sha256 });
  const second = await world.take(id);
  expect(second).toMatchObject({ kind: 'filed', complaint: { case: 'withdrawn', delivery: 'submitted', version: 2 } });
  expect(second.kind === 'filed' && first.kind === 'filed' && second.json === first.json).toBe(true);
  expect(await world.say(id, { event: 'acknowledged' })).toMatchObject({ kind: 'out_of_place' });
});

test('a correction after it was fetched is the next version; the case stays where it was', async () => {
  const world = new World();
  const report = aReport();
  await world.decide(report);
  const { id } = await world.only;
  await world.take(id);
  await world.say(id, { event: 'acknowledged' });
  await world.decide(corrected(report, { callerName: 'Ace Warranty' }));
  await world.drain();
  expect(await world.only).toMatchObject({ case: 'acknowledged', delivery: 'submitted', version: 2 });
  expect(world.queue.sent.at(-1)?.pointer).toMatchObject({ version: 2, event: 'corrected' });
  expect(world.documents.versionsOf(id)).toEqual([1, 2]);
});

test('a correction that changes nothing in the document makes no new version', async () => {
  const world = new World();
  const report = aReport();
  await world.decide(report, corrected(report, { locale: 'en' }));
  expect(await world.only).toMatchObject({ version: 1, reportRevision: 2 });
});

test('a correction by which no rule was broken takes the complaint back, with the reason', async () => {
  const world = new World();
  const report = aReport();
  await world.decide(report, corrected(report, { purpose: 'charity' }));
  expect(await world.only).toMatchObject({ case: 'withdrawn', withdrawalReason: 'no_violation' });
  const again = corrected(corrected(report, { purpose: 'charity' }), { purpose: 'sale' });
  await world.decide(again);
  expect(await world.only).toMatchObject({ case: 'open', delivery: 'queued', version: 3, withdrawalReason: null });
});

test('consent that is taken back after filing is a withdrawal', async () => {
  const world = new World();
  const report = aReport();
  await world.decide(report);
  await world.take((await world.only).id);
  await world.decide(corrected(report, { complainant: { name: 'Ada Moore', consent: false } }));
  expect(await world.only).toMatchObject({ case: 'withdrawn', withdrawalReason: 'consent_withdrawn', version: 2 });
});

test('a version that comes late changes nothing, whatever came before it', async () => {
  const report = aReport();
  const world = new World();
  await world.decide(withdrawn(report), report);
  await world.drain();
  expect(world.queue.sent).toEqual([]);
  expect(world.documents.objects.size).toBe(0);
  const [stored] = world.complaints.items.values();
  expect(stored).toMatchObject({ kind: 'tombstone', reportRevision: 2 });
});

test('the same version again changes nothing', async () => {
  const world = new World();
  const report = aReport();
  await world.decide(report, report, report);
  expect(world.complaints.stream).toHaveLength(1);
});

test('another regulator, an unknown id, an incomplete and a handed-over complaint look alike', async () => {
  const world = new World({ regulators: [{ id: 'us-ftc', takesFromQueue: false }] });
  await world.decide(aReport());
  const { id } = await world.only;
  expect(await world.take(id)).toEqual({ kind: 'unknown' });
  expect(await world.take('0'.repeat(26))).toEqual({ kind: 'unknown' });
  const queued = new World();
  await queued.decide(aReport());
  expect(await queued.take((await queued.only).id, ['us-ma-ag'])).toEqual({ kind: 'unknown' });
});

test('proof of contact is needed for the queue; a document that the reporter files needs none', async () => {
  const regulators = (takesFromQueue: boolean) => [{ id: 'us-ftc', takesFromQueue }];
  const queued = new World({ regulators: regulators(true), requireContactProof: true });
  await queued.decide(aReport());
  expect(await queued.only).toMatchObject({ delivery: 'incomplete', missing: ['/contactProof'] });
  const handedOver = new World({ regulators: regulators(false), requireContactProof: true });
  await handedOver.decide(aReport());
  expect(await handedOver.only).toMatchObject({ delivery: 'handed_over', missing: [] });
});

test('after any number of corrections the regulator still answers', async () => {
  const world = new World();
  let report = aReport();
  await world.decide(report);
  const { id } = await world.only;
  for (let turn = 0; turn < 250; turn += 1) {
    await world.take(id);
    report = corrected(report, { callerName: `Ace ${turn}` });
    await world.decide(report);
  }
  expect(await world.say(id, { event: 'acknowledged' })).toMatchObject({ kind: 'recorded' });
  expect(await world.say(id, { event: 'extended', until: '2027-01-31' })).toMatchObject({ kind: 'recorded' });
  expect(await world.say(id, { event: 'decided' })).toMatchObject({ kind: 'recorded', complaint: { case: 'decided' } });
});

test('an answer from before a refiling is none to the case that it opened', async () => {
  const world = new World();
  const report = aReport();
  await world.decide(report);
  const { id } = await world.only;
  await world.take(id);
  await world.say(id, { event: 'acknowledged' });
  const takenBack = corrected(report, { complain: false });
  await world.decide(takenBack, corrected(takenBack, { complain: true }));
  expect(await world.only).toMatchObject({ case: 'open', delivery: 'submitted' });
  expect(await world.say(id, { event: 'acknowledged' })).toMatchObject({ kind: 'recorded' });
  expect(await world.only).toMatchObject({ case: 'acknowledged' });
  expect(await world.say(id, { event: 'acknowledged' })).toMatchObject({ kind: 'repeated' });
});
