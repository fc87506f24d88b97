import { expect, test, vi } from 'vitest';
import { createHandler } from '#functions/sweep-complaints/handler.ts';
import { untakenGauge } from '#functions/sweep-complaints/untaken-gauge.ts';
import { silentLog } from '#shared/runtime/log.ts';
import { aReport } from '#test/support/complaint/builders.ts';
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
  expect(await world.sweep()).toEqual({ regulator: 'us-ftc', sent: 0, failed: 0, waiting: 2, oldestSeconds: 600 });
});

test('one that cannot be sent holds up no other, and the run fails so that somebody hears of it', async () => {
  const world = new World();
  await world.decide(filed(1), filed(2), filed(3));
  const [, poison = ''] = world.complaints.items.keys();
  const failures: string[] = [];
  const sweep = createHandler({
    ...world.sending,
    queue: {
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

test('the gauge writes its metrics under service and regulator', () => {
  vi.stubEnv('POWERTOOLS_SERVICE_NAME', 'sweep-complaints');
  vi.stubEnv('POWERTOOLS_METRICS_NAMESPACE', 'Ringfence');
  const written: string[] = [];
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  untakenGauge().record({ regulator: 'us-ftc', sent: 1, failed: 0, waiting: 2, oldestSeconds: 600 });
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
