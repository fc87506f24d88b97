import { describe, expect, test, vi } from 'vitest';
import { createHandler } from '#functions/sweep-complaints/handler.ts';
import { untakenGauge } from '#functions/sweep-complaints/untaken-gauge.ts';
import { sweepComplaints } from '#shared/complaint/sweep-complaints.ts';
import { silentLog } from '#shared/runtime/log.ts';
import { aReport, corrected } from '#test/support/complaint/builders.ts';
import { fakeQueue } from '#test/support/complaint/fakes.ts';
import { World } from '#test/support/complaint/world.ts';

const minutes = (count: number) => count * 60_000;
const filed = (number: number) => aReport({ id: number.toString(16).padStart(32, '0') });

test('what was sent is left alone for a while, then sent again, each time after twice as long', async () => {
  const world = new World();
  await world.decide(filed(1));
  await world.drain();
  const sentAt: number[] = [];
  const start = world.now.getTime();
  for (let minute = 0; minute <= 300; minute += 5) {
    world.now = new Date(start + minutes(minute));
    const { sent } = await world.sweep();
    if (sent > 0) {
      sentAt.push(minute);
    }
  }
  expect(sentAt).toEqual([15, 45, 105, 225]);
  expect(new Set(world.queue.sent.map(({ pointer }) => `${pointer.id} ${pointer.version}`)).size).toBe(1);
});

test('a complaint that was never sent goes at once; one that was taken, never', async () => {
  const world = new World();
  await world.decide(filed(1), filed(2));
  const [taken = ''] = world.complaints.items.keys();
  await world.take(taken);
  expect(await world.sweep()).toMatchObject({ sent: 1, waiting: 1 });
  expect(world.queue.sent.map(({ pointer }) => pointer.id)).not.toContain(taken);
});

test('tells how long the longest has waited, also while nothing is due', async () => {
  const world = new World();
  await world.decide(filed(1));
  await world.drain();
  world.now = new Date(world.now.getTime() + minutes(10));
  await world.decide(filed(2));
  await world.drain();
  expect(await world.sweep()).toMatchObject({
    regulator: 'us-ftc',
    sent: 0,
    failed: 0,
    waiting: 2,
    oldestSeconds: 600,
  });
});

test('one that cannot be sent holds up no other, and the run fails so that somebody hears of it', async () => {
  const world = new World();
  await world.decide(filed(1), filed(2), filed(3));
  const [, poison = ''] = world.complaints.items.keys();
  const failures: string[] = [];
  const sweep = createHandler({
    ...world.sending,
    complaints: world.complaints,
    queue: {
      regulators: world.queue.regulators,
      async send(regulator, pointer) {
        if (pointer.id === poison) {
          throw new Error('refused');
        }
        await world.queue.send(regulator, pointer);
      },
    },
    regulators: ['us-ftc'],
    gauge: { record: () => {} },
    log: { ...silentLog, error: (_event, _error, fields) => void failures.push(String(fields?.['id'])) },
  });
  await expect(sweep({})).rejects.toThrow('1 complaints');
  expect(world.queue.sent).toHaveLength(2);
  expect(failures).toEqual([poison]);
});

test('counts all that wait and finds the oldest, also beyond what one run looks at', async () => {
  const world = new World();
  await world.decide(filed(1));
  await world.drain();
  world.now = new Date(world.now.getTime() + minutes(20));
  await world.sweep();
  await world.decide(filed(2), filed(3));
  const { sending, complaints } = world;
  const deps = { ...sending, complaints, onFailure: () => {} };
  const outcome = await sweepComplaints('us-ftc', { limit: 1, everything: false }, deps);
  expect(outcome).toMatchObject({ sent: 1, waiting: 3, oldestSeconds: 1200 });
});

test('everything goes out again in runs that go on where the one before ended', async () => {
  const world = new World();
  await world.decide(filed(1), filed(2), filed(3));
  await world.drain();
  world.now = new Date(world.now.getTime() + minutes(30 * 60));
  await world.sweep();
  const { sending, complaints } = world;
  const deps = { ...sending, complaints, onFailure: () => {} };
  world.queue.sent.length = 0;
  for (let run = 0; run < 3; run += 1) {
    await sweepComplaints('us-ftc', { limit: 1, everything: true }, deps);
    world.now = new Date(world.now.getTime() + minutes(1));
  }
  expect(new Set(world.queue.sent.map(({ pointer }) => pointer.id)).size).toBe(3);
});

describe('a regulator that takes from no queue any more', () => {
  const unread = fakeQueue([]);

  test('what waits for it goes back to the reporters, whose case stays open', async () => {
    const world = new World();
    await world.decide(filed(1), filed(2));
    expect(await world.sweep(false, 'us-ftc', { queue: unread })).toMatchObject({
      handedBack: 2,
      sent: 0,
      failed: 0,
      waiting: 0,
      oldestSeconds: 0,
    });
    for (const id of world.complaints.items.keys()) {
      expect(await world.complaints.get(id)).toMatchObject({ case: 'open', delivery: 'handed_over', version: 1 });
      expect(await world.take(id)).toEqual({ kind: 'unknown' });
    }
    expect(unread.sent).toEqual([]);
  });

  test('one that it has stays submitted, and its correction is counted as waiting', async () => {
    const world = new World();
    const report = filed(1);
    await world.decide(report);
    const { id } = await world.only;
    await world.take(id);
    await world.decide(corrected(report, { callerName: 'Ace Warranty' }));
    world.now = new Date(world.now.getTime() + minutes(10));
    const outcome = await world.sweep(false, 'us-ftc', { queue: unread });
    expect(outcome).toMatchObject({ handedBack: 0, failed: 0, waiting: 1, oldestSeconds: 600 });
    expect(await world.only).toMatchObject({ delivery: 'submitted' });
  });

  test('one that it fetches at that moment is left to it, and one that fails stays counted', async () => {
    const world = new World();
    await world.decide(filed(1));
    const conflict = { save: async () => 'conflict' as const };
    expect(await world.sweep(false, 'us-ftc', { queue: unread, complaints: conflict })).toMatchObject({ waiting: 1 });
    const broken = { save: () => Promise.reject(new Error('throttled')) };
    expect(await world.sweep(false, 'us-ftc', { queue: unread, complaints: broken })).toMatchObject({
      failed: 1,
      waiting: 1,
    });
  });

  test('the stream passes over what lies there', async () => {
    const world = new World();
    await world.decide(filed(1));
    await world.drain({ ...world.sending, queue: unread });
    expect(unread.sent).toEqual([]);
    expect(await world.only).toMatchObject({ outbox: { sentVersion: 0 } });
  });
});

test('the gauge writes its metrics under service and regulator', () => {
  vi.stubEnv('POWERTOOLS_SERVICE_NAME', 'sweep-complaints');
  vi.stubEnv('POWERTOOLS_METRICS_NAMESPACE', 'Ringfence');
  const written: string[] = [];
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  untakenGauge().record({ regulator: 'us-ftc', sent: 1, handedBack: 0, failed: 0, waiting: 2, oldestSeconds: 600 });
  stdout.mockRestore();
  vi.unstubAllEnvs();
  const [line = '{}'] = written;
  expect(JSON.parse(line)).toMatchObject({
    _aws: { CloudWatchMetrics: [{ Namespace: 'Ringfence', Dimensions: [['service', 'regulator']] }] },
    service: 'sweep-complaints',
    regulator: 'us-ftc',
    OldestUntakenComplaint: 600,
    UntakenComplaints: 2,
    ResentComplaints: 1,
  });
});
