import { describe, expect, test } from 'vitest';
import { MailNotSent } from '#shared/report/contact-proof/ports.ts';
import { linkHours } from '#shared/report/contact-proof/proof-token.ts';
import { complaint, ProofWorld } from '#test/support/contact-proof/proof-world.ts';

const hours = (world: ProofWorld, count: number) => {
  world.now = new Date(world.now.getTime() + count * 3600_000);
};

describe('a link', () => {
  test('is asked for, mailed to the complainant, and opened: the next version of the report is proven', async () => {
    const world = new ProofWorld();
    const id = await world.take({ locale: 'de-AT' });
    expect(await world.request(id)).toBe('sent');
    expect(world.queued).toEqual([{ reportId: id, purpose: 'contact_proof' }]);
    expect(await world.mail(id, 'one')).toEqual({ kind: 'mailed' });
    expect(world.mails).toEqual([
      {
        to: 'sam@example.com',
        locale: 'de-AT',
        link: expect.stringMatching(/^https:\/\/report\.example\.org\/r\/proof\/[\w-]{48}$/),
        expiresAt: new Date('2026-11-23T12:00:00Z'),
      },
    ]);
    const token = world.mails[0]?.link.split('/').at(-1) ?? '';
    const before = await world.report(id);
    hours(world, 1);
    expect(await world.look(token)).toBe('open');
    expect(await world.report(id)).toEqual(before);
    expect(await world.confirm(token)).toBe('confirmed');
    expect(await world.report(id)).toEqual({
      ...before,
      revision: 2,
      updatedAt: '2026-11-21T13:00:00.000Z',
      contactProof: 'email',
    });
  });

  test('works once; opened again it says so, and changes nothing', async () => {
    const world = new ProofWorld();
    const id = await world.take();
    const token = await world.link(id);
    expect(await world.confirm(token)).toBe('confirmed');
    expect(await world.look(token)).toBe('already_confirmed');
    expect(await world.confirm(token)).toBe('already_confirmed');
    hours(world, linkHours + 1);
    expect(await world.confirm(token)).toBe('already_confirmed');
    expect((await world.report(id)).revision).toBe(2);
  });

  test(`dies after ${linkHours} hours, to the second`, async () => {
    const world = new ProofWorld();
    const id = await world.take();
    const token = await world.link(id);
    world.now = new Date(world.now.getTime() + linkHours * 3600_000 - 1000);
    expect(await world.look(token)).toBe('open');
    world.now = new Date(world.now.getTime() + 1000);
    expect(await world.look(token)).toBe('expired');
    expect(await world.confirm(token)).toBe('expired');
    expect((await world.report(id)).contactProof).toBe('none');
  });

  test('dies when the address changes, also when it changes back', async () => {
    const world = new ProofWorld();
    const id = await world.take();
    const token = await world.link(id);
    await world.changeEmail(id, 'other@example.com');
    expect(await world.confirm(token)).toBe('not_valid');
    await world.changeEmail(id, 'sam@example.com');
    expect(await world.confirm(token)).toBe('not_valid');
    await world.changeEmail(id, null);
    expect(await world.confirm(token)).toBe('not_valid');
    expect((await world.report(id)).contactProof).toBe('none');
  });

  test('outlives corrections that leave the address alone, and another spelling of it', async () => {
    const world = new ProofWorld();
    const id = await world.take();
    const token = await world.link(id);
    await world.amend(id, { recorded: true });
    await world.changeEmail(id, 'Sam@Example.com');
    expect(await world.confirm(token)).toBe('confirmed');
  });

  test('dies with the report', async () => {
    const world = new ProofWorld();
    const id = await world.take();
    const token = await world.link(id);
    await world.withdraw(id);
    expect(await world.look(token)).toBe('not_valid');
    expect(await world.confirm(token)).toBe('not_valid');
    expect(await world.report(id)).toMatchObject({ revision: 2, content: null, contactProof: 'none' });
  });

  test('of one report is none of another with the same address', async () => {
    const world = new ProofWorld();
    const [one, other] = [await world.take(), await world.take()];
    const token = await world.link(one);
    const id = Buffer.from(other, 'hex').toString('base64url');
    expect(await world.confirm(id.slice(0, 20) + token.slice(20))).toBe('not_valid');
    await world.confirm(token);
    expect((await world.report(other)).contactProof).toBe('none');
  });
});

describe('the proof', () => {
  test('goes when the address changes later, and a new link brings it back', async () => {
    const world = new ProofWorld();
    const id = await world.take();
    const first = await world.link(id);
    await world.confirm(first);
    await world.changeEmail(id, 'other@example.com');
    expect((await world.report(id)).contactProof).toBe('none');
    expect(await world.confirm(first)).toBe('not_valid');
    expect(await world.confirm(await world.link(id))).toBe('confirmed');
    await world.changeEmail(id, null);
    expect((await world.report(id)).contactProof).toBe('none');
  });

  test('stays over every other correction, another line too', async () => {
    const world = new ProofWorld();
    const id = await world.take();
    await world.confirm(await world.link(id));
    await world.amend(id, { recorded: true, line: '+1 617 555 0107' });
    await world.changeEmail(id, 'SAM@example.com');
    expect((await world.report(id)).contactProof).toBe('email');
  });

  test('by text message needs no link', async () => {
    const world = new ProofWorld();
    const id = await world.take({}, { channel: 'sms', contactProof: 'sms' });
    expect(await world.request(id)).toBe('already_proven');
    expect(await world.mail(id, 'one')).toEqual({ kind: 'not_wanted' });
  });
});

describe('a link is not sent', () => {
  test.each([
    ['without an address', { complainant: { name: 'Sam Doe', consent: true } }, 'no_address'],
    [
      'to an address that no server need take',
      { complainant: { email: `${'a'.repeat(65)}@example.com` } },
      'no_address',
    ],
    ['for a report that asks for no complaint', { complain: false }, 'not_needed'],
  ] as const)('%s', async (_, changes, kind) => {
    const world = new ProofWorld();
    const id = await world.take(changes);
    expect(await world.request(id)).toBe(kind);
    expect(await world.mail(id, 'one')).toEqual({ kind: 'not_wanted' });
    expect(world.queued).toEqual([]);
    expect(world.mails).toEqual([]);
  });

  test('where the deployment asks for no proof, or sends no mail', async () => {
    const free = new ProofWorld({ requireContactProof: false });
    expect(await free.request(await free.take())).toBe('not_needed');
    const off = new ProofWorld({ off: true });
    expect(await off.request(await off.take())).toBe('off');
  });

  test('for an unknown or a withdrawn report', async () => {
    const world = new ProofWorld();
    expect(await world.request('0'.repeat(32))).toBe('unknown');
    const id = await world.take();
    await world.withdraw(id);
    expect(await world.request(id)).toBe('withdrawn');
    expect(await world.mail(id, 'one')).toEqual({ kind: 'not_wanted' });
  });

  test('once it is proven, even if the message was on its way', async () => {
    const world = new ProofWorld();
    const id = await world.take();
    await world.request(id);
    await world.confirm(await world.link(id));
    expect(await world.request(id)).toBe('already_proven');
    expect(await world.mail(id, 'late')).toEqual({ kind: 'not_wanted' });
  });

  test('to the address that was there when it was asked for, if there is another by now', async () => {
    const world = new ProofWorld();
    const id = await world.take();
    await world.request(id);
    await world.changeEmail(id, 'other@example.com');
    await world.mail(id, 'one');
    expect(world.mails.map(({ to }) => to)).toEqual(['other@example.com']);
  });
});

describe('a message that comes again', () => {
  test('is mailed once', async () => {
    const world = new ProofWorld();
    const id = await world.take();
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => world.mail(id, 'one')));
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual([
      'mailed',
      ...Array.from({ length: 4 }, () => 'mailed_before'),
    ]);
    expect(world.mails).toHaveLength(1);
  });

  test('is mailed when the service took nothing the first time', async () => {
    const world = new ProofWorld();
    const id = await world.take();
    world.fault = new MailNotSent('TooManyRequestsException', 'not_now');
    await expect(world.mail(id, 'one')).rejects.toThrow('TooManyRequestsException');
    world.fault = null;
    expect(await world.mail(id, 'one')).toEqual({ kind: 'mailed' });
  });

  test.each(['unsure', 'refused'] as const)(
    'is not when the mail was %s: a second could arrive twice',
    async (failure) => {
      const world = new ProofWorld();
      const id = await world.take();
      world.fault = new MailNotSent('timeout', failure);
      expect(await world.mail(id, 'one')).toEqual({ kind: 'lost', failure, code: 'timeout' });
      world.fault = null;
      expect(await world.mail(id, 'one')).toEqual({ kind: 'mailed_before' });
      expect(await world.mail(id, 'two')).toEqual({ kind: 'mailed' });
    },
  );
});

test('a report taken before links were built is proven as any other', async () => {
  const world = new ProofWorld();
  expect((await world.report(await world.take())).emailSince).toBe(1);
  expect(complaint.complainant.email).toBe('sam@example.com');
});
