import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ProofWorld } from '#test/support/contact-proof/proof-world.ts';

test('T2: nobody’s mailbox is flooded, whatever reports and spellings an address comes in', async () => {
  const spelling = fc.constantFrom(
    'sam@example.com',
    'SAM@example.com',
    's.a.m@example.com',
    'sam+1@example.com',
    's.am+x.y@Example.com',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(spelling, fc.nat({ max: 5 })), { maxLength: 12 }), async (asked) => {
      const world = new ProofWorld({ perReport: 2, perAddress: 3 });
      for (const [email, times] of asked) {
        const id = await world.take({ complainant: { name: 'Sam Doe', email, consent: true } });
        await Promise.all(Array.from({ length: times }, () => world.request(id)));
      }
      expect(world.queued.length).toBeLessThanOrEqual(3);
    }),
    { numRuns: 8 },
  );
});

test('T2: one report sends no more than its mails, to however many addresses it is changed', async () => {
  const world = new ProofWorld({ perReport: 3 });
  const id = await world.take();
  const outcomes: string[] = [];
  for (let change = 0; change < 10; change += 1) {
    await world.changeEmail(id, `victim${change}@example.com`);
    outcomes.push(await world.request(id));
  }
  expect(outcomes).toEqual([
    ...Array.from({ length: 3 }, () => 'sent'),
    ...Array.from({ length: 7 }, () => 'too_many'),
  ]);
});

test('T2: all people together send no more than the day’s budget, and have a new one the next day (UTC)', async () => {
  const world = new ProofWorld({ perDay: 5 });
  const ask = async (index: number) =>
    world.request(await world.take({ complainant: { email: `person${index}@example.com` } }));
  const outcomes = await Promise.all(Array.from({ length: 12 }, (_, index) => ask(index)));
  expect(outcomes.filter((kind) => kind === 'sent')).toHaveLength(5);
  expect(outcomes.filter((kind) => kind === 'spent')).toHaveLength(7);
  world.now = new Date('2026-11-22T00:00:00Z');
  expect(await ask(99)).toBe('sent');
});

test('T2: a stranger who uses up a report’s mails spends none of anybody else’s', async () => {
  const world = new ProofWorld({ perDay: 4, perReport: 3 });
  const id = await world.take();
  for (let times = 0; times < 50; times += 1) {
    await world.request(id);
  }
  expect(world.queued).toHaveLength(3);
  expect(await world.request(await world.take({ complainant: { email: 'pat@example.com' } }))).toBe('sent');
});

test('T8: the message on the queue holds a report id and a purpose, and nothing else', async () => {
  const world = new ProofWorld();
  const id = await world.take();
  await world.request(id);
  expect(world.queued.map((errand) => JSON.stringify(errand))).toEqual([
    JSON.stringify({ reportId: id, purpose: 'contact_proof' }),
  ]);
});

test('T14: guessed and altered tokens prove nothing, and every one gets the same answer', async () => {
  const world = new ProofWorld();
  const id = await world.take();
  const token = await world.link(id);
  const bytes = Buffer.from(token, 'base64url');
  const altered = Array.from({ length: bytes.length * 8 }, (_, bit) => {
    const copy = Buffer.from(bytes);
    copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    return copy.toString('base64url');
  });
  const foreign = [
    '',
    'x',
    'A'.repeat(48),
    `${token}=`,
    ` ${token}`,
    token.slice(1),
    token.repeat(100),
    '../../status',
    '%00',
  ];
  for (const guess of [...altered, ...foreign]) {
    expect(await world.look(guess)).toBe('not_valid');
    expect(await world.confirm(guess)).toBe('not_valid');
  }
  expect(await world.report(id)).toMatchObject({ revision: 1, contactProof: 'none' });
});
