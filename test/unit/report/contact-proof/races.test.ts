import { expect, test } from 'vitest';
import { amendReport, withdrawReport } from '#shared/report/amend-report.ts';
import { confirmContactProof } from '#shared/report/contact-proof/confirm-contact-proof.ts';
import type { ReportStore } from '#shared/report/ports.ts';
import { ProofWorld, proofHash } from '#test/support/contact-proof/proof-world.ts';

/** The store, with something done by somebody else before one of its calls. */
function interrupted(store: ReportStore, at: number, other: () => Promise<unknown>): ReportStore {
  let calls = 0;
  const turn = async () => {
    calls += 1;
    if (calls === at) {
      await other();
    }
  };
  return {
    create: (...args) => store.create(...args),
    async get(id) {
      await turn();
      return store.get(id);
    },
    async replace(...args) {
      await turn();
      return store.replace(...args);
    },
  };
}

const awaits = [1, 2, 3, 4];

test.each(awaits)('two confirmations at once, the other before call %i: one says it', async (at) => {
  const world = new ProofWorld();
  const id = await world.take();
  const token = await world.link(id);
  let other: string | undefined;
  const reports = interrupted(world.deps.reports, at, async () => {
    other = await world.confirm(token);
  });
  const { kind } = await confirmContactProof(token, { ...world.confirming, reports });
  expect([kind, other].toSorted()).toEqual(
    other === undefined ? ['confirmed', undefined] : ['already_confirmed', 'confirmed'],
  );
  expect(await world.report(id)).toMatchObject({ revision: 2, contactProof: 'email' });
});

test.each(awaits)('a change of the address before call %i of a confirmation leaves nothing proven', async (at) => {
  const world = new ProofWorld();
  const id = await world.take();
  const token = await world.link(id);
  const reports = interrupted(world.deps.reports, at, () => world.changeEmail(id, 'other@example.com'));
  const { kind } = await confirmContactProof(token, { ...world.confirming, reports });
  if (at > 2) {
    // The confirmation was done: the change takes it back.
    await world.changeEmail(id, 'other@example.com');
  }
  expect(kind).toBe(at > 2 ? 'confirmed' : 'not_valid');
  const report = await world.report(id);
  expect(report.contactProof).toBe('none');
  expect(report.content?.input.complainant?.email).toBe('other@example.com');
});

test.each(awaits)('a confirmation before call %i of a change of the address is taken back by it', async (at) => {
  const world = new ProofWorld();
  const id = await world.take();
  const token = await world.link(id);
  const reports = interrupted(world.deps.reports, at, () => world.confirm(token));
  const patch = { complainant: { email: 'other@example.com' } };
  expect((await amendReport(id, patch, { ...world.deps, reports })).kind).toBe('amended');
  expect((await world.report(id)).contactProof).toBe('none');
  expect(await world.confirm(token)).toBe('not_valid');
});

test.each(awaits)('a confirmation before call %i of another correction is kept by it', async (at) => {
  const world = new ProofWorld();
  const id = await world.take();
  const token = await world.link(id);
  const reports = interrupted(world.deps.reports, at, () => world.confirm(token));
  expect((await amendReport(id, { recorded: true }, { ...world.deps, reports })).kind).toBe('amended');
  await world.confirm(token);
  expect(await world.report(id)).toMatchObject({ revision: 3, contactProof: 'email' });
});

test.each(awaits)('a withdrawal before call %i of a confirmation stays a withdrawal', async (at) => {
  const world = new ProofWorld();
  const id = await world.take();
  const token = await world.link(id);
  const reports = interrupted(world.deps.reports, at, () => world.withdraw(id));
  const { kind } = await confirmContactProof(token, { ...world.confirming, reports });
  expect(kind).toBe(at > 2 ? 'confirmed' : 'not_valid');
  await world.withdraw(id);
  expect((await world.report(id)).content).toBeNull();
});

test.each(awaits)('a confirmation before call %i of a withdrawal does not bring the report back', async (at) => {
  const world = new ProofWorld();
  const id = await world.take();
  const token = await world.link(id);
  const reports = interrupted(world.deps.reports, at, () => world.confirm(token));
  expect((await withdrawReport(id, { ...world.deps, reports })).kind).toBe('withdrawn');
  expect((await world.report(id)).content).toBeNull();
  expect(await world.confirm(token)).toBe('not_valid');
});

test('many confirmations and corrections at once end with one proof and every correction', async () => {
  const world = new ProofWorld();
  const id = await world.take();
  const token = await world.link(id);
  const outcomes = await Promise.all([
    ...Array.from({ length: 6 }, () => confirmContactProof(token, { ...world.confirming, hash: proofHash })),
    world.amend(id, { recorded: true }),
    world.amend(id, { optOutOffered: false }),
  ]);
  expect(outcomes.filter(({ kind }) => kind === 'confirmed')).toHaveLength(1);
  expect(await world.report(id)).toMatchObject({ revision: 4, contactProof: 'email' });
});

test('a report that others change under every try is left as it is', async () => {
  const world = new ProofWorld();
  const id = await world.take();
  const token = await world.link(id);
  const reports: ReportStore = { ...world.deps.reports, replace: async () => ({ kind: 'conflict' }) };
  expect(await confirmContactProof(token, { ...world.confirming, reports })).toEqual({ kind: 'busy' });
});
